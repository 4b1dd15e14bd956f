using Yakuba.Office.Library.Searching;
using Yakuba.Platform;

namespace Yakuba.Office.Ask.Answering;

/// <summary>もしかして for a question that was answered.</summary>
public static class MeantQuestion
{
    /// <summary>The question with its misspelt words mended.</summary>
    /// <param name="meant">Knows the words of the documents.</param>
    /// <param name="question">As typed.</param>
    /// <param name="answer">Its answer. A blocked question is never said again: it may hold a number that must not be written down.</param>
    /// <param name="reader">Who asks.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>Empty if there is nothing to offer.</returns>
    public static async Task<string> OfAsync(this MeantSpelling meant, string question, Answer answer, Principal reader, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(meant);
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Status == AnswerStatus.Blocked ? "" : await meant.MendAsync(reader, question, cancel) ?? "";
    }
}
