using System.Text;

namespace Yakuba.Documents.Tests;

/// <summary>Fonts of the Adobe-Japan1 collection without ToUnicode maps, and fonts that nothing maps to characters.</summary>
public sealed class JapaneseFontTests
{
    public JapaneseFontTests()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/pdftotext") && File.Exists("/usr/share/poppler/cidToUnicode/Adobe-Japan1"), "poppler or its data are not here.");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
    }

    [Fact]
    public void Shift_JIS_codes_without_a_map_are_read_by_the_collection()
    {
        var read = Read("90ms-RKSJ-H", "Japan1", Encoding.GetEncoding(932).GetBytes("住民票の写しは本庁の窓口で交付します。"));

        Assert.Equal("住民票の写しは本庁の窓口で交付します。", Assert.Single(read.Document.Blocks).Text);
        Assert.Empty(read.Report.PagesDoubtful);
        Assert.Empty(read.Report.Hidden);
    }

    [Fact]
    public void Characters_of_plane_2_are_read_by_the_collection()
    {
        var read = Read("UniJIS-UTF16-H", "Japan1", Encoding.BigEndianUnicode.GetBytes("𠮷野さんと髙橋さんの届"));

        Assert.Equal("𠮷野さんと髙橋さんの届", Assert.Single(read.Document.Blocks).Text);
    }

    [Fact]
    public void The_marks_of_vertical_writing_are_read_as_their_usual_forms()
    {
        var pdf = new MadePdf();
        var font = pdf.AddJapanese("90ms-RKSJ-V", "Japan1");
        var codes = Encoding.GetEncoding(932);
        pdf.AddPage(MadePdf.Codes(font, 300, 380, 12, codes.GetBytes("写しは「本庁」で、窓口のみで交付します。"))
            + MadePdf.Codes(font, 276, 380, 12, codes.GetBytes("手数料は三百円です（一通）。")));

        Assert.Equal(["写しは「本庁」で、窓口のみで交付します。", "手数料は三百円です（一通）。"], Reading.Of("a.pdf", pdf.ToBytes()).Document.Blocks.Select(b => b.Text));
    }

    [Fact]
    public void A_page_of_glyph_numbers_that_nothing_maps_is_never_taken_for_text()
    {
        var read = DocumentReader.Read("a.pdf", Pdf("Identity-H", "Identity", Glyphs), ReadLimits.Default with { RecogniseScans = false }, TestContext.Current.CancellationToken);

        Assert.IsType<Unreadable>(read);
    }

    [Fact]
    public void Glyph_numbers_beside_words_make_a_page_doubtful_and_the_report_says_so()
    {
        var pdf = new MadePdf();
        var font = pdf.AddJapanese("Identity-H", "Identity");
        pdf.AddPage(MadePdf.Words(40, 300, 12, "The hall opens at nine and closes at five on all days.") + MadePdf.Codes(font, 40, 200, 12, Glyphs));

        var read = Reading.Of("a.pdf", pdf.ToBytes());

        Assert.Equal([1], read.Report.PagesDoubtful);
        Assert.Contains(read.Report.Lines, l => l.StartsWith("文字が正しく取り出せていない疑いのあるページ: 1", StringComparison.Ordinal));
    }

    [Fact]
    public void Glyph_numbers_of_the_collection_are_no_doubt()
    {
        var read = Read("Identity-H", "Japan1", [0x03, 0x46, 0x03, 0x47, 0x0E, 0x01, 0x0E, 0x02]); // CIDs of Adobe-Japan1

        Assert.Equal("ｗｘ扮焚", Assert.Single(read.Document.Blocks).Text);
        Assert.Empty(read.Report.PagesDoubtful);
    }

    [Fact]
    public void A_character_of_the_private_use_area_is_kept_and_counted_in_the_report()
    {
        var pdf = new MadePdf();
        var font = pdf.AddJapanese("Identity-H", "Identity", "3 beginbfchar <0001> <6C0F> <0002> <540D> <0003> <E000> endbfchar");
        pdf.AddPage(MadePdf.Codes(font, 40, 300, 12, [0, 1, 0, 2, 0, 3]));

        var read = Reading.Of("a.pdf", pdf.ToBytes());

        Assert.Equal("氏名\uE000", Assert.Single(read.Document.Blocks).Text);
        Assert.Equal(1, read.Report.PrivateUseCharacters);
        Assert.Contains(read.Report.Lines, l => l.StartsWith("外字（私用領域の文字）が1字あります", StringComparison.Ordinal));
    }

    private static readonly byte[] Glyphs = [0, 0x22, 0, 0x23, 3, 0x45, 4, 0x10, 0x12, 0x34, 0x0E, 1, 0x4E, 0, 2, 0x21];

    private static ReadDocument Read(string encoding, string ordering, byte[] codes) => Reading.Of("a.pdf", Pdf(encoding, ordering, codes));

    private static byte[] Pdf(string encoding, string ordering, byte[] codes)
    {
        var pdf = new MadePdf();
        var font = pdf.AddJapanese(encoding, ordering);
        return pdf.AddPage(MadePdf.Codes(font, 40, 300, 12, codes)).ToBytes();
    }
}
