using System.Text;
using Yakuba.Office.Ask;

namespace Yakuba.Office.Evaluate.Town;

/// <summary>What became of one judged question.</summary>
internal enum Verdict
{
    /// <summary>Answered, with what must be said, from a right source.</summary>
    Right,

    /// <summary>Answered where there is no answer, or with something else, or a status that claims what is not so.</summary>
    Wrong,

    /// <summary>Not answered, and rightly.</summary>
    RefusedRightly,

    /// <summary>Not answered although the documents answer it.</summary>
    RefusedWrongly,
}

/// <summary>Judges answers.</summary>
internal static class Verdicts
{
    /// <param name="question">The question.</param>
    /// <param name="answer">What was answered.</param>
    /// <param name="files">File names of the cited versions.</param>
    internal static Verdict Of(JudgedQuestion question, Answer answer, IReadOnlyCollection<string> files)
    {
        if (files.Any(f => question.Never.Any(n => Path.GetFileName(n) == f)))
        {
            return Verdict.Wrong;
        }

        if (answer.Status is AnswerStatus.Answered or AnswerStatus.PartlyAnswered)
        {
            var isRight = question.MayBeAnswered
                && Says(question, string.Concat(answer.Sentences.Select(s => s.Text)))
                && (question.Sources.Count == 0 || question.Sources.Any(s => files.Contains(Path.GetFileName(s))));
            return isRight ? Verdict.Right : Verdict.Wrong;
        }

        if (question.Right.Contains(answer.Status))
        {
            return Verdict.RefusedRightly;
        }

        return question.Right[0] == AnswerStatus.Answered ? Verdict.RefusedWrongly
            : answer.Status is AnswerStatus.NotYetInForce or AnswerStatus.NoLongerInForce ? Verdict.Wrong
            : answer.Status == AnswerStatus.NeedsPerson || answer.Status == AnswerStatus.NotInDocuments ? Verdict.RefusedRightly
            : Verdict.Wrong;
    }

    /// <summary>True when a text says all that must be said.</summary>
    internal static bool Says(JudgedQuestion question, string text)
    {
        var said = Plain(text);
        return question.Must.All(m => m.Split('|').Any(form => Holds(said, Plain(form))));
    }

    // 450 is not said by 0000-12-3450.
    private static bool Holds(string said, string form)
    {
        for (var at = said.IndexOf(form, StringComparison.Ordinal); at >= 0; at = said.IndexOf(form, at + 1, StringComparison.Ordinal))
        {
            var end = at + form.Length;
            if (!(char.IsAsciiDigit(form[0]) && at > 0 && char.IsAsciiDigit(said[at - 1])) && !(char.IsAsciiDigit(form[^1]) && end < said.Length && char.IsAsciiDigit(said[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c is not (',' or '¥'))).TrimEnd('円');
}
