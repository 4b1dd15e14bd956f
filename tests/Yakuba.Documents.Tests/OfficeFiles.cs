using System.IO.Compression;
using System.Text;

namespace Yakuba.Documents.Tests;

/// <summary>Builds small Office files part by part, so that a test shows the very markup it is about.</summary>
internal static class OfficeFiles
{
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    internal const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A Word file of a body, and further parts by relation type and XML.</summary>
    internal static byte[] Word(string body, params (string Type, string Xml)[] parts) => Zip(
    [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("_rels/.rels", $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
        ("word/document.xml", $"<w:document xmlns:w=\"{W}\"><w:body>{body}</w:body></w:document>"),
        ("word/_rels/document.xml.rels", $"<Relationships xmlns=\"{Relations}\">{string.Concat(parts.Select((p, i) => $"<Relationship Id=\"d{i}\" Type=\"{Office}/{p.Type}\" Target=\"{p.Type}.xml\"/>"))}</Relationships>"),
        .. parts.Select(p => ($"word/{p.Type}.xml", p.Xml)),
    ]);

    /// <summary>A paragraph with a style and text.</summary>
    internal static string P(string text, string properties = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    /// <summary>A workbook of sheets: name, state, XML of the sheet's inside. Style 1 is the format given.</summary>
    internal static byte[] Excel(string format, params (string Name, string State, string Inside)[] sheets) => Zip(
    [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("_rels/.rels", $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml", $"<workbook xmlns=\"{S}\" xmlns:r=\"{Office}\"><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"s{i}\"/>"))}</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"st\" Type=\"{Office}/styles\" Target=\"styles.xml\"/>{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"s{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"))}</Relationships>"),
        ("xl/styles.xml", $"<styleSheet xmlns=\"{S}\"><numFmts><numFmt numFmtId=\"200\" formatCode=\"{format}\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"200\"/></cellXfs></styleSheet>"),
        .. sheets.Select((s, i) => ($"xl/worksheets/sheet{i}.xml", $"<worksheet xmlns=\"{S}\">{s.Inside}</worksheet>")),
    ]);

    /// <summary>Rows of inline text cells; a blank text leaves its cell out.</summary>
    internal static string Rows(params string[][] rows) => "<sheetData>" + string.Concat(rows.Select((row, r) =>
        $"<row r=\"{r + 1}\">" + string.Concat(row.Select((text, c) => text.Length == 0 ? "" : $"<c r=\"{(char)('A' + c)}{r + 1}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")) + "</row>")) + "</sheetData>";

    /// <summary>A presentation of slides: attributes of the slide and XML of its shapes. A slide is 12,192,000 by 6,858,000 units large.</summary>
    internal static byte[] Slides(params (string Attributes, string Shapes)[] slides)
    {
        const string Show = "http://schemas.openxmlformats.org/presentationml/2006/main";
        return Zip(
        [
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            ("_rels/.rels", $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"ppt/presentation.xml\"/></Relationships>"),
            ("ppt/presentation.xml", $"<p:presentation xmlns:p=\"{Show}\" xmlns:r=\"{Office}\"><p:sldIdLst>{string.Concat(slides.Select((_, i) => $"<p:sldId id=\"{256 + i}\" r:id=\"s{i}\"/>"))}</p:sldIdLst><p:sldSz cx=\"12192000\" cy=\"6858000\"/></p:presentation>"),
            ("ppt/_rels/presentation.xml.rels", $"<Relationships xmlns=\"{Relations}\">{string.Concat(slides.Select((_, i) => $"<Relationship Id=\"s{i}\" Type=\"{Office}/slide\" Target=\"slides/slide{i}.xml\"/>"))}</Relationships>"),
            .. slides.Select((s, i) => ($"ppt/slides/slide{i}.xml", $"<p:sld xmlns:p=\"{Show}\"{s.Attributes}><p:cSld><p:spTree>{s.Shapes}</p:spTree></p:cSld></p:sld>")),
        ]);
    }

    /// <summary>The same file with parts added or put in the place of others.</summary>
    internal static byte[] With(byte[] file, params (string Name, string Text)[] parts)
    {
        using var from = new ZipArchive(new MemoryStream(file));
        return Zip([.. from.Entries.Where(e => parts.All(p => p.Name != e.FullName)).Select(e => (e.FullName, new StreamReader(e.Open()).ReadToEnd())), .. parts]);
    }

    internal static byte[] Zip(IEnumerable<(string Name, string Text)> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
