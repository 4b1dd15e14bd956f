using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Yakuba.Documents;

/// <summary>Draws pages once more without their pictures, and tells the words that a picture covers and those over a picture that are not drawn at all.</summary>
/// <remarks>A picture has ink of its own, so that ink where a word stands says nothing there.</remarks>
internal sealed partial class PdfPictures : IDisposable
{
    private const int Seconds = 6;
    private readonly ReadSource _source;
    private readonly ScratchFile _whole;
    private readonly PdfInk _ink;
    private readonly ScratchFile? _file;
    private readonly PdfInk? _bare;
    private (int Page, List<(PageBox Box, string Text)> Texts) _drawn = (0, []);

    internal PdfPictures(ReadSource source, ScratchFile whole, PdfInk ink, int pages)
    {
        (_source, _whole, _ink) = (source, whole, ink);
        if (Without(source.Content) is { } bare)
        {
            _file = new ScratchFile(bare);
            _bare = new PdfInk(source, _file, pages);
        }
    }

    /// <summary>How a picture hides a word that has ink where it stands; null when it is seen.</summary>
    internal string? Hides(PdfPage page, string word, PageBox box)
    {
        if (_bare?.Drawn(page) is not { } bare || _ink.Drawn(page) is not { } whole || whole.Width != bare.Width || whole.Height != bare.Height)
        {
            return null;
        }

        return !_bare.Shows(page, box) ? IsDrawn(page, word, box) ? null : "画像の上に置いた見えない文字（読み取り機の認識文字など）"
            : PdfInk.Covered(whole, bare, box) ? "画像の下に隠れた文字"
            : null;
    }

    public void Dispose()
    {
        _bare?.Dispose();
        _file?.Dispose();
    }

    /// <summary>The file with each of its pictures named as something that is not drawn; null when it has none.</summary>
    /// <remarks>A picture is a stream, and what describes a stream is never compressed nor encrypted.</remarks>
    internal static byte[]? Without(byte[] content)
    {
        byte[]? bare = null;
        for (var at = 0; content.AsSpan(at).IndexOf("/Image"u8) is >= 0 and var found; at += found + 6)
        {
            var (start, end) = (at + found, at + found + 6);
            var before = Encoding.Latin1.GetString(content, Math.Max(0, start - 12), start - Math.Max(0, start - 12));
            if (Subtype().IsMatch(before) && end < content.Length && !char.IsAsciiLetterOrDigit((char)content[end]))
            {
                bare ??= (byte[])content.Clone();
                bare[end - 1] = (byte)'o';
            }
        }

        return bare;
    }

    /// <summary>Whether a word is drawn in some colour, such as white on a photograph; words that are never drawn pdftohtml leaves out.</summary>
    private bool IsDrawn(PdfPage page, string word, PageBox box)
    {
        if (_drawn.Page != page.Number)
        {
            _drawn = (page.Number, Drawn(page));
        }

        return _drawn.Texts.Exists(t => t.Box.Left < box.Right && t.Box.Right > box.Left && t.Box.Top < box.Bottom && t.Box.Bottom > box.Top && t.Text.Contains(Flat(word), StringComparison.Ordinal));
    }

    private List<(PageBox, string)> Drawn(PdfPage page)
    {
        var texts = new List<(PageBox, string)>();
        var number = page.Number.ToString(CultureInfo.InvariantCulture);
        try
        {
            var drawn = ChildProgram.Run(_source, Seconds, "pdftohtml", "-q", "-xml", "-i", "-nodrm", "-stdout", "-zoom", "1", "-f", number, "-l", number, _whole.Name);
            using var xml = new SafeXml(drawn?.Output ?? new MemoryStream(), _source, forgiving: true);
            while (xml.Next())
            {
                if (xml.IsElement && xml.Name == "text")
                {
                    double left = Number(xml["left"]), top = Number(xml["top"]), width = Number(xml["width"]), height = Number(xml["height"]);
                    var text = VerticalForms.Usual(string.Concat(xml.Inside().Select(n => n.IsText ? Flat(n.Value) : "")));

                    // A vertical line is said to have no width and the height of a letter.
                    texts.Add((width > 0 ? new PageBox(left, top, left + width, top + height) : new PageBox(left, top, left + height, top + (height * text.Length)), text));
                }
            }
        }
        catch (XmlException)
        {
            // What was told before the fault counts.
        }

        return texts;
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : 0;

    private static string Flat(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"/Subtype\s*$")]
    private static partial Regex Subtype();
}
