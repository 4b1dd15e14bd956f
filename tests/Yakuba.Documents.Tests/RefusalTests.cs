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
