namespace Yakuba.Documents;

/// <summary>What reading one file found, for the person who put it in (読取品質レポート).</summary>
public sealed record ReadingReport
{
    /// <summary>Name of the file as given.</summary>
    public required string FileName { get; init; }

    /// <summary>Format read.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>Character set of a text format, such as "shift_jis"; null for the others.</summary>
    public string? Charset { get; init; }

    /// <summary>Pages with text; 0 for a format without pages.</summary>
    public int PagesRead { get; init; }

    /// <summary>Pages that gave no text, from 1. Each is also a line of <see cref="Lines"/>.</summary>
    public IReadOnlyList<int> PagesNotRead { get; init; } = [];

    /// <summary>Pages whose text holds replacement or private-use characters in a doubtful share, from 1.</summary>
    public IReadOnlyList<int> PagesDoubtful { get; init; } = [];

    /// <summary>Pages read by character recognition, with its confidence.</summary>
    public IReadOnlyList<RecognisedPage> PagesRecognised { get; init; } = [];

    /// <summary>Text characters (UTF-16 code units) of all blocks and entries.</summary>
    public long Characters { get; init; }

    /// <summary>Characters that could not be decoded (U+FFFD).</summary>
    public long ReplacementCharacters { get; init; }

    /// <summary>Private-use characters (外字), whose look depends on a font of the maker.</summary>
    public long PrivateUseCharacters { get; init; }

    /// <summary>Tables found.</summary>
    public int Tables { get; init; }

    /// <summary>Distinct articles found.</summary>
    public int Articles { get; init; }

    /// <summary>Question and answer entries found.</summary>
    public int FaqEntries { get; init; }

    /// <summary>Text that a viewer would not show; left out of the document.</summary>
    public IReadOnlyList<HiddenText> Hidden { get; init; } = [];

    /// <summary>Parts left out on purpose, and why.</summary>
    public IReadOnlyList<SkippedPart> Skipped { get; init; } = [];

    /// <summary>Doubts about the pages of files that came with this one, which a page of this one cannot stand for.</summary>
    public IReadOnlyList<AttachedDoubt> AttachedDoubts { get; init; } = [];

    /// <summary>The report for people: one Japanese sentence a line, plain facts first, what to check after.</summary>
    public IReadOnlyList<string> Lines => ReportLines.Of(this);
}

/// <summary>A page read by character recognition (認識文字).</summary>
/// <param name="Page">From 1.</param>
/// <param name="Confidence">Mean confidence of its words, 0 to 100.</param>
public readonly record struct RecognisedPage(int Page, int Confidence);

/// <summary>Text found hidden.</summary>
/// <param name="Way">Japanese: how it was hidden, such as 「隠し文字」.</param>
/// <param name="Where">Japanese: the place; empty for the whole document.</param>
/// <param name="Sample">Its beginning, at most 80 characters.</param>
/// <param name="Characters">Length of all of it, in UTF-16 code units.</param>
public sealed record HiddenText(string Way, string Where, string Sample, int Characters);

/// <summary>A part left out.</summary>
/// <param name="What">Japanese: the part.</param>
/// <param name="Why">Japanese: the reason.</param>
public sealed record SkippedPart(string What, string Why);

/// <summary>A doubt about a file that came with another.</summary>
/// <param name="Where">Japanese: the file, such as 「添付「a.pdf」」.</param>
/// <param name="What">Japanese: the doubt, a sentence.</param>
public sealed record AttachedDoubt(string Where, string What);
