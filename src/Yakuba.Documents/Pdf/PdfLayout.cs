using System.Globalization;
using System.Text;

namespace Yakuba.Documents;

/// <summary>Reads the XHTML that <c>pdftotext -bbox-layout</c> prints.</summary>
internal static class PdfLayout
{
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
                var box = Box(xml);
                var text = Words(xml);
                if (TextCleaning.TrimBlank(text).Length > 0)
                {
                    lines.Add(new PdfLine(box, text));
                }
            }
        }

        return lines;
    }

    /// <summary>Words of a line; poppler divides where there is a gap, which in Japanese is a wide space or nothing.</summary>
    private static string Words(SafeXml xml)
    {
        var text = new StringBuilder();
        double end = double.NaN, size = 0;
        foreach (var child in xml.Children())
        {
            if (child != "word")
            {
                continue;
            }

            var box = Box(xml);
            var word = new StringBuilder();
            foreach (var node in xml.Inside())
            {
                word.Append(node.IsText ? node.Value : "");
            }

            size = Math.Max(size, box.Bottom - box.Top);
            if (text.Length > 0)
            {
                text.Append(Gap(text[^1], word, box.Left - end, size));
            }

            text.Append(word);
            end = box.Right;
        }

        return TextCleaning.Clean(text.ToString()).Replace('\n', ' ');
    }

    private static string Gap(char before, StringBuilder word, double gap, double size) =>
        char.IsAscii(before) && word.Length > 0 && char.IsAscii(word[0]) ? " " : gap > size * 0.6 ? "　" : "";

    private static PageBox Box(SafeXml xml) =>
        new(Number(xml["xMin"]), Number(xml["yMin"]), Number(xml["xMax"]), Number(xml["yMax"]));

    private static double Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) ? Math.Round(n, 1) : 0;
}
