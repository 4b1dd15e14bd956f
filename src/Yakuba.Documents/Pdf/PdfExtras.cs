using System.Globalization;
using System.Text;
using System.Xml;

namespace Yakuba.Documents;

/// <summary>Reports what a PDF holds beside the text of its pages: text set outside them, and notes pinned to them.</summary>
internal static class PdfExtras
{
    private const int Seconds = 6;

    internal static void Report(ReadSource source, ScratchFile file, int pages)
    {
        foreach (var note in PdfNotes.Of(source.Content))
        {
            source.Notes.Hidden("注釈（付せんなどの書き込み）", "", TextCleaning.Clean(note));
        }

        // pdftotext drops what stands outside a page; pdftohtml keeps it, with its place.
        var drawn = ChildProgram.Run(source, Seconds + (pages / 2), "pdftohtml", "-xml", "-i", "-hidden", "-nodrm", "-stdout", file.Name);
        if (drawn is { Code: 0, Output.Length: > 0 } result)
        {
            try
            {
                OffPage(source, result.Output);
            }
            catch (XmlException)
            {
                // The page itself was read; only this look beside it ends early.
                source.Notes.Skipped("ページの外の文字", "調べられませんでした");
            }
        }
    }

    private static void OffPage(ReadSource source, Stream output)
    {
        using var xml = new SafeXml(output, source, forgiving: true);
        var (number, width, height) = ("", 0, 0);
        while (xml.Next())
        {
            if (!xml.IsElement)
            {
                continue;
            }

            if (xml.Name == "page")
            {
                (number, width, height) = (xml["number"] ?? "", Number(xml["width"]), Number(xml["height"]));
            }
            else if (xml.Name == "text" && width > 0 && IsOutside(xml, width, height))
            {
                source.Notes.Hidden("ページの外に置いた文字", $"{number}ページ", Text(xml));
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
