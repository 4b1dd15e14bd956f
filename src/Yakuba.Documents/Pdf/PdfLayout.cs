using System.Globalization;
using System.Text;

namespace Yakuba.Documents;

/// <summary>Reads the XHTML that <c>pdftotext -bbox-layout</c> prints.</summary>
internal static class PdfLayout
{
    // A page is at most 14,400 points wide (ISO 32000-1, annex C). What is said to lie far beyond would make the search for columns and rules endless.
    private const double Farthest = 30_000;

    internal static IEnumerable<PdfPage> Pages(ReadSource source, Stream layout)
    {
        using var xml = new SafeXml(layout, source, forgiving: true);
        var number = 0;
        while (xml.Next())
        {
            if (xml.IsElement && xml.Name == "page")
            {
                double width = Number(xml["width"]), height = Number(xml["height"]);
                yield return new PdfPage(++number, width, height, Blocks(xml));
            }
        }
    }

    private static List<PdfBlock> Blocks(SafeXml xml)
    {
        var blocks = new List<PdfBlock>();
        foreach (var node in xml.Inside())
        {
            if (node.IsElement && node.Name == "block")
            {
                var box = Box(node);
                var lines = Lines(node);
                if (lines.Count > 0)
                {
                    blocks.Add(new PdfBlock(box, lines));
                }
            }
        }

        return blocks;
    }

    private static List<PdfLine> Lines(SafeXml xml)
    {
        var lines = new List<PdfLine>();
        foreach (var child in xml.Children())
        {
            if (child == "line")
            {
                var line = new PdfLine(Box(xml), Words(xml));
                if (TextCleaning.TrimBlank(line.Text).Length > 0)
                {
                    lines.Add(line);
                }
            }
        }

        return lines;
    }

    private static List<PdfWord> Words(SafeXml xml)
    {
        var words = new List<PdfWord>();
        foreach (var child in xml.Children())
        {
            if (child == "word")
            {
                var box = Box(xml);
                var text = new StringBuilder();
                foreach (var node in xml.Inside())
                {
                    text.Append(node.IsText ? node.Value : "");
                }

                if (text.Length > 0)
                {
                    words.Add(new PdfWord(box, VerticalForms.Usual(text.ToString())));
                }
            }
        }

        return words;
    }

    private static PageBox Box(SafeXml xml)
    {
        double left = Number(xml["xMin"]), top = Number(xml["yMin"]), right = Number(xml["xMax"]), bottom = Number(xml["yMax"]);
        return new(Math.Min(left, right), Math.Min(top, bottom), Math.Max(left, right), Math.Max(top, bottom)); // no one counts on boxes turned inside out
    }

    private static double Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) ? Math.Clamp(Math.Round(n, 1), -Farthest, Farthest) : 0;
}
