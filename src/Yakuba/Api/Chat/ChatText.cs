using System.Text;
using Yakuba.Office.Ask;

namespace Yakuba.Api.Chat;

/// <summary>An answer as the text that a chat client shows.</summary>
internal static class ChatText
{
    /// <summary>One verified sentence with its footnote numbers.</summary>
    internal static string Of(AnswerSentence sentence) => sentence.Text + string.Concat(sentence.Evidence.Select(n => $"[{n}]")) + "\n";

    /// <summary>What stands below the sentences: how the answer ended when it is no plain answer, footnotes, and what to do next.</summary>
    internal static string After(Answer answer)
    {
        var text = new StringBuilder();
        if (answer.Status != AnswerStatus.Answered)
        {
            text.Append($"{(answer.Sentences.Count > 0 ? "\n" : "")}【{answer.Status.ToName()}】{answer.Message}\n");
        }

        if (answer.Citations.Count > 0)
        {
            text.Append("\n出典\n");
            foreach (var c in answer.Citations)
            {
                text.Append($"[{c.Number}] {c.Title} {c.Place}{(c.State == "公開" ? "" : $"（{c.State}）")}\n");
            }
        }

        if (answer.Status != AnswerStatus.Answered)
        {
            foreach (var step in answer.NextSteps)
            {
                text.Append($"・{step.Text}{(step.Name.Length > 0 ? $"（{step.Name} {step.Contact}）" : "")}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The whole text.</summary>
    internal static string Of(Answer answer) => (string.Concat(answer.Sentences.Select(Of)) + After(answer)).TrimEnd();
}
