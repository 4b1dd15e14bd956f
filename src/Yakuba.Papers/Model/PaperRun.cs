namespace Yakuba.Papers;

/// <summary>A stretch of text that looks one way and came from one place.</summary>
/// <param name="Text">The text; "\n" breaks the line inside the paragraph, "\t" goes to the next tab stop.</param>
public sealed record PaperRun(string Text)
{
    /// <summary>How it is set off.</summary>
    public RunMarks Marks { get; init; }

    /// <summary>What its words came from (a passage, a fact, a template), as the caller names it; empty for none. Not printed: HTML carries it as <c>data-source</c>, DOCX nowhere.</summary>
    public string Source { get; init; } = "";

    /// <summary>均等割付: the width in full-width characters over which the text is spread; 0 leaves it as it is. Less than the text's own width has no effect.</summary>
    public int Spread { get; init; }

    /// <summary>Reading to print above it (ルビ); empty for none.</summary>
    public string Ruby { get; init; } = "";

    /// <summary>Whether it was put in or taken out since an older version.</summary>
    public PaperChange Change { get; init; }
}

/// <summary>How a run is set off.</summary>
[Flags]
public enum RunMarks
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>下線</summary>
    Underline = 1,

    /// <summary>太字</summary>
    Bold = 2,

    /// <summary>傍点</summary>
    Dots = 4,
}
