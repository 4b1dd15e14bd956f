using System.Globalization;
using System.Text;

namespace Yakuba.Documents;

/// <summary>Text of paragraphs and tables on a slide.</summary>
internal static class SlideText
{
    /// <summary>Letters up to this size, in hundredths of a point, are read by nobody.</summary>
    private const int Tiny = 200;

    /// <summary>Text of a paragraph, and apart from it what is too small to see.</summary>
    internal static (string Text, string Hidden) Paragraph(SafeXml xml)
    {
        var (text, hidden) = (new StringBuilder(), new StringBuilder());
        var (inText, tiny) = (false, false);
        foreach (var node in xml.Inside())
        {
            if (node.IsElement)
            {
                inText = node.Name == "t";
                tiny = node.Name switch
                {
                    "r" or "fld" or "br" => false,
                    "rPr" => int.TryParse(node["sz"], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size <= Tiny,
                    _ => tiny,
                };
                text.Append(node.Name == "br" ? "\n" : "");
            }
            else if (node.IsText && inText)
            {
                (tiny ? hidden : text).Append(node.Value);
            }
        }

        return (TextCleaning.TrimBlank(TextCleaning.Clean(text.ToString())), TextCleaning.Clean(hidden.ToString()));
    }

    /// <summary>All paragraphs of a part, such as the notes of a slide.</summary>
    internal static string All(SafeXml xml)
    {
        var lines = new List<string>();
        while (xml.Next())
        {
            if (xml.IsElement && xml.Name is "p")
            {
                lines.Add(Paragraph(xml).Text);
            }
            else if (xml.IsElement && xml.Name is "text")
            {
                // A comment of a reviewer is one text without paragraphs.
                lines.Add(TextCleaning.Clean(string.Concat(xml.Inside().Where(n => n.IsText).Select(n => n.Value))));
            }
        }

        return string.Join(' ', lines.Where(l => l.Length > 0));
    }

    internal static TableGrid Table(SafeXml xml, Locator at, StringBuilder hidden)
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
                    var text = Cell(xml, hidden);
                    if (!covered)
                    {
                        grid.Put(row, column, new GridCell(text, at, down, right));
                    }

                    column++;
                }
            }

            row++;
        }

        return grid;
    }

    private static string Cell(SafeXml xml, StringBuilder hidden)
    {
        var lines = new List<string>();
        foreach (var node in xml.Inside())
        {
            if (node.IsElement && node.Name == "p")
            {
                var (text, tiny) = Paragraph(node);
                hidden.Append(tiny);
                lines.Add(text);
            }
        }

        return string.Join('\n', lines.Where(l => l.Length > 0));
    }

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, 1, 1_000) : 1;
}
