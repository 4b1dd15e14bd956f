namespace Yakuba.Office.Library.AddDocuments;

/// <summary>How one import stands.</summary>
/// <param name="Href">Address of this page; it asks for itself again until the import is over.</param>
/// <param name="IsOver">True once nothing more will happen.</param>
/// <param name="Done">Files done.</param>
/// <param name="All">Files in all.</param>
/// <param name="Note">What is being done now; may be empty.</param>
/// <param name="Files">The files done so far, in order.</param>
public sealed record ImportModel(string Href, bool IsOver, long Done, long All, string Note, IReadOnlyList<ImportedFileLine> Files)
{
    /// <summary>Why the import as a whole ended early, with the next step; empty when it did not.</summary>
    public string Failure { get; init; } = "";

    /// <summary>Passages that search gained.</summary>
    public long Passages { get; init; }
}

/// <summary>What became of one file.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Notes">What was found or what is wrong and what to do, a sentence each.</param>
/// <param name="Version">Number of the version it became; 0 when there is none.</param>
public sealed record ImportedFileLine(string FileName, FileOutcome Outcome, IReadOnlyList<string> Notes, long Version = 0);

/// <summary>How reading a file ended.</summary>
public enum FileOutcome
{
    /// <summary>Filed as a new document or version.</summary>
    Filed,

    /// <summary>Filed, with places to check.</summary>
    Doubtful,

    /// <summary>Its content was filed before.</summary>
    Unchanged,

    /// <summary>Could not be read.</summary>
    Unreadable,
}
