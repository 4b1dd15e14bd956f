using System.Globalization;
using System.Text;

namespace Yakuba.Documents;

/// <summary>Reads the text of slides in their order: titles as headings, paragraphs, tables. Notes of the speaker are left out and reported.</summary>
internal static class SlidesReader
{
    internal static Document Read(ReadSource source, ZipContainer zip, string main)
    {
        var relations = PartRelations.Of(zip, main);
        var blocks = new List<Block>();
        var number = 0;
        foreach (var id in Order(zip, main))
        {
            number++;
            if (relations.TryGetValue(id, out var part) && zip.Has(part.Target))
            {
                var before = blocks.Count;
                Slide(source, zip, part.Target, new SlideLocator(number), blocks);
                if (blocks.Count == before)
                {
                    source.Notes.PagesNotRead.Add(number);
                }
                else
                {
                    source.Notes.PagesRead++;
                }
            }
        }

        if (zip.Names.Any(n => n.StartsWith("ppt/notesSlides/notesSlide", StringComparison.OrdinalIgnoreCase)))
        {
            source.Notes.Skipped("発表者のノート", "スライドに表示されないため除きました");
        }

        var title = blocks.OfType<HeadingBlock>().FirstOrDefault()?.Text ?? source.FallbackTitle;
        return new Document(title, DocumentKind.Slides, blocks, [], DocumentDates.None);
    }

    private static List<string> Order(ZipContainer zip, string main)
    {
        var ids = new List<string>();
        using var xml = zip.Xml(main);
        while (xml?.Next() == true)
        {
            if (xml.IsElement && xml.Name == "sldId" && xml.Reader.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") is { } id)
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    private static void Slide(ReadSource source, ZipContainer zip, string part, SlideLocator at, List<Block> blocks)
    {
        using var xml = zip.Xml(part)!;
        var isTitle = false;
        while (xml.Next())
        {
            if (!xml.IsElement)
            {
                continue;
            }

            switch (xml.Name)
            {
                case "sld" when xml["show"] is "0" or "false":
                    source.Notes.Skipped(at.ToLabel(), "非表示のスライドです");
                    return;
                case "sp": isTitle = false; break;
                case "ph": isTitle = xml["type"] is "title" or "ctrTitle"; break;
                case "tbl": Table(source, xml, at, blocks); break;
                case "p" when Paragraph(xml) is { Length: > 0 } text:
                    blocks.Add(isTitle ? new HeadingBlock(text, at, 1) : new ParagraphBlock(text, at));
                    break;
                default: break;
            }
        }
    }

    private static void Table(ReadSource source, SafeXml xml, SlideLocator at, List<Block> blocks)
    {
        var grid = new TableGrid();
        var row = 0;
        foreach (var child in xml.Children())
        {
            if (child != "tr")
            {
                continue;
            }

            var column = 0;
            foreach (var part in xml.Children())
            {
                if (part == "tc")
                {
                    int right = Number(xml["gridSpan"]), down = Number(xml["rowSpan"]);
                    var covered = xml["hMerge"] is "1" or "true" || xml["vMerge"] is "1" or "true";
                    var text = CellText(xml);
                    if (!covered)
                    {
                        grid.Put(row, column, new GridCell(text, at, down, right));
                    }

                    column++;
                }
            }

            row++;
        }

        source.Notes.Tables++;
        blocks.AddRange(TableRows.Of(grid, _ => at));
    }

    private static string CellText(SafeXml xml)
    {
        var lines = new List<string>();
        foreach (var node in xml.Inside())
        {
            if (node.IsElement && node.Name == "p")
            {
                lines.Add(Paragraph(node));
            }
        }

        return string.Join('\n', lines.Where(l => l.Length > 0));
    }

    private static string Paragraph(SafeXml xml)
    {
        var text = new StringBuilder();
        var inText = false;
        foreach (var node in xml.Inside())
        {
            if (node.IsElement)
            {
                inText = node.Name == "t";
                text.Append(node.Name == "br" ? "\n" : "");
            }
            else if (node.IsText && inText)
            {
                text.Append(node.Value);
            }
        }

        return TextCleaning.TrimBlank(TextCleaning.Clean(text.ToString()));
    }

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, 1, 1_000) : 1;
}
