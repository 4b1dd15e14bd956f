namespace Yakuba.Office.Library.ShowReadingReport;

/// <summary>An import in one page of figures.</summary>
public sealed record ImportSummary
{
    /// <summary>Files in all.</summary>
    public long Files { get; init; }

    /// <summary>New documents.</summary>
    public int Added { get; init; }

    /// <summary>New versions of documents that were there.</summary>
    public int NewVersions { get; init; }

    /// <summary>Files of the same content as before.</summary>
    public int Unchanged { get; init; }

    /// <summary>Files of the same content as another document.</summary>
    public int Duplicates { get; init; }

    /// <summary>Files that could not be read.</summary>
    public int Unreadable { get; init; }

    /// <summary>Files kept out of search until someone has decided about personal data in them.</summary>
    public int Held { get; init; }

    /// <summary>Files that were not reached before the import was taken back or failed.</summary>
    public long NotTaken { get; init; }

    /// <summary>Filed files with places to compare with the original.</summary>
    public int Doubtful { get; init; }

    /// <summary>Pages with text.</summary>
    public long Pages { get; init; }

    /// <summary>Pages that gave no text.</summary>
    public long PagesNotRead { get; init; }

    /// <summary>Pages whose text may not have come out as it stands.</summary>
    public long PagesDoubtful { get; init; }

    /// <summary>Pages read by character recognition (認識文字).</summary>
    public long PagesRecognised { get; init; }

    /// <summary>Their mean confidence, 0 to 100; null when there is none.</summary>
    public int? RecognitionConfidence { get; init; }

    /// <summary>Tables.</summary>
    public long Tables { get; init; }

    /// <summary>Distinct articles.</summary>
    public long Articles { get; init; }

    /// <summary>Questions with answers.</summary>
    public long FaqEntries { get; init; }

    /// <summary>Places with text that people would not see on paper.</summary>
    public long Hidden { get; init; }

    /// <summary>Parts left out on purpose.</summary>
    public long Skipped { get; init; }

    /// <summary>Passages that search gained.</summary>
    public long Passages { get; init; }

    internal static ImportSummary Of(ImportModel import)
    {
        var files = import.Files;
        var filed = files.Where(f => f.Outcome is FileOutcome.Filed or FileOutcome.Doubtful).ToList();
        var found = filed.Select(f => f.Findings).OfType<Importing.FileFindings>().ToList();
        var recognised = found.SelectMany(f => f.PagesRecognised).ToList();
        return new ImportSummary
        {
            Files = Math.Max(import.All, files.Count),
            Added = filed.Count(f => !f.IsNewVersion),
            NewVersions = filed.Count(f => f.IsNewVersion),
            Unchanged = files.Count(f => f.Outcome == FileOutcome.Unchanged),
            Duplicates = files.Count(f => f.Outcome == FileOutcome.Duplicate),
            Unreadable = files.Count(f => f.Outcome == FileOutcome.Unreadable),
            Held = files.Count(f => f.Outcome == FileOutcome.Held),
            NotTaken = import.IsOver ? Math.Max(0, import.All - files.Count) : 0,
            Doubtful = files.Count(f => f.Outcome == FileOutcome.Doubtful),
            Pages = found.Sum(f => (long)f.PagesRead),
            PagesNotRead = found.Sum(f => (long)f.PagesNotRead.Count),
            PagesDoubtful = found.Sum(f => (long)f.PagesDoubtful.Count),
            PagesRecognised = recognised.Count,
            RecognitionConfidence = recognised.Count == 0 ? null : (int)Math.Round(recognised.Average(p => p.Confidence)),
            Tables = found.Sum(f => (long)f.Tables),
            Articles = found.Sum(f => (long)f.Articles),
            FaqEntries = filed.Sum(f => (long)f.FaqEntries),
            Hidden = found.Sum(f => (long)f.Hidden.Count),
            Skipped = found.Sum(f => (long)f.Skipped.Count),
            Passages = filed.Sum(f => (long)f.Passages),
        };
    }
}
