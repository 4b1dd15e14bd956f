using Yakuba.Office.Library.Importing;

namespace Yakuba.Office.Library.ShowReadingReport;

/// <summary>How one import stands, and what became of its files: the reading report of an import.</summary>
/// <param name="Job">Its id.</param>
/// <param name="State"><c>waiting</c>, <c>running</c>, <c>paused</c>, <c>done</c>, <c>failed</c> or <c>cancelled</c>.</param>
/// <param name="IsOver">True once nothing more will happen.</param>
/// <param name="Done">Files done.</param>
/// <param name="All">Files in all; 0 while unknown.</param>
/// <param name="Note">The file that is being read; may be empty.</param>
/// <param name="Files">The files done so far, in order.</param>
public sealed record ImportModel(string Job, string State, bool IsOver, long Done, long All, string Note, IReadOnlyList<ImportedFileLine> Files)
{
    /// <summary><c>pause</c> or <c>cancel</c> while it comes to a place where it can stop; else empty.</summary>
    public string Wish { get; init; } = "";

    /// <summary>Who started it, by name.</summary>
    public string StartedBy { get; init; } = "";

    /// <summary>Names of the owner sections.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How long the rest will take at the pace of the last files; null while that cannot be said.</summary>
    public int? SecondsLeft { get; init; }

    /// <summary>Why the import as a whole ended early, with the next step; empty when it did not.</summary>
    public string Failure { get; init; } = "";

    /// <summary>True when the person who looks may hold it or take it back.</summary>
    public bool MaySteer { get; init; }

    /// <summary>Everything on one page.</summary>
    public ImportSummary Summary => Whole ?? ImportSummary.Of(this);

    /// <summary>The summary where some of the files are not shown to the one who looks; null where all are.</summary>
    internal ImportSummary? Whole { get; init; }

    /// <summary>Passages that search gained.</summary>
    public long Passages => Summary.Passages;

    /// <summary>Address of its page.</summary>
    public string Href => $"/library/imports/{Job}";
}

/// <summary>What became of one file.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Notes">What was found or what is wrong and what to do, a sentence each.</param>
/// <param name="Version">Number of the version it became; 0 when there is none.</param>
public sealed record ImportedFileLine(string FileName, FileOutcome Outcome, IReadOnlyList<string> Notes, long Version = 0)
{
    /// <summary>Its place in the import, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Where it lay in the folder.</summary>
    public string Path { get; init; } = "";

    /// <summary>Title of the document; of the document of the same content for a duplicate.</summary>
    public string Title { get; init; } = "";

    /// <summary>True for a new version of a document that was there.</summary>
    public bool IsNewVersion { get; init; }

    /// <summary>Stable name of the refusal; empty when it was read.</summary>
    public string Problem { get; init; } = "";

    /// <summary>Passages.</summary>
    public int Passages { get; init; }

    /// <summary>Questions with answers.</summary>
    public int FaqEntries { get; init; }

    /// <summary>Places to compare with the original.</summary>
    public int Doubts { get; init; }

    /// <summary>What reading it found; null when it was not read this time.</summary>
    public FileFindings? Findings { get; init; }
}

/// <summary>How reading a file ended.</summary>
public enum FileOutcome
{
    /// <summary>Could not be read.</summary>
    Unreadable,

    /// <summary>Filed, with places to check.</summary>
    Doubtful,

    /// <summary>Filed as a new document or version.</summary>
    Filed,

    /// <summary>Its content was filed before.</summary>
    Unchanged,

    /// <summary>The same content is filed under another name.</summary>
    Duplicate,

    /// <summary>Stored, and kept out of search until someone has decided about personal data in it.</summary>
    Held,
}
