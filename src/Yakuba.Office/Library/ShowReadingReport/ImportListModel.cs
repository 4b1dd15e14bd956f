namespace Yakuba.Office.Library.ShowReadingReport;

/// <summary>What the list of imports shows.</summary>
/// <param name="Lines">Imports of this page, newest first.</param>
/// <param name="Page">From 1.</param>
/// <param name="Pages">At least 1.</param>
public sealed record ImportListModel(IReadOnlyList<ImportListLine> Lines, int Page, int Pages)
{
    /// <summary>True when the person may export the library.</summary>
    public bool MayExport { get; init; }
}
