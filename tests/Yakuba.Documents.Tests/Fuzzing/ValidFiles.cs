using System.Text;

namespace Yakuba.Documents.Tests.Fuzzing;

/// <summary>Small valid files of each format with a reader of our own: from the sample town, and made where it has none.</summary>
internal static class ValidFiles
{
    /// <summary>Ending of the name of a layout, as <c>pdftotext -bbox-layout</c> prints it.</summary>
    internal const string Layout = ".bbox";

    private const int MostBytes = 60_000;

    internal static IReadOnlyList<(string Name, byte[] Content)> All { get; } = [.. Town(), .. Made(), .. Layouts()];

    private static IEnumerable<(string, byte[])> Town() => new[] { "docx", "xlsx", "html", "csv", "md", "txt", "xml" }.SelectMany(extension =>
        new DirectoryInfo(Path.Combine(Repository(), "samples", "town")).EnumerateFiles("*." + extension, SearchOption.AllDirectories)
            .Where(f => f.Length < MostBytes).OrderBy(f => f.Length).ThenBy(f => f.Name, StringComparer.Ordinal).Where((_, i) => i % 3 == 0).Take(5)
            .Select(f => (f.Name, File.ReadAllBytes(f.FullName))));

    private static IEnumerable<(string, byte[])> Made()
    {
        const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string A = "http://schemas.openxmlformats.org/drawingml/2006/main", P = "http://schemas.openxmlformats.org/presentationml/2006/main";
        yield return ("発表.pptx", OfficeFiles.Zip(
        [
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            ("_rels/.rels", $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"ppt/presentation.xml\"/></Relationships>"),
            ("ppt/presentation.xml", $"<p:presentation xmlns:p=\"{P}\" xmlns:r=\"{Office}\"><p:sldIdLst><p:sldId id=\"256\" r:id=\"s1\"/></p:sldIdLst></p:presentation>"),
            ("ppt/_rels/presentation.xml.rels", $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"s1\" Type=\"{Office}/slide\" Target=\"slides/slide1.xml\"/></Relationships>"),
            ("ppt/slides/slide1.xml", $"<p:sld xmlns:p=\"{P}\" xmlns:a=\"{A}\"><p:cSld><p:spTree><p:sp><p:nvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>窓口の案内</a:t></a:r></a:p></p:txBody></p:sp>"
                + "<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc gridSpan=\"2\"><a:txBody><a:p><a:r><a:t>受付</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame></p:spTree></p:cSld></p:sld>"),
        ]));
        yield return ("手数料.xlsx", OfficeFiles.Excel(
            "[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@",
            ("一覧", "visible", OfficeFiles.Rows(["区分", "種別", "手数料"], ["証明", "住民票", "300"], ["", "戸籍", "450"]).Replace("</sheetData>", "<row r=\"5\"><c r=\"A5\" s=\"1\"><v>46113.5</v></c></row></sheetData>", StringComparison.Ordinal)
                + "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"),
            ("隠し", "veryHidden", OfficeFiles.Rows(["秘密"]))));
        yield return ("回覧.eml", Encoding.UTF8.GetBytes("From: a@example.jp\nSubject: =?UTF-8?B?5Zue6Kan?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"=_b\"\n\n--=_b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n回覧です。 \n続き\n"
            + "--c\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>=E5=9B=9E</p>\n--c--\n--=_b\nContent-Type: text/csv; name*=UTF-8''%E8%A1%A8.csv\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n5Yy65YiGLOmHkeminQror4HmmI4sMzAwCg==\n--=_b\nContent-Type: message/rfc822\n\nSubject: x\n\n奥\n--=_b--\n"));
        yield return ("問答.csv", Encoding.UTF8.GetBytes("質問,回答,担当課\n\"住民票は\nどこで取れますか\",\"市民課です。\"\"本庁\"\"のみ。\",市民課\n手数料は,300円です,市民課\n"));
        yield return ("条例.txt", Encoding.UTF8.GetBytes("手数料条例\n\n第１章　総則\n（趣旨）\n第一条　この条例は、手数料に関し必要な事項を定める。\n２　次に掲げるものとする。\n（１）　証明\nイ　住民票\n第二条の二　別表第１のとおり。\n附　則\nこの条例は、令和９年４月１日から施行する。\n別表第１（第二条の二関係）\n証明　300円\n"));
    }

    /// <summary>Layouts of the sample town's PDFs and of a page of vertical writing; none without poppler.</summary>
    private static IEnumerable<(string, byte[])> Layouts()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var vertical = new MadePdf();
        var font = vertical.AddJapanese("90ms-RKSJ-V", "Japan1");
        vertical.AddPage(string.Concat(Enumerable.Range(0, 8).Select(i => MadePdf.Codes(font, 340 - (24 * i), 380, 12, Encoding.GetEncoding(932).GetBytes("手数料は「一通」につき三百円です。")))));
        var town = new DirectoryInfo(Path.Combine(Repository(), "samples", "town")).EnumerateFiles("*.pdf", SearchOption.AllDirectories).OrderBy(f => f.FullName, StringComparer.Ordinal).Select(f => (f.Name, File.ReadAllBytes(f.FullName)));
        foreach (var (name, content) in File.Exists("/usr/bin/pdftotext") ? town.Append(("縦書き", vertical.ToBytes())) : [])
        {
            var source = new ReadSource(name, content, ReadLimits.Default, CancellationToken.None);
            using var file = new ScratchFile(content);
            yield return (name + Layout, ChildProgram.Run(source, 20, "pdftotext", "-q", "-l", "2", "-bbox-layout", file.Name, "-")!.Value.Output.ToArray());
        }
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Yakuba.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
