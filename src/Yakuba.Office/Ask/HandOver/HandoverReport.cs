namespace Yakuba.Office.Ask.HandOver;

/// <summary>What one desk hands over (引継ぎ): what was asked, what was answered on which documents, what was left open, and what is to be done.</summary>
/// <remarks>Everything in it is of documents that its reader may read. Words of a question stand in it only where the reader asked it: those of others are opened by an auditor, with a reason.</remarks>
/// <param name="Section">Code of the section.</param>
/// <param name="Name">Its name.</param>
/// <param name="From">First day, Japan time.</param>
/// <param name="To">Last day.</param>
public sealed record HandoverReport(string Section, string Name, DateOnly From, DateOnly To)
{
    /// <summary>Questions that cite the section's documents, were pointed to it, or were asked by its people.</summary>
    public int Questions { get; init; }

    /// <summary>How they ended, in the order of <see cref="AnswerStatus"/>.</summary>
    public IReadOnlyList<HandoverCount> Endings { get; init; } = [];

    /// <summary>Through which door they came.</summary>
    public IReadOnlyList<HandoverCount> Doors { get; init; } = [];

    /// <summary>What was asked most: the places that answers cite, most cited first.</summary>
    public IReadOnlyList<HandoverPlace> Frequent { get; init; } = [];

    /// <summary>The documents that answers stand on, most cited first.</summary>
    public IReadOnlyList<HandoverDocument> Documents { get; init; } = [];

    /// <summary>What was not answered, or judged not to help, latest first.</summary>
    public IReadOnlyList<HandoverOpen> Open { get; init; } = [];

    /// <summary>Documents to review and drafts to finish.</summary>
    public IReadOnlyList<HandoverTask> Tasks { get; init; } = [];
}

/// <summary>A number with its name.</summary>
/// <param name="Name">In Japanese.</param>
/// <param name="Count">At least 1.</param>
public sealed record HandoverCount(string Name, int Count);

/// <summary>A place that answers cite.</summary>
/// <param name="Version">Number of the version.</param>
/// <param name="Title">Title of the document.</param>
/// <param name="Asked">Question of the FAQ entry; else the place in the document.</param>
/// <param name="Href">Opens it there.</param>
/// <param name="Count">Answers that cite it.</param>
public sealed record HandoverPlace(uint Version, string Title, string Asked, string Href, int Count);

/// <summary>A document that answers stand on.</summary>
/// <param name="Version">Number of the version.</param>
/// <param name="Title">Its title.</param>
/// <param name="State">Key of where it stands now: <c>published</c>.</param>
/// <param name="Count">Answers that cite it.</param>
/// <param name="Wrong">Of these, judged 違う.</param>
/// <param name="Outdated">Of these, judged 古い.</param>
public sealed record HandoverDocument(uint Version, string Title, string State, int Count, int Wrong, int Outdated);

/// <summary>A question that was left open.</summary>
/// <param name="At">When it was asked.</param>
/// <param name="Ending">How it ended, in Japanese.</param>
/// <param name="Judged">違う, 古い, or empty.</param>
/// <param name="Answer">Id of the answer where the reader may open it; else empty.</param>
/// <param name="Question">Its words where the reader asked it; else empty.</param>
/// <param name="Record">Number of its entry in the record.</param>
/// <param name="Titles">Documents it was answered from, or that came near.</param>
public sealed record HandoverOpen(DateTimeOffset At, string Ending, string Judged, string Answer, string Question, long Record, string Titles);

/// <summary>Something to do with a document.</summary>
/// <param name="Kind">見直しの期限超過, 有効期限, 確認待ち or 見直し.</param>
/// <param name="Version">Number of the version.</param>
/// <param name="Title">Its title.</param>
/// <param name="Day">By when; the day of filing for a draft.</param>
public sealed record HandoverTask(string Kind, uint Version, string Title, DateOnly Day);
