using Yakuba.Platform.Models.CheckModel;
using Yakuba.Text;

namespace Yakuba.Office.Ask.CheckModel;

/// <summary>How an answer compares with what was expected.</summary>
internal enum Verdict
{
    /// <summary>Answered, from a right source, with what must be said.</summary>
    Right,

    /// <summary>Refused what is to be refused.</summary>
    RightlyRefused,

    /// <summary>Answered what is to be refused, or answered something else.</summary>
    Wrong,

    /// <summary>Refused although the documents say.</summary>
    WronglyRefused,
}

/// <summary>Judges an answer by its question's own words on what is right.</summary>
internal static class AnswerJudge
{
    /// <param name="question">What was expected.</param>
    /// <param name="answer">What came.</param>
    /// <param name="files">Names of the files cited.</param>
    internal static Verdict Judge(CheckQuestion question, Answer answer, IReadOnlyList<string> files)
    {
        var answered = Answers(answer.Status.ToKey());
        if (question.Never.Any(n => files.Contains(FileName(n))))
        {
            return Verdict.Wrong;
        }

        var expected = question.Accept.Append(question.Expect).ToList();
        if (!answered)
        {
            // Between the ways of refusing there is a difference in words only.
            return expected.Any(s => !Answers(s)) ? Verdict.RightlyRefused : Verdict.WronglyRefused;
        }

        return expected.Any(Answers) && CitesOneOf(question.Sources, files) && Says(question.Must, answer) ? Verdict.Right : Verdict.Wrong;
    }

    private static bool Answers(string status) => AnswerStatuses.Parse(status) is AnswerStatus.Answered or AnswerStatus.PartlyAnswered;

    private static bool CitesOneOf(IReadOnlyList<string> sources, IReadOnlyList<string> files) => sources.Count == 0 || sources.Any(s => files.Contains(FileName(s)));

    private static bool Says(IReadOnlyList<string> must, Answer answer)
    {
        var said = Bare(string.Concat(answer.Sentences.Select(s => s.Text)));
        return must.All(m => m.Split('|').Any(form => said.Contains(Bare(form), StringComparison.Ordinal)));
    }

    private static string Bare(string text) => string.Concat(NormalText.Of(text).Value.Where(c => !char.IsWhiteSpace(c) && c is not (',' or '¥' or '円')));

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];
}
