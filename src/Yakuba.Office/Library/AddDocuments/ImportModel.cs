namespace Yakuba.Office.Library.AddDocuments;

/// <summary>How one import stands.</summary>
/// <param name="Href">Address of this page; it asks for itself again until the import is over.</param>
/// <param name="IsOver">True once nothing more will happen.</param>
/// <param name="Done">Files done.</param>
/// <param name="All">Files in all.</param>
/// <param name="Note">What is being done now; may be empty.</param>
/// <param name="Files">The files done so far, in order.</param>
public sealed record ImportModel(string Href, bool IsOver, long Done, long All, string Note, IReadOnlyList<ImportedFile> Files);

/// <summary>What became of one file.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">What was found or what is wrong, in a sentence; may be empty.</param>
/// <param name="NextStep">What to do about it; may be empty.</param>
/// <param name="DocumentId">The document it became; empty when none.</param>
public sealed record ImportedFile(string FileName, FileOutcome Outcome, string Message = "", string NextStep = "", string DocumentId = "");

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
