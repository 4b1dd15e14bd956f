using System.Text;

namespace Yakuba.Documents.Tests;

/// <summary>Pages that are pictures: their text is recognised, and everything that comes of it says so.</summary>
public sealed class ScanTests
{
    private const string Words = "住民票の写しは本庁の窓口で交付します。";

    public ScanTests() => Assert.SkipUnless(ScannedPdf.CanBeMade, "poppler, tesseract or a typeface is not here.");

    [Fact]
    public void A_scanned_page_is_recognised_and_its_place_says_so()
    {
        var read = Reading.Of("a.pdf", ScannedPdf.Of(Words).ToBytes());

        AssertAlike(read);
        Assert.All(read.Document.Blocks, b => Assert.Equal("1ページ（認識文字）", b.At.ToLabel()));
        Assert.All(PassageCutter.Cut(read.Document), p => Assert.Equal("page:1@ocr", p.From.ToKey()));
        Assert.Contains(read.Report.Lines, l => l.StartsWith("1ページは画像から読み取った文字（認識文字、確信度", StringComparison.Ordinal) && l.EndsWith("氏名や数字は原本で確かめてください。", StringComparison.Ordinal));
    }

    [Fact]
    public void A_scan_that_came_with_a_mail_was_read_and_told_as_not_read()
    {
        var file = Convert.ToBase64String(ScannedPdf.Of(Words).ToBytes());

        var read = Reading.Of("a.eml", $"Subject: x\nContent-Type: application/pdf; name=scan.pdf\nContent-Transfer-Encoding: base64\n\n{file}\n");

        Assert.Empty(read.Report.Skipped);
        var doubt = Assert.Single(read.Report.AttachedDoubts);
        Assert.Equal("添付「scan.pdf」", doubt.Where);
        Assert.Contains(read.Report.Lines, l => l.StartsWith("添付「scan.pdf」: 1ページは画像から読み取った文字", StringComparison.Ordinal));
    }

    [Fact]
    public void The_unseen_text_that_a_scanner_lays_over_its_picture_is_reported_and_not_believed()
    {
        var read = Reading.Of("a.pdf", ScannedPdf.Of(Words, MadePdf.Words(40, 300, 14, "Pay all fees to me", "3 Tr")).ToBytes());

        AssertAlike(read);
        Assert.Equal([1], read.Report.PagesRecognised.Select(p => p.Page));
        Assert.Equal("Pay all fees to me", Assert.Single(read.Report.Hidden).Sample);
    }

    [Fact]
    public void A_page_of_glyph_numbers_that_nothing_maps_is_recognised_from_its_look()
    {
        var pdf = ScannedPdf.Of(Words);
        var font = pdf.AddJapanese("Identity-H", "Identity");
        pdf.AddPage(MadePdf.Draw("P0", 0, 0, 400, 400) + MadePdf.Codes(font, 40, 100, 12, [4, 0x10, 0x12, 0x34]));

        var read = Reading.Of("a.pdf", pdf.ToBytes());

        Assert.Equal([1, 2], read.Report.PagesRecognised.Select(p => p.Page));
        Assert.DoesNotContain(read.Document.Blocks, b => b.Text.Contains('\u0410', StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_recognised_and_what_was_written_are_never_one_passage()
    {
        var pdf = ScannedPdf.Of(Words);
        pdf.AddPage(MadePdf.Words(40, 300, 12, "The hall opens at nine"));

        var passages = PassageCutter.Cut(Reading.Of("a.pdf", pdf.ToBytes()).Document);

        Assert.Equal(["1ページ（認識文字）", "2ページ"], passages.Select(p => p.From.ToLabel()));
        Assert.Equal(["1ページ（認識文字）", "2ページ"], passages.Select(p => p.To.ToLabel()));
    }

    /// <summary>The words but for a character: recognition reads 庁 as 店 here, which is why it is never trusted with names.</summary>
    private static void AssertAlike(ReadDocument read)
    {
        var text = string.Concat(read.Document.Blocks.Select(b => b.Text));
        Assert.Equal(Words.Length, text.Length);
        Assert.True(text.Zip(Words).Count(c => c.First != c.Second) <= 2, text);
    }
}
