using System.Globalization;
using System.Text.Json;
using Yakuba.Documents;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Library.ShowDocument;

/// <summary>Stored blocks as the page shows them: rows become tables, articles get their heading, cited words their mark.</summary>
/// <param name="cited">Spans to mark, by block.</param>
internal sealed class BlockViews(IReadOnlyDictionary<long, (int Start, int Length)> cited)
{
    private readonly List<BlockView> _views = [];
    private readonly HashSet<string> _anchors = [];
    private readonly long _firstCited = cited.Count == 0 ? -1 : cited.Keys.Min();
    private string _place = "";
    private string _article = "";

    /// <summary>The views of a stretch of blocks.</summary>
    internal IReadOnlyList<BlockView> Of(IReadOnlyList<StoredBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var end = i;
            while (end < blocks.Count && blocks[end].Kind == "row" && SheetOf(blocks[end]) == SheetOf(blocks[i]))
            {
                end++;
            }

            if (end > i)
            {
                AddTable([.. blocks.Skip(i).Take(end - i)]);
                i = end - 1;
            }
            else
            {
                Add(blocks[i]);
            }
        }

        return _views;
    }

    /// <summary>Anchor of a place: its key, with what an address or an id cannot hold left out.</summary>
    internal static string Anchor(string key) => string.Concat(key.Select(c => char.IsWhiteSpace(c) || c is '"' or '#' or '%' ? '_' : c));

    private void Add(StoredBlock block)
    {
        switch (block.Kind)
        {
            case "heading":
                Emit(block, BlockShape.Heading, (int)block.Level);
                break;
            case "faq":
                var question = JsonDocument.Parse(block.Extra).RootElement.GetProperty("question").GetString() ?? "";
                _views.Add(new BlockView(Unique(block.At), BlockShape.Question, Place(block), [new QuoteRun(question, false)]));
                _views.Add(new BlockView(Unique(block.At), BlockShape.Answer, "", Runs(block)) { IsCited = block.Idx == _firstCited });
                break;
            case "article":
                AddArticle(block);
                break;
            case "item":
                Emit(block, BlockShape.Item, (int)block.Level, block.Marker);
                break;
            case "footnote" or "caption":
                Emit(block, BlockShape.Note);
                break;
            default:
                Emit(block, BlockShape.Paragraph);
                break;
        }
    }

    private void AddArticle(StoredBlock block)
    {
        var about = JsonDocument.Parse(block.Extra).RootElement;
        var article = about.GetProperty("article").GetString() ?? "";
        var caption = about.GetProperty("caption").GetString() ?? "";
        if (article != _article)
        {
            _article = article;
            var words = caption.Length > 0 ? $"{article}（{caption}）" : article;
            _views.Add(new BlockView(Unique("heading-" + block.At), BlockShape.Heading, "", [new QuoteRun(words, false)]) { Level = 3 });
        }

        Emit(block, BlockShape.Article, Depth(about.GetProperty("path").GetString() ?? ""));
    }

    private void Emit(StoredBlock block, BlockShape shape, int level = 1, string marker = "") => _views.Add(
        new BlockView(Unique(block.At), shape, Place(block), Runs(block)) { Level = Math.Max(1, level), Marker = marker, IsCited = block.Idx == _firstCited });

    private void AddTable(IReadOnlyList<StoredBlock> rows)
    {
        var place = Place(rows[0]);
        var table = TableView.Of(rows, cited, _firstCited, Unique);
        _views.Add(new BlockView(Unique("table-" + rows[0].At), BlockShape.Table, place, []) { Rows = table });
    }

    private IReadOnlyList<QuoteRun> Runs(StoredBlock block) => cited.TryGetValue(block.Idx, out var span) ? Marked(block.Text, span) : [new QuoteRun(block.Text, false)];

    internal static IReadOnlyList<QuoteRun> Marked(string text, (int Start, int Length) span)
    {
        var end = Math.Min(text.Length, span.Start + span.Length);
        return [.. new[] { new QuoteRun(text[..span.Start], false), new QuoteRun(text[span.Start..end], true), new QuoteRun(text[end..], false) }.Where(run => run.Text.Length > 0)];
    }

    // Said once where it changes: the page, slide or sheet.
    private string Place(StoredBlock block)
    {
        var place = Locator.TryParse(block.At) switch
        {
            AttachmentLocator attached => Place(attached),
            { } at => Place(at),
            _ => "",
        };
        if (place == _place)
        {
            return "";
        }

        _place = place;
        return place;
    }

    // The heading before it names the attached file; a mail with one letter and one file has no places else.
    private static string Place(AttachmentLocator attached) => $"{attached.ToFileLabel()}{(Place(attached.Inner) is { Length: > 0 } inner ? $"の{inner}" : "")}";

    private static string Place(Locator at) => at switch
    {
        PageLocator page => page.ToLabel(),
        SlideLocator slide => slide.ToLabel(),
        CellLocator cell => $"シート「{cell.Sheet}」",
        _ => "",
    };

    private string Unique(string key)
    {
        var anchor = Anchor(key);
        for (var n = 2; !_anchors.Add(anchor); n++)
        {
            anchor = string.Create(CultureInfo.InvariantCulture, $"{Anchor(key)}~{n}");
        }

        return anchor;
    }

    private static string SheetOf(StoredBlock block) => Locator.TryParse(block.At) switch
    {
        CellLocator cell => cell.Sheet,
        AttachmentLocator { Inner: CellLocator cell } attached => $"{attached.Attachment} {cell.Sheet}",
        _ => "",
    };

    // 第12条第2項第3号イ: one step deeper for 号 and for what stands below it.
    private static int Depth(string path) => 1 + (path.Contains('号', StringComparison.Ordinal) ? 1 : 0) + (path.Length > 0 && path.LastIndexOf('号') is >= 0 and var at && at < path.Length - 1 ? 1 : 0);
}
