using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Yakuba.Documents;

namespace Yakuba.Office.Library.Importing;

/// <summary>Blocks as rows for the viewer.</summary>
internal static class BlockRows
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal static BlockRow Of(uint version, int index, Block block)
    {
        var (kind, level, marker, extra) = block switch
        {
            HeadingBlock h => ("heading", h.Level, "", ""),
            ListItemBlock i => ("item", i.Level, i.Marker, ""),
            TableRowBlock r => ("row", 0, "", JsonSerializer.Serialize(r.Cells.Select(c => new { text = c.Text, header = c.HeaderPath, at = c.At.ToKey() }), Json)),
            ArticleBlock a => ("article", 0, "", JsonSerializer.Serialize(new { article = a.Article, caption = a.Caption, path = a.Path }, Json)),
            FootnoteBlock => ("footnote", 0, "", ""),
            CaptionBlock => ("caption", 0, "", ""),
            _ => ("paragraph", 0, "", ""),
        };
        return Row(version, index, kind, level, marker, block.Text, block.At, extra);
    }

    internal static BlockRow Of(uint version, int index, FaqEntry entry) => Row(
        version, index, "faq", 0, "", entry.Answer, entry.At, JsonSerializer.Serialize(new { question = entry.Question, category = entry.Category, section = entry.Section }, Json));

    internal static string Headings(IReadOnlyList<string> path) => JsonSerializer.Serialize(path, Json);

    private static BlockRow Row(uint version, int index, string kind, int level, string marker, string text, Locator at, string extra) =>
        new(version, index, kind, level, marker, text, at.ToKey(), extra);
}

/// <summary>One row of the table of blocks.</summary>
internal sealed record BlockRow(long Version, long Idx, string Kind, long Level, string Marker, string Text, string At, string Extra);
