using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Library.ShowReadingReport;

/// <summary>How a file was read, in lines that a clerk understands; made to be printed.</summary>
/// <param name="DocumentId">The document it became.</param>
/// <param name="Title">Title of the document.</param>
/// <param name="Facts">File name, kind, size, SHA-256, when it was read, pages, tables, characters.</param>
/// <param name="Lines">What was found, in the order of the file.</param>
public sealed record ReadingReportModel(string DocumentId, string Title, IReadOnlyList<FactLine> Facts, IReadOnlyList<ReportLine> Lines);

/// <summary>One finding.</summary>
/// <param name="Kind">Its weight.</param>
/// <param name="Place">Where: 3ページ, シート「手数料」; may be empty.</param>
/// <param name="Message">What was found, and what to do.</param>
/// <param name="Href">Opens the place; null for nowhere.</param>
public sealed record ReportLine(ReportKind Kind, string Place, string Message, string? Href = null);

/// <summary>Weight of a finding.</summary>
public enum ReportKind
{
    /// <summary>Read as it stands.</summary>
    Read,

    /// <summary>Read, but someone should look.</summary>
    Doubtful,

    /// <summary>Not read, with the reason.</summary>
    Skipped,

    /// <summary>Text that people would not see on paper.</summary>
    Hidden,
}
