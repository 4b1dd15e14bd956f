using System.Text;
using static Yakuba.Documents.Tests.OfficeFiles;

namespace Yakuba.Documents.Tests;

public sealed class RefusalTests
{
    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "空.txt", [], "document-empty" },
        { "写真.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2], "document-image" },
        { "起案.jtd", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "document-ichitaro" },
        { "書庫.zip", Zip([("a.txt", "x")]), "document-archive" },
        { "名前.docx", Zip([("../../etc/x", "x"), ("word/document.xml", "<a/>")]), "document-unsafe-zip" },
        { "二重.docx", Zip([("word/document.xml", "<a/>"), ("word/document.xml", "<a/>")]), "document-unsafe-zip" },
        { "爆弾.docx", Zip([("word/document.xml", new string(' ', 30_000_000))]), "document-expands-too-far" },
        { "実体.docx", Zip([("word/document.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")]), "document-damaged" },
        { "深い.html", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<div>", 100_000))), "document-too-deep" },
        { "深い.docx", Word(string.Concat(Enumerable.Repeat("<w:sdt>", 3_000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 3_000))), "document-too-deep" },
        { "壊れた.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\nnothing"), "document-damaged" },
        { "設定.json", Encoding.UTF8.GetBytes("{}"), "document-unknown-format" },
        { "雑音.dat", [1, 2, 3, 0, 4, 5, 6, 0, 0, 7], "document-unknown-format" },
        { "起案2.dat", Compound("DocumentText"), "document-ichitaro" },
        { "通知.doc", Compound("WordDocument"), "document-legacy-office" },
        { "通知2.dat", Compound("WordDocument"), "document-legacy-office" },
        { "説明.ppt", Compound("PowerPoint Document"), "document-legacy-office" },
        { "予算.xlsx", Compound("EncryptedPackage"), "document-encrypted" },
        { "束.zip", Packed(encrypted: true), "document-encrypted" },
        { "束.lzh", [0x24, 0x5E, .. "-lh5-"u8, 1, 2, 3, 4], "document-archive" },
        { "束.7z", [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, 0, 0], "document-archive" },
        { "計画.odt", Zip([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")]), "document-other-office" },
        { "計画.dat", Zip([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")]), "document-other-office" },
        { "計画.odp", Zip([("mimetype", "application/vnd.oasis.opendocument.presentation")]), "document-other-office" },
        { "覚書.rtf", Encoding.ASCII.GetBytes("{\\rtf1\\ansi text}"), "document-other-office" },
        { "図面.xdw", [0x60, 0x0E, 0x82, 0x93, 1, 0, 0, 0], "document-other-office" },
        { "写真.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], "document-image" },
        { "写真.tif", [(byte)'I', (byte)'I', (byte)'*', 0, 8, 0, 0, 0], "document-image" },
        { "写真.heic", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, 1], "document-image" },
        { "空白.txt", Encoding.UTF8.GetBytes(" \r\n　\r\n"), "document-no-text" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void A_file_that_cannot_be_read_is_named_with_its_fault_and_a_next_step(string fileName, byte[] content, string name)
    {
        var refused = Reading.Refused(fileName, content);

        Assert.Equal(name, refused.Name);
        Assert.Contains(fileName, refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("。", refused.NextStep, StringComparison.Ordinal);
    }

    [Theory, InlineData("a.docm"), InlineData("a.xlsm"), InlineData("a.pptm")]
    public void A_file_with_macros_is_read_without_them(string name)
    {
        var file = name[2] switch { 'd' => Word(P("窓口の案内")), 'x' => Excel("0", ("表", "visible", Rows(["窓口の案内"]))), _ => Slides(("", "<p:sp xmlns:p=\"p\" xmlns:a=\"a\"><a:p><a:r><a:t>窓口の案内</a:t></a:r></a:p></p:sp>")) };
        var folder = name[2] switch { 'd' => "word", 'x' => "xl", _ => "ppt" };
        var read = Reading.Of(name, With(file, ($"{folder}/vbaProject.bin", "x")));

        Assert.Equal("窓口の案内", read.Document.Blocks[^1].Text);
        Assert.True(name[2] == 'd' || read.Report.Skipped.Any(s => s.What == "マクロ"), name);
    }

    private static byte[] Compound(string stream) => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes(stream + "\0")];

    /// <summary>A ZIP of files, its directory saying that they are encrypted.</summary>
    private static byte[] Packed(bool encrypted)
    {
        var zip = Zip([("a.txt", "x")]);
        foreach (var (mark, flags) in new[] { ("PK\u0001\u0002", 8), ("PK\u0003\u0004", 6) })
        {
            zip[zip.AsSpan().IndexOf(Encoding.ASCII.GetBytes(mark)) + flags] |= encrypted ? (byte)1 : (byte)0;
        }

        return zip;
    }

    [Fact]
    public void A_flipped_bit_in_a_packed_part_is_noticed()
    {
        var word = Word(P("住民票の写しの手数料は一通三百円です。"));
        for (var at = 0; at < word.Length; at += 7)
        {
            var broken = (byte[])word.Clone();
            broken[at] ^= 0x10;

            // Any outcome but a thrown exception or a wrong text; names and times of the directory may change unnoticed.
            if (DocumentReader.Read("a.docx", broken, ReadLimits.Default, CancellationToken.None) is ReadDocument read)
            {
                Assert.Equal("住民票の写しの手数料は一通三百円です。", Assert.Single(read.Document.Blocks).Text);
            }
        }
    }

    [Fact]
    public void Packed_bytes_that_no_packer_wrote_are_named_as_what_they_are()
    {
        var word = Word(P("住民票の写しの手数料は一通三百円です。"));
        var name = "word/document.xml"u8;
        var packed = word.AsSpan().IndexOf(name) + name.Length;
        word[packed] |= 0x06; // block type 3, which does not exist

        Assert.Contains("展開できない", Reading.Refused("a.docx", word).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_file_is_never_read_as_whole()
    {
        var word = Word(P("住民票の写しの手数料は一通三百円です。"));
        for (var length = 1; length < word.Length; length += 11)
        {
            Assert.IsType<Unreadable>(DocumentReader.Read("a.docx", word[..length], ReadLimits.Default, CancellationToken.None));
        }
    }

    [Fact]
    public void The_caller_can_stop_reading()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => DocumentReader.Read("a.md", "# 一\n\n二"u8.ToArray(), ReadLimits.Default, stop.Token));
    }

    [Fact]
    public void Three_million_empty_lines_end_at_once()
    {
        var refused = DocumentReader.Read("a.txt", Encoding.ASCII.GetBytes(new string('\n', 3_000_000)), ReadLimits.Default with { MaxTime = TimeSpan.FromSeconds(20) }, CancellationToken.None);

        Assert.Equal("document-no-text", Assert.IsType<Unreadable>(refused).Name);
    }
}
