using System.Text.Json.Serialization;

namespace Yakuba.Office.Library.Importing;

/// <summary>What became of a file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImportOutcome>))]
public enum ImportOutcome
{
    /// <summary>新規: a new document.</summary>
    Added,

    /// <summary>新しい版: a new version of a document that was there.</summary>
    NewVersion,

    /// <summary>変更なし: the same content as the newest version.</summary>
    Unchanged,

    /// <summary>重複: the same content is there under another name of the same section.</summary>
    Duplicate,

    /// <summary>読取不可: refused, with the reason.</summary>
    Refused,

    /// <summary>保留: stored, and kept out of search until someone has decided about personal data in it.</summary>
    Held,
}

/// <summary>One line of the reading report of an import.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Version">The version's number; 0 when refused.</param>
/// <param name="Title">Its title.</param>
/// <param name="Passages">Passages to search.</param>
/// <param name="FaqEntries">Entries of question and answer.</param>
/// <param name="Notes">The reader's remarks for people.</param>
/// <param name="Problem">Stable name of the refusal, or empty.</param>
public sealed record ImportedFile(
    string File, ImportOutcome Outcome, long Version, string Title, int Passages, int FaqEntries, IReadOnlyList<string> Notes, string Problem)
{
    /// <summary>For a duplicate the version of the same content, whose title stands here; else 0.</summary>
    public long Twin { get; init; }

    /// <summary>Places to compare with the original.</summary>
    public int Doubts { get; init; }

    /// <summary>Where it lay in the folder that was taken in: folders and name, with / between them. The name alone for a single file.</summary>
    public string Path { get; init; } = "";

    /// <summary>What reading it found; null when it was not read.</summary>
    public FileFindings? Findings { get; init; }
}
