namespace Yakuba.Documents;

/// <summary>Bounds for one file. A file over a bound is refused by name, never read in part without saying so.</summary>
public sealed record ReadLimits
{
    /// <summary>The house defaults.</summary>
    public static readonly ReadLimits Default = new();

    /// <summary>Largest file, in bytes. 200 MB.</summary>
    public long MaxFileBytes { get; init; } = 200_000_000;

    /// <summary>Most pages of a PDF. 5,000.</summary>
    public int MaxPages { get; init; } = 5_000;

    /// <summary>Longest time for one file. 60 s.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Most memory of the process that reads, with the programs it starts. 1 GiB. The server that started it watches over this.</summary>
    public long MaxMemoryBytes { get; init; } = 1L << 30;

    /// <summary>Most entries of a ZIP container. 10,000.</summary>
    public int MaxZipEntries { get; init; } = 10_000;

    /// <summary>Largest ratio of expanded to compressed bytes for one entry of at least 1 MiB expanded. 200.</summary>
    public int MaxZipRatio { get; init; } = 200;

    /// <summary>Most expanded bytes of one ZIP container, together. 400 MB.</summary>
    public long MaxExpandedBytes { get; init; } = 400_000_000;

    /// <summary>Deepest nesting of elements in XML. 256.</summary>
    public int MaxXmlDepth { get; init; } = 256;

    /// <summary>Deepest nesting of elements in HTML, as written. 512.</summary>
    public int MaxHtmlDepth { get; init; } = 512;

    /// <summary>Most blocks and entries of one document. 500,000.</summary>
    public int MaxBlocks { get; init; } = 500_000;

    /// <summary>Whether pages without text are sent through character recognition where it is installed.</summary>
    public bool RecogniseScans { get; init; } = true;

    /// <summary>Most pages recognised in one file; further ones are listed as not read. 50.</summary>
    public int MaxRecognisedPages { get; init; } = 50;

    /// <summary>
    /// Whether the file is read as the text of an act or ordinance, for <see cref="EnactmentLines"/>: every line as it stands,
    /// the contents included; no provisions are looked for, and tables keep every cell in its place.
    /// </summary>
    public bool AsEnactment { get; init; }
}
