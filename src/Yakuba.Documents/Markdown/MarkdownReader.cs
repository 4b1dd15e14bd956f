using System.Text;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Yakuba.Documents;

/// <summary>Reads Markdown. HTML inside stays text with its tags taken out; nothing in it is ever run or shown as HTML.</summary>
internal static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseGridTables().UseFootnotes().UseYamlFrontMatter().Build();

    internal static Document Read(ReadSource source)
    {
        var decoded = CharsetDetector.Decode(source.Content);
        source.Notes.Charset = decoded.Charset;
        var blocks = new List<Block>();
        Walk(source, Markdown.Parse(TextCleaning.Clean(decoded.Text), Pipeline), blocks, listLevel: 0, marker: "");
        var title = blocks.OfType<HeadingBlock>().FirstOrDefault()?.Text ?? source.FallbackTitle;
        return OrdinanceStructure.Apply(new Document(title, DocumentKind.Markdown, blocks, [], DocumentDates.None), source);
    }

    private static void Walk(ReadSource source, ContainerBlock container, List<Block> blocks, int listLevel, string marker)
    {
        foreach (var block in container)
        {
            source.Cancel.ThrowIfCancellationRequested();
            var at = new LineLocator(block.Line + 1);
            switch (block)
            {
                case YamlFrontMatterBlock: source.Notes.Skipped("先頭の設定欄（フロントマター）", "本文ではありません"); break;
                case Markdig.Syntax.HeadingBlock heading: Add(new HeadingBlock(Text(heading.Inline), at, heading.Level)); break;
                case Table table: Rows(source, table, blocks); break;
                case ListBlock list: Items(source, list, blocks, listLevel + 1); break;
                case Footnote note: blocks.AddRange(Notes(source, note)); break;
                case LinkReferenceDefinitionGroup: break;
                case HtmlBlock html:
                    source.Notes.Skipped("Markdownの中のHTMLタグ", "タグを除き、文字だけを読みました");
                    Add(new ParagraphBlock(HtmlTags.Strip(html.Lines.ToString()), at));
                    break;
                case Markdig.Syntax.ParagraphBlock paragraph when listLevel > 0 && marker.Length > 0:
                    Add(new ListItemBlock(Text(paragraph.Inline), at, listLevel, marker));
                    marker = "";
                    break;
                case Markdig.Syntax.ParagraphBlock paragraph: Add(new ParagraphBlock(Text(paragraph.Inline), at)); break;
                case LeafBlock leaf: Add(new ParagraphBlock(leaf.Lines.ToString(), at)); break;
                case ContainerBlock inner: Walk(source, inner, blocks, listLevel, marker); break;
                default: break;
            }
        }

        void Add(Block block)
        {
            var text = TextCleaning.TrimBlank(block.Text);
            if (text.Length > 0)
            {
                blocks.Add(block with { Text = text });
            }
        }
    }

    private static void Items(ReadSource source, ListBlock list, List<Block> blocks, int level)
    {
        var number = int.TryParse(list.OrderedStart, out var start) ? start : 1;
        foreach (var item in list.OfType<Markdig.Syntax.ListItemBlock>())
        {
            Walk(source, item, blocks, level, list.IsOrdered ? $"{number++}{list.OrderedDelimiter}" : "・");
        }
    }

    private static void Rows(ReadSource source, Table table, List<Block> blocks)
    {
        source.Notes.Tables++;
        var grid = new TableGrid();
        var lines = new List<int>();
        foreach (var row in table.OfType<TableRow>())
        {
            foreach (var cell in row.OfType<Markdig.Extensions.Tables.TableCell>())
            {
                var inner = new List<Block>();
                Walk(source, cell, inner, 0, "");
                var text = string.Join('\n', inner.Select(b => b.Text));
                grid.Append(lines.Count, new GridCell(text, new LineLocator(row.Line + 1), cell.RowSpan, cell.ColumnSpan, row.IsHeader));
            }

            lines.Add(row.Line + 1);
        }

        blocks.AddRange(TableRows.Of(grid, r => new LineLocator(lines[Math.Min(r, lines.Count - 1)])));
    }

    private static IEnumerable<Block> Notes(ReadSource source, Footnote note)
    {
        var inner = new List<Block>();
        Walk(source, note, inner, 0, "");
        return inner.Select(b => new FootnoteBlock(b.Text, b.At));
    }

    private static string Text(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines?.Descendants() ?? [])
        {
            switch (inline)
            {
                case LiteralInline literal: text.Append(literal.Content.AsSpan()); break;
                case CodeInline code: text.Append(code.Content); break;
                case AutolinkInline link: text.Append(link.Url); break;
                case HtmlEntityInline entity: text.Append(entity.Transcoded.AsSpan()); break;
                case LineBreakInline lineBreak:
                    text.Append(lineBreak.IsHard ? "\n" : text.Length > 0 && char.IsAsciiLetterOrDigit(text[^1]) ? " " : "");
                    break;
                default: break;
            }
        }

        return TextCleaning.Clean(text.ToString());
    }
}
