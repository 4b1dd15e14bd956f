namespace Yakuba.Office.Library.Importing;

/// <summary>The reading report (読取品質レポート) of an import: every file has its line.</summary>
/// <param name="Files">One line a file, in the order given.</param>
public sealed record ImportReport(IReadOnlyList<ImportedFile> Files)
{
    /// <summary>Files that became a new document or a new version.</summary>
    public int Imported => Files.Count(f => f.Outcome is ImportOutcome.Added or ImportOutcome.NewVersion);

    /// <summary>Files that were there already.</summary>
    public int AlreadyThere => Files.Count(f => f.Outcome is ImportOutcome.Unchanged or ImportOutcome.Duplicate);

    /// <summary>Files that could not be read.</summary>
    public int Refused => Files.Count(f => f.Outcome == ImportOutcome.Refused);

    /// <summary>Files that are stored and held for personal data.</summary>
    public int Held => Files.Count(f => f.Outcome == ImportOutcome.Held);

    /// <summary>Passages made.</summary>
    public int Passages => Files.Sum(f => f.Outcome == ImportOutcome.Held ? 0 : f.Passages);

    /// <summary>Entries of question and answer found.</summary>
    public int FaqEntries => Files.Sum(f => f.Outcome == ImportOutcome.Held ? 0 : f.FaqEntries);
}
