using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Yakuba.Documents.Tests;

/// <summary>A PDF of one or more pages of 400 by 400 points, put together by hand, so that a test says what stands in it.</summary>
internal sealed class MadePdf
{
    private readonly List<byte[]> _objects = [Ascii("<</Type/Catalog/Pages 2 0 R>>"), []];
    private readonly List<int> _pages = [];
    private readonly List<string> _fonts = [];
    private readonly List<string> _pictures = [];

    /// <summary>Helvetica by the name F0: for words in Latin letters.</summary>
    internal MadePdf() => AddFont("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");

    /// <summary>Words in Helvetica.</summary>
    internal static string Words(double x, double y, double size, string words, string before = "") => Invariant($"BT {before} /F0 {size} Tf {x} {y} Td ({words}) Tj ET\n");

    /// <summary>Codes of a font, such as "F1".</summary>
    internal static string Codes(string font, double x, double y, double size, byte[] codes) => Invariant($"BT /{font} {size} Tf {x} {y} Td <{Convert.ToHexString(codes)}> Tj ET\n");

    /// <summary>A Japanese typeface that is not in the file.</summary>
    /// <param name="encoding">Name of a CMap, such as 90ms-RKSJ-H.</param>
    /// <param name="ordering">Japan1 or Identity.</param>
    /// <param name="unicode">Body of a ToUnicode map; empty for none.</param>
    /// <returns>The font's name on pages.</returns>
    internal string AddJapanese(string encoding, string ordering, string unicode = "")
    {
        var descriptor = Add("<</Type/FontDescriptor/FontName/Ryumin-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>");
        var glyphs = Add($"<</Type/Font/Subtype/CIDFontType0/BaseFont/Ryumin-Light/CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})/Supplement 6>>/DW 1000/FontDescriptor {descriptor} 0 R>>");
        var map = unicode.Length > 0 ? $"/ToUnicode {AddStream("", Ascii("/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange " + unicode + " endcmap end"))} 0 R" : "";
        return AddFont($"<</Type/Font/Subtype/Type0/BaseFont/Ryumin-Light-{encoding}/Encoding/{encoding}/DescendantFonts[{glyphs} 0 R]{map}>>");
    }

    /// <summary>A grey picture, named by its order from P0; draw it with <see cref="Draw"/>.</summary>
    internal string AddPicture(int width, int height, byte[] shades)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(shades);
        }

        var picture = AddStream($"/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode", packed.ToArray());
        _pictures.Add($"/P{_pictures.Count} {picture} 0 R");
        return $"P{_pictures.Count - 1}";
    }

    /// <summary>Draws a picture into a box given by its lower left corner.</summary>
    internal static string Draw(string picture, double x, double y, double width, double height) => Invariant($"q {width} 0 0 {height} {x} {y} cm /{picture} Do Q\n");

    internal MadePdf AddPage(string content, int width = 400, int height = 400)
    {
        var body = AddStream("", Encoding.Latin1.GetBytes(content));
        _pages.Add(Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents {body} 0 R/Resources<</Font<<{string.Concat(_fonts)}>>/XObject<<{string.Concat(_pictures)}>>>>>>"));
        return this;
    }

    internal byte[] ToBytes()
    {
        _objects[1] = Ascii($"<</Type/Pages/Kids[{string.Join(' ', _pages.Select(p => $"{p} 0 R"))}]/Count {_pages.Count}>>");
        using var file = new MemoryStream();
        file.Write("%PDF-1.5\n"u8);
        var places = new List<long>();
        foreach (var (i, body) in _objects.Index())
        {
            places.Add(file.Length);
            file.Write(Ascii($"{i + 1} 0 obj"));
            file.Write(body);
            file.Write("endobj\n"u8);
        }

        var table = file.Length;
        file.Write(Ascii($"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n"));
        file.Write(Ascii(string.Concat(places.Select(p => Invariant($"{p:D10} 00000 n \n")))));
        file.Write(Ascii($"trailer<</Root 1 0 R/Size {_objects.Count + 1}>>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    private string AddFont(string font)
    {
        _fonts.Add($"/F{_fonts.Count} {Add(font)} 0 R");
        return $"F{_fonts.Count - 1}";
    }

    private int AddStream(string about, byte[] content) => Add([.. Ascii($"<<{about}/Length {content.Length}>>stream\n"), .. content, .. "\nendstream "u8]);

    private int Add(string body) => Add(Ascii(body));

    private int Add(byte[] body)
    {
        _objects.Add(body);
        return _objects.Count;
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
