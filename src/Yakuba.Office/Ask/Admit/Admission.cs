using Yakuba.Platform;
using Yakuba.Text;

namespace Yakuba.Office.Ask.Admit;

/// <summary>A question that may be processed.</summary>
/// <param name="Text">Trimmed, without control characters.</param>
/// <param name="AsOf">The day asked for by the form, if any.</param>
/// <param name="Reader">Who asks.</param>
public sealed record Admitted(string Text, DateOnly? AsOf, Principal Reader);

/// <summary>Step 1. Decides whether a question may be processed at all.</summary>
public sealed class Admission
{
    /// <summary>Checks length, characters and numbers that may not be entered.</summary>
    /// <returns>The question; a problem when the asker can mend it; or a status that ends the matter, as its second value.</returns>
    public Result<(Admitted Question, Stop? Stop)> Check(Question question, Principal reader)
    {
        var text = question.Text.Trim('\u0000', ' ', '\t', '\r', '\n', '\u3000');
        if (text.Length == 0)
        {
            return AskProblems.Empty;
        }

        if (text.Length > Question.MaxLength)
        {
            return AskProblems.TooLong;
        }

        if (IsNotText(text))
        {
            return AskProblems.NotText;
        }

        var admitted = new Admitted(text, question.AsOf, reader);
        return MyNumbers.Contains(NormalText.Of(text).Value)
            ? (admitted, new Stop(AnswerStatus.Blocked, "マイナンバー（個人番号）と思われる番号が含まれているため、受け付けませんでした。番号を消して、もう一度質問してください。"))
            : (admitted, null);
    }

    /// <summary>Control characters other than line ends, lone surrogates and non-characters do not come from a keyboard.</summary>
    private static bool IsNotText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(c) || c is '\uFFFD' or '\uFFFE' or '\uFFFF' || (char.IsControl(c) && c is not ('\r' or '\n' or '\t')))
            {
                return true;
            }
        }

        return false;
    }
}
