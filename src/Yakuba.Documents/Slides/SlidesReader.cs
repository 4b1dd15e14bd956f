using System.Globalization;
using System.Text;

namespace Yakuba.Documents;

/// <summary>Reads the text of slides in their order: titles as headings, paragraphs, tables. What a viewer does not show is left out and reported.</summary>
internal static class SlidesReader
{
    internal static Document Read(ReadSource source, ZipContainer zip, string main)
    {
        var relations = PartRelations.Of(zip, main);
        var blocks = new List<Block>();
        var number = 0;
        var (ids, width, height) = Presentation(zip, main);
        foreach (var id in ids)
        {
            number++;
            if (relations.TryGetValue(id, out var part) && zip.Has(part.Target))
            {
                var before = blocks.Count;
                var shown = Slide(source, zip, part.Target, new SlideShapes(width, height), new SlideLocator(number), blocks);
                Beside(source, zip, part.Target, new SlideLocator(number));
                if (blocks.Count > before)
                {
                    source.Notes.PagesRead++;
                }
                else if (shown)
                {
                    source.Notes.PagesNotRead.Add(number);
                }
            }
        }

        if (zip.Names.Any(n => n.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)))
        {
            source.Notes.Skipped("マクロ", "実行も読み取りもしません");
        }

        if (zip.Names.Any(n => n.StartsWith("ppt/media/", StringComparison.OrdinalIgnoreCase)))
        {
            source.Notes.Skipped("画像", "画像の中の文字は読み取りません");
        }

        var title = blocks.OfType<HeadingBlock>().FirstOrDefault()?.Text ?? source.FallbackTitle;
        return new Document(title, DocumentKind.Slides, blocks, [], DocumentDates.None);
    }

    /// <summary>Slides in their order, and the size of a slide; 0 when it is not stated.</summary>
    private static (List<string> Ids, long Width, long Height) Presentation(ZipContainer zip, string main)
    {
        var ids = new List<string>();
        long width = 0, height = 0;
        using var xml = zip.Xml(main);
        while (xml?.Next() == true)
        {
            if (xml.IsElement && xml.Name == "sldId" && xml.Reader.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") is { } id)
            {
                ids.Add(id);
            }
            else if (xml.IsElement && xml.Name == "sldSz" && int.TryParse(xml["cx"], NumberStyles.None, CultureInfo.InvariantCulture, out var x) && int.TryParse(xml["cy"], NumberStyles.None, CultureInfo.InvariantCulture, out var y))
            {
                (width, height) = (x, y);
            }
        }

        return (ids, width, height);
    }

    /// <summary>Reads one slide; false when it is not shown.</summary>
    private static bool Slide(ReadSource source, ZipContainer zip, string part, SlideShapes shapes, SlideLocator at, List<Block> blocks)
    {
        using var xml = zip.Xml(part)!;
        while (xml.Next())
        {
            if (!xml.IsElement)
            {
                continue;
            }

            shapes.Element(xml);
            switch (xml.Name)
            {
                case "sld" when xml["show"] is "0" or "false":
                    source.Notes.Skipped(at.ToLabel(), "非表示のスライドです");
                    source.Notes.Hidden("非表示のスライド", at.ToLabel(), SlideText.All(xml));
                    return false;
                case "tbl":
                    Table(source, xml, shapes.Hidden, at, blocks);
                    break;
                case "p":
                    var (text, tiny) = SlideText.Paragraph(xml);
                    source.Notes.Hidden("読めない大きさの文字", at.ToLabel(), tiny);
                    Take(source, shapes, text, at, blocks);
                    break;
                default:
                    break;
            }
        }

        return true;
    }

    private static void Take(ReadSource source, SlideShapes shapes, string text, SlideLocator at, List<Block> blocks)
    {
        if (shapes.Hidden is { } way)
        {
            source.Notes.Hidden(way, at.ToLabel(), text);
        }
        else if (text.Length > 0)
        {
            blocks.Add(shapes.IsTitle ? new HeadingBlock(text, at, 1) : new ParagraphBlock(text, at));
        }
    }

    private static void Table(ReadSource source, SafeXml xml, string? hidden, SlideLocator at, List<Block> blocks)
    {
        var tiny = new StringBuilder();
        var rows = TableRows.Of(SlideText.Table(xml, at, tiny), _ => at);
        source.Notes.Hidden("読めない大きさの文字", at.ToLabel(), tiny.ToString());
        if (hidden is not null)
        {
            source.Notes.Hidden(hidden, at.ToLabel(), string.Join(' ', rows.Select(r => r.Text)));
            return;
        }

        source.Notes.Tables++;
        blocks.AddRange(rows);
    }

    /// <summary>What belongs to a slide and is not on it: the speaker's notes, and comments.</summary>
    private static void Beside(ReadSource source, ZipContainer zip, string slide, SlideLocator at)
    {
        foreach (var (type, target) in PartRelations.Of(zip, slide).Values)
        {
            var way = type[(type.LastIndexOf('/') + 1)..] switch { "notesSlide" => "発表者のノート", "comments" => "コメント", _ => null };
            if (way is not null)
            {
                using var xml = zip.Xml(target);
                source.Notes.Hidden(way, at.ToLabel(), xml is null ? "" : SlideText.All(xml));
            }
        }
    }
}
