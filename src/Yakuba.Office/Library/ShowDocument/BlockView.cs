using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Library.ShowDocument;

/// <summary>One block of a document's text.</summary>
/// <param name="Key">Stable key of its place; the anchor on the page.</param>
/// <param name="Shape">What it is.</param>
/// <param name="Place">Place in words (12ページ, 第12条), shown where it changes; may be empty.</param>
/// <param name="Runs">The text; marked where it is cited.</param>
public sealed record BlockView(string Key, BlockShape Shape, string Place, IReadOnlyList<QuoteRun> Runs)
{
    /// <summary>Depth of a heading or list item, from 1.</summary>
    public int Level { get; init; } = 1;

    /// <summary>Marker of a list item or number of an article: (1), ア, 第12条; may be empty.</summary>
    public string Marker { get; init; } = "";

    /// <summary>Rows of a table; empty for other shapes.</summary>
    public IReadOnlyList<RowView> Rows { get; init; } = [];

    /// <summary>True where the cited span begins: the page opens here.</summary>
    public bool IsCited { get; init; }

    /// <summary>The text without marks.</summary>
    public string Text => string.Concat(Runs.Select(run => run.Text));
}

/// <summary>What a block is.</summary>
public enum BlockShape
{
    /// <summary>A heading; it stands in the outline.</summary>
    Heading,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>An article or paragraph of a rule, with its number as marker.</summary>
    Article,

    /// <summary>A table.</summary>
    Table,

    /// <summary>The question of a FAQ entry; it stands in the outline.</summary>
    Question,

    /// <summary>The answer of a FAQ entry.</summary>
    Answer,

    /// <summary>A footnote or caption.</summary>
    Note,
}

/// <summary>One row of a table.</summary>
/// <param name="Key">Stable key of its place.</param>
/// <param name="Cells">The cells.</param>
/// <param name="IsHeader">True for a row of headers.</param>
public sealed record RowView(string Key, IReadOnlyList<CellView> Cells, bool IsHeader = false)
{
    /// <summary>True where the cited span begins.</summary>
    public bool IsCited { get; init; }
}

/// <summary>One cell of a table.</summary>
/// <param name="Runs">The text; marked where it is cited.</param>
/// <param name="Columns">How many columns it spans; at least 1.</param>
/// <param name="Rows">How many rows it spans; at least 1.</param>
public sealed record CellView(IReadOnlyList<QuoteRun> Runs, int Columns = 1, int Rows = 1);
