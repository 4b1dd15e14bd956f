using System.Text.Json.Serialization;

namespace Yakuba.Documents;

/// <summary>One piece of a document in reading order, with the place where a reader finds it.</summary>
/// <param name="Text">Text as it stands in the source; may hold line feeds, no other control characters.</param>
/// <param name="At">Where it stands.</param>
[JsonDerivedType(typeof(HeadingBlock), "heading")]
[JsonDerivedType(typeof(ParagraphBlock), "paragraph")]
[JsonDerivedType(typeof(ListItemBlock), "item")]
[JsonDerivedType(typeof(TableRowBlock), "row")]
[JsonDerivedType(typeof(ArticleBlock), "article")]
[JsonDerivedType(typeof(FootnoteBlock), "footnote")]
[JsonDerivedType(typeof(CaptionBlock), "caption")]
public abstract record Block(string Text, Locator At);

/// <summary>A heading.</summary>
/// <param name="Level">1 is the highest; 1 to 9.</param>
public sealed record HeadingBlock(string Text, Locator At, int Level) : Block(Text, At);

/// <summary>A paragraph.</summary>
public sealed record ParagraphBlock(string Text, Locator At) : Block(Text, At);

/// <summary>An item of a list.</summary>
/// <param name="Level">Nesting, 1 is the outermost.</param>
/// <param name="Marker">Bullet or number as displayed, such as "(1)" or "・"; not repeated in the text.</param>
public sealed record ListItemBlock(string Text, Locator At, int Level, string Marker) : Block(Text, At);

/// <summary>A row of a table. Its text reads "列: 値、列: 値".</summary>
/// <param name="Cells">Filled cells from left to right; a merged cell appears once a row.</param>
public sealed record TableRowBlock(string Text, Locator At, IReadOnlyList<TableCell> Cells) : Block(Text, At);

/// <summary>A provision of a law, ordinance, rule or contract: one 項, 号 or further part of an article.</summary>
/// <param name="Article">The article in normal form, "第12条の2"; of supplementary provisions "附則第3条", or "附則" where they have no articles.</param>
/// <param name="Caption">見出し without its brackets; empty when there is none.</param>
/// <param name="Path">Full path in normal form, "第12条の2第2項第3号イ"; the article itself for its first 項.</param>
public sealed record ArticleBlock(string Text, Locator At, string Article, string Caption, string Path) : Block(Text, At);

/// <summary>A footnote or endnote.</summary>
public sealed record FootnoteBlock(string Text, Locator At) : Block(Text, At);

/// <summary>The caption of a figure or table.</summary>
public sealed record CaptionBlock(string Text, Locator At) : Block(Text, At);
