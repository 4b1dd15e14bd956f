using System.Text.Json.Serialization;
using Yakuba.Office.Library.Exporting;

namespace Yakuba.Office.Library.Importing;

/// <summary>What an import job is asked to do.</summary>
/// <param name="Items">The files, in order.</param>
/// <param name="DeleteAfter">A folder of uploaded files to remove once all are in; empty for files that stay where they are.</param>
public sealed record ImportInput(IReadOnlyList<ImportItem> Items, string DeleteAfter)
{
    /// <summary>Reorganisations of an export, put back once its versions are there.</summary>
    [JsonInclude]
    internal IReadOnlyList<ExportedReorganisation> Reorganisations { get; init; } = [];
}
