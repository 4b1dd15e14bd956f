using System.Globalization;
using System.Text;
using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Ask.AskQuestion;

/// <summary>An answer as plain text with its sources, to paste into a letter or a mail.</summary>
public static class AnswerText
{
    /// <summary>Question, status, numbered sentences and sources, one a line.</summary>
    public static string Plain(AnswerView answer, Words words)
    {
        var text = new StringBuilder();
        text.Append(words["質問: ", "Question: "]).AppendLine(answer.Question);
        text.Append(words["状態: ", "Status: "]).AppendLine(answer.Status.Word(words)).AppendLine();
        if (answer.EntryQuestion.Length > 0)
        {
            text.Append(words["次の質問への回答: ", "Answer to: "]).AppendLine(answer.EntryQuestion);
        }

        foreach (var sentence in answer.Sentences)
        {
            text.Append(sentence.Text).AppendLine(string.Concat(sentence.Sources.Select(number => $"[{number}]")));
        }

        text.AppendLine();
        foreach (var source in answer.Sources)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"[{source.Number}] {source.Title} {source.Place}");
        }

        text.AppendLine().Append(words["基準日: ", "As of: "]).AppendLine(words.Day(answer.On));
        return text.Append(words["記録番号: ", "Record number: "]).Append(answer.RecordNumber).ToString();
    }
}
