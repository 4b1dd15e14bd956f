namespace Yakuba.Papers;

/// <summary>A table with lines around its cells, as wide as the text.</summary>
/// <param name="Columns">Widths of the columns, in parts of the whole; 1 to 63 columns, each above 0.</param>
/// <param name="Rows">Rows from top to bottom.</param>
public sealed record PaperTable(IReadOnlyList<double> Columns, IReadOnlyList<PaperRow> Rows) : PaperBlock;

/// <summary>A row. Its cells fill the columns, each with as many as it spans.</summary>
/// <param name="Cells">Cells from left to right.</param>
public sealed record PaperRow(IReadOnlyList<PaperCell> Cells)
{
    /// <summary>Whether it is a header, printed again on each page; only rows at the top can be.</summary>
    public bool IsHeader { get; init; }

    /// <summary>Least height in millimetres; 0 for as high as its text.</summary>
    public double Height { get; init; }

    /// <summary>Whether the row was put in or taken out since an older version.</summary>
    public PaperChange Change { get; init; }

    /// <summary>A header row of plain texts.</summary>
    public static PaperRow Header(params IReadOnlyList<string> texts) => new([.. texts.Select(t => PaperCell.Of(t, CellAlignment.Centre))]) { IsHeader = true };

    /// <summary>A row of plain texts.</summary>
    public static PaperRow Of(params IReadOnlyList<string> texts) => new([.. texts.Select(t => PaperCell.Of(t))]);
}

/// <summary>A cell.</summary>
/// <param name="Lines">Its lines; in a cell <see cref="LineRole.Body"/> is not drawn in.</param>
public sealed record PaperCell(IReadOnlyList<PaperLine> Lines)
{
    /// <summary>Columns it spans; at least 1.</summary>
    public int Span { get; init; } = 1;

    /// <summary>Where its lines stand.</summary>
    public CellAlignment Alignment { get; init; }

    /// <summary>A cell of plain text.</summary>
    public static PaperCell Of(string text, CellAlignment alignment = CellAlignment.Left) => new([PaperLine.Of(LineRole.Body, text)]) { Alignment = alignment };
}

/// <summary>Where lines of a cell stand.</summary>
public enum CellAlignment
{
    /// <summary>左</summary>
    Left,

    /// <summary>中央, also from top to bottom</summary>
    Centre,

    /// <summary>右: amounts and counts</summary>
    Right,
}
