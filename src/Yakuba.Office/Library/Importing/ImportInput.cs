namespace Yakuba.Office.Library.Importing;

/// <summary>What an import job is asked to do.</summary>
/// <param name="Items">The files, in order.</param>
/// <param name="DeleteAfter">A folder of uploaded files to remove once all are in; empty for files that stay where they are.</param>
public sealed record ImportInput(IReadOnlyList<ImportItem> Items, string DeleteAfter);
