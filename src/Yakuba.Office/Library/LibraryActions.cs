using System.Text.Json.Nodes;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform;

namespace Yakuba.Office.Library;

/// <summary>What the library writes into the record.</summary>
public static class LibraryActions
{
    /// <summary>A version was taken in.</summary>
    public const string Imported = "document-imported";

    internal static JsonObject Facts(uint version, ReadFile file) => new()
    {
        ["version"] = (long)version,
        ["sha256"] = file.Sha256,
        ["section"] = file.Item.Section,
        ["label"] = file.Item.Label.ToName(),
        ["state"] = file.Item.Target.ToKey(),
        ["passages"] = file.Passages.Count,
    };
}
