using Yakuba.Platform;

namespace Yakuba.Office.Ask.AskQuestion;

/// <summary>What the ask page shows.</summary>
/// <remarks>
/// Posts to <c>/ask</c>: <c>question</c>, <c>on</c> (yyyy-MM-dd), <c>scope</c> (<c>staff</c> or <c>citizen</c>), <c>sure</c> (anything, once the asker has seen that the question has personal data).
/// With <c>Accept: text/event-stream</c> the answer may come as events: <c>step</c> {"text"}, <c>sentence</c>
/// (a <see cref="AnswerSentenceLine"/>), <c>goto</c> {"href"} and last <c>answer</c> (an <see cref="AnswerPanel"/>).
/// </remarks>
/// <param name="Municipality">Name of the municipality; may be empty.</param>
/// <param name="Question">The question as typed; empty at first.</param>
/// <param name="On">The day for which the answer holds.</param>
/// <param name="Today">Today in Japan.</param>
public sealed record AskPageModel(string Municipality, string Question, DateOnly On, DateOnly Today)
{
    /// <summary>True for staff: they choose whose documents to ask and may see the history.</summary>
    public bool IsStaff { get; init; }

    /// <summary>Whose documents are asked: <c>staff</c> (all I may read) or <c>citizen</c> (published for residents).</summary>
    public string Scope { get; init; } = "citizen";

    /// <summary>Longest question in UTF-16 code units.</summary>
    public int LongestQuestion { get; init; } = 2000;

    /// <summary>Questions that the documents can answer, to begin with; up to six.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>The answer, once there is one.</summary>
    public AnswerView? Answer { get; init; }

    /// <summary>Why the question was refused before any answer, or null.</summary>
    public Problem? Problem { get; init; }

    /// <summary>True when the question has personal data and waits for the asker to say whether it is to be asked as it is. Nothing of it was kept.</summary>
    public bool IsToConfirm => Problem?.Name == AskProblems.PersonalData.Name;
}
