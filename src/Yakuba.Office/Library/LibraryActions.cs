using System.Text.Json.Nodes;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform;

namespace Yakuba.Office.Library;

/// <summary>What the library writes into the record.</summary>
public static class LibraryActions
{
    /// <summary>A version was taken in.</summary>
    public const string Imported = "document-imported";

    /// <summary>A draft was confirmed by its section.</summary>
    public const string Confirmed = "document-confirmed";

    /// <summary>A version was published.</summary>
    public const string Published = "document-published";

    /// <summary>A version was taken back to a draft.</summary>
    public const string Withdrawn = "document-withdrawn";

    /// <summary>A version was retired, now or from a day to come.</summary>
    public const string Retired = "document-retired";

    /// <summary>A retirement was taken back.</summary>
    public const string RetirementUndone = "document-retirement-undone";

    /// <summary>Title, section, label, readers or days were changed.</summary>
    public const string Revised = "document-revised";

    /// <summary>A version was deleted for good.</summary>
    public const string Deleted = "document-deleted";

    /// <summary>The library was exported, whole or as far as a person may read it.</summary>
    public const string Exported = "library-exported";

    /// <summary>An export was begun to be taken in; each version has its own entry.</summary>
    public const string ExportTaken = "library-export-taken";

    internal static JsonObject Facts(uint version, StoredFile file) => new()
    {
        ["version"] = (long)version,
        ["sha256"] = file.Sha256,
        ["section"] = file.Item.Section,
        ["label"] = file.Item.Label.ToName(),
        ["state"] = file.Item.Target.ToKey(),
        ["passages"] = file.Passages.Count,
    };
}
