using Yakuba.Documents;

namespace Yakuba.Office.Library.Importing;

/// <summary>What reading one file found: the reader's report as the report of an import keeps it.</summary>
public sealed record FileFindings
{
    /// <summary>Pages with text; 0 for a format without pages.</summary>
    public int PagesRead { get; init; }

    /// <summary>Pages that gave no text, from 1.</summary>
    public IReadOnlyList<int> PagesNotRead { get; init; } = [];

    /// <summary>Pages whose text may not have come out as it stands, from 1.</summary>
    public IReadOnlyList<int> PagesDoubtful { get; init; } = [];

    /// <summary>Pages read by character recognition (認識文字), with their confidence.</summary>
    public IReadOnlyList<RecognisedPage> PagesRecognised { get; init; } = [];

    /// <summary>Tables.</summary>
    public int Tables { get; init; }

    /// <summary>Distinct articles.</summary>
    public int Articles { get; init; }

    /// <summary>Text characters, in UTF-16 code units.</summary>
    public long Characters { get; init; }

    /// <summary>Characters that could not be decoded.</summary>
    public long ReplacementCharacters { get; init; }

    /// <summary>Private-use characters (外字).</summary>
    public long PrivateUseCharacters { get; init; }

    /// <summary>Text that people would not see on paper; left out.</summary>
    public IReadOnlyList<HiddenText> Hidden { get; init; } = [];

    /// <summary>Parts left out on purpose, and why.</summary>
    public IReadOnlyList<SkippedPart> Skipped { get; init; } = [];

    /// <summary>Doubts about the pages of files that came with a mail.</summary>
    public IReadOnlyList<AttachedDoubt> AttachedDoubts { get; init; } = [];

    /// <summary>Places that someone should compare with the original.</summary>
    public int Doubts => PagesNotRead.Count + PagesDoubtful.Count + PagesRecognised.Count + Hidden.Count + Skipped.Count + AttachedDoubts.Count
        + (ReplacementCharacters > 0 ? 1 : 0) + (PrivateUseCharacters > 0 ? 1 : 0);

    internal static FileFindings Of(ReadingReport report) => new()
    {
        PagesRead = report.PagesRead,
        PagesNotRead = report.PagesNotRead,
        PagesDoubtful = report.PagesDoubtful,
        PagesRecognised = report.PagesRecognised,
        Tables = report.Tables,
        Articles = report.Articles,
        Characters = report.Characters,
        ReplacementCharacters = report.ReplacementCharacters,
        PrivateUseCharacters = report.PrivateUseCharacters,
        Hidden = report.Hidden,
        Skipped = report.Skipped,
        AttachedDoubts = report.AttachedDoubts,
    };
}
