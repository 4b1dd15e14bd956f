using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Ask.AskQuestion;

/// <summary>One recorded answer as the reader may see it.</summary>
/// <param name="Id">Id of the answer, in its address <c>/ask/ID</c>.</param>
/// <param name="RecordNumber">Number of its entry in the record, as people cite it.</param>
/// <param name="Question">The question.</param>
/// <param name="On">The day for which it holds.</param>
/// <param name="AnsweredAt">When it was given.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Sentences">The verified sentences; empty when there is no answer.</param>
/// <param name="Sources">The places that carry them, numbered from 1.</param>
public sealed record AnswerView(
    string Id,
    string RecordNumber,
    string Question,
    DateOnly On,
    DateTimeOffset AnsweredAt,
    AnswerMark Status,
    IReadOnlyList<AnswerSentence> Sentences,
    IReadOnlyList<Source> Sources)
{
    /// <summary>What to know before reading, such as why there is no answer; may be empty.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The question of the FAQ entry whose answer the sentences are; empty where they are none, or where it is the question itself.</summary>
    public string EntryQuestion { get; init; } = "";

    /// <summary>True when the sentences are the documents' own words (原文).</summary>
    public bool IsQuotation { get; init; }

    /// <summary>Name of the model that worded it; empty when none did.</summary>
    public string Model { get; init; } = "";

    /// <summary>Sentences that were left out because the documents do not carry them.</summary>
    public IReadOnlyList<RemovedSentence> Removed { get; init; } = [];

    /// <summary>Questions near this one that an entry answers; offered where nothing was answered.</summary>
    public IReadOnlyList<string> Near { get; init; } = [];

    /// <summary>The question with its misspelt words mended, to be asked again; empty when nothing is to be offered.</summary>
    public string Meant { get; init; } = "";

    /// <summary>Whom to turn to; null when nothing is known.</summary>
    public NextStep? Next { get; init; }

    /// <summary>What this reader has said about it: <c>helped</c>, <c>wrong</c>, <c>outdated</c>, or empty.</summary>
    public string Feedback { get; init; } = "";
}

/// <summary>One verified sentence.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Sources">Numbers of the sources that carry it.</param>
public sealed record AnswerSentence(string Text, IReadOnlyList<int> Sources);

/// <summary>A sentence that was not shown.</summary>
/// <param name="Text">The sentence as it was composed.</param>
/// <param name="Reason">What the documents do not carry, in Japanese.</param>
public sealed record RemovedSentence(string Text, string Reason);

/// <summary>Where to go on from an answer.</summary>
/// <param name="Text">What to do, in a sentence.</param>
/// <param name="Section">The section to ask; may be empty.</param>
/// <param name="Contact">Telephone, window or mail of the section; may be empty.</param>
public sealed record NextStep(string Text, string Section = "", string Contact = "");
