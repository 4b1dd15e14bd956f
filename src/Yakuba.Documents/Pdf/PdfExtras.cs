using System.Globalization;
using System.Text;
using System.Xml;

namespace Yakuba.Documents;

/// <summary>Looks at a PDF a second time, for what the layout of its pages does not tell: text set outside them, notes pinned to them, fonts that mean nothing.</summary>
internal static class PdfExtras
{
    private const int Seconds = 6;

    /// <summary>Reports what stands beside the pages.</summary>
    /// <returns>The part (0 to 1) of each page's characters that is set in fonts without meaning; only pages that have any.</returns>
    internal static Dictionary<int, double> Report(ReadSource source, ScratchFile file, int pages)
    {
        foreach (var note in PdfNotes.Of(source.Content))
        {
            source.Notes.Hidden("注釈（付せんなどの書き込み）", "", TextCleaning.Clean(note));
        }

        var unmapped = PdfFonts.Unmapped(source, file, pages);
        var meaningless = new Dictionary<int, double>();

        // pdftotext drops what stands outside a page; pdftohtml keeps it, with its place and its font.
        var drawn = ChildProgram.Run(source, Seconds + (pages / 2), "pdftohtml", "-q", "-xml", "-i", "-hidden", "-nodrm", "-stdout", file.Name);
        if (drawn is { Code: 0, Output.Length: > 0 } result)
        {
            try
            {
                Look(source, result.Output, unmapped, meaningless);
                return meaningless;
            }
            catch (XmlException)
            {
                // The page itself was read; only this look beside it ends early.
            }
        }

        source.Notes.Skipped("ページの外の文字", "調べられませんでした");
        return unmapped.Count == 0 ? [] : Enumerable.Range(1, pages).ToDictionary(p => p, p => meaningless.GetValueOrDefault(p, 0.5));
    }

    private static void Look(ReadSource source, Stream output, HashSet<string> unmapped, Dictionary<int, double> meaningless)
    {
        using var xml = new SafeXml(output, source, forgiving: true);
        var fonts = new HashSet<string>();
        var (number, width, height) = (0, 0, 0);
        int all = 0, without = 0;
        while (xml.Next())
        {
            if (!xml.IsElement)
            {
                continue;
            }

            switch (xml.Name)
            {
                case "page":
                    (number, width, height) = (Number(xml["number"]), Number(xml["width"]), Number(xml["height"]));
                    (all, without) = (0, 0);
                    break;
                case "fontspec" when unmapped.Contains(PdfFonts.Name(xml["family"] ?? "")):
                    fonts.Add(xml["id"] ?? "");
                    break;
                case "text" when width > 0:
                    var (outside, font) = (IsOutside(xml, width, height), xml["font"] ?? "");
                    var text = outside || fonts.Count > 0 ? Text(xml) : "";
                    source.Notes.Hidden("ページの外に置いた文字", string.Create(CultureInfo.InvariantCulture, $"{number}ページ"), outside ? text : "");
                    (all, without) = (all + text.Length, without + (fonts.Contains(font) ? text.Length : 0));
                    if (without > 0)
                    {
                        meaningless[number] = (double)without / all;
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private static bool IsOutside(SafeXml text, int width, int height)
    {
        int left = Number(text["left"]), top = Number(text["top"]);
        return left >= width || top >= height || left + Number(text["width"]) <= 0 || top + Number(text["height"]) <= 0;
    }

    private static string Text(SafeXml xml)
    {
        var text = new StringBuilder();
        foreach (var node in xml.Inside())
        {
            text.Append(node.IsText ? node.Value : "");
        }

        return TextCleaning.Clean(text.ToString());
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : 0;
}
