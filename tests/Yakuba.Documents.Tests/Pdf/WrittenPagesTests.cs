using System.Diagnostics;

namespace Yakuba.Documents.Tests;

/// <summary>Japanese pages as an office program writes them to PDF: footnotes, readings, variants, vertical writing in one and in two tiers.</summary>
public sealed class WrittenPagesTests(WrittenPages pages) : IClassFixture<WrittenPages>
{
    [Fact]
    public void Footnotes_stand_apart_and_their_marks_change_no_figure()
    {
        Assert.Contains("補助金の上限は三万円（注1）です。金額は300円（注2）です。", pages.Texts(1));
        Assert.Equal(
            ["注1　消費税を含みます。", "注2　一回についての金額です。令和九年四月一日から変わる予定で、変わるときは広報で知らせます。"],
            pages.Page(1).OfType<FootnoteBlock>().Select(b => b.Text));
    }

    [Fact]
    public void Readings_are_left_out_of_the_sentence_and_reported()
    {
        Assert.Contains("本日は葛\U000E0100城市の避難訓練を行います。", pages.Texts(1));
        Assert.Contains(pages.Read.Report.Lines, l => l.Contains("ふりがな（2か所）", StringComparison.Ordinal) && l.Contains("かつらぎし、ひなんくんれん", StringComparison.Ordinal));
    }

    [Fact]
    public void Characters_of_plane_2_are_kept_and_a_character_that_no_typeface_has_is_told()
    {
        Assert.Contains(pages.Texts(1), t => t is "𠮷野さんと\uE000さんの名簿です。" or "𠮷野さんと\uFFFDさんの名簿です。");
        Assert.Equal(1, pages.Read.Report.PrivateUseCharacters + pages.Read.Report.ReplacementCharacters);
    }

    [Fact]
    public void A_vertical_page_is_read_down_and_from_the_right() => Assert.Equal([WrittenPages.Long, "手数料は「一通」につき三百円です。電話は20-1234です。"], pages.Texts(2));

    [Fact]
    public void A_sentence_goes_on_in_the_lower_tier() => Assert.Equal([WrittenPages.Tiers], pages.Texts(3));
}

/// <summary>A text document with three page styles, written to PDF by LibreOffice once for all tests.</summary>
public sealed class WrittenPages
{
    internal const string Long = "この手引きは、住民票の写しの交付を受けようとする方が、あらかじめ確かめておくべき事柄をまとめたものです。窓口は月曜日から金曜日まで、午前八時三十分から午後五時十五分まで開いています。";
    internal const string Tiers = "上の段の文章は、縦に書いた二段組みの紙面を確かめるためのもので、上の段が終わってから下の段に移りますが、段の間には空きがあり、窓口は月曜日から金曜日まで、午前八時三十分から午後五時十五分まで開いていて、手数料は一通につき三百円で、"
        + "郵便で請求するときは定額小為替を同封し、受付は本庁の一階で、二階ではなく、車でおいでの方は北側の駐車場を使い、自転車は西側の入口の横に置き、雨の日は傘袋を使い、写しの用紙は窓口に備えてあり、記入の例も壁に掲げてあり、わからないことは職員に尋ね、"
        + "休みの日の受付はなく、年末と年始の受付もないので、前の週のうちにおいでください。";

    private const string Namespaces = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        + "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\"";

    private readonly byte[]? _pdf = Write();
    private ReadDocument? _read;

    internal ReadDocument Read
    {
        get
        {
            Assert.SkipUnless(_pdf is not null && File.Exists("/usr/bin/pdftotext"), "LibreOffice, its typeface or poppler are not here.");
            return _read ??= Reading.Of("文書.pdf", _pdf!);
        }
    }

    internal IReadOnlyList<Block> Page(int page) => [.. Read.Document.Blocks.Where(b => b.At is PageLocator at && at.Page == page)];

    internal IReadOnlyList<string> Texts(int page) => [.. Page(page).Select(b => b.Text)];

    private static byte[]? Write()
    {
        if (!File.Exists("/usr/bin/soffice") || !File.Exists("/usr/share/fonts/opentype/ipafont-mincho/ipam.ttf"))
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("yakuba-write-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "text.fodt"), Text());
            var start = new ProcessStartInfo("/usr/bin/soffice") { RedirectStandardError = true, RedirectStandardOutput = true };
            foreach (var argument in (string[])["--headless", $"-env:UserInstallation=file://{folder.FullName}/profile", "--convert-to", "pdf", "--outdir", folder.FullName, Path.Combine(folder.FullName, "text.fodt")])
            {
                start.ArgumentList.Add(argument);
            }

            using var office = Process.Start(start)!;
            _ = office.StandardError.ReadToEndAsync();
            _ = office.StandardOutput.ReadToEndAsync();
            if (!office.WaitForExit(TimeSpan.FromMinutes(3)))
            {
                office.Kill(entireProcessTree: true);
            }

            return File.ReadAllBytes(Path.Combine(folder.FullName, "text.pdf"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Text() => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document {Namespaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
        <office:font-face-decls><style:font-face style:name="M" svg:font-family="IPAMincho"/></office:font-face-decls>
        <office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="M" style:font-name-asian="M" fo:font-size="12pt" style:font-size-asian="12pt" fo:language="ja" style:language-asian="ja" style:country-asian="JP"/></style:default-style>
        <style:style style:name="N" style:family="paragraph"><style:text-properties fo:font-size="10pt" style:font-size-asian="10pt"/></style:style></office:styles>
        <office:automatic-styles>{Layout("1", "lr-tb", "")}{Layout("2", "tb-rl", "")}{Layout("3", "tb-rl", "<style:columns fo:column-count=\"2\" fo:column-gap=\"8mm\"/>")}
        <style:style style:name="P1" style:family="paragraph" style:master-page-name="M1"/><style:style style:name="P2" style:family="paragraph" style:master-page-name="M2"/><style:style style:name="P3" style:family="paragraph" style:master-page-name="M3"/></office:automatic-styles>
        <office:master-styles><style:master-page style:name="M1" style:page-layout-name="L1"/><style:master-page style:name="M2" style:page-layout-name="L2"/><style:master-page style:name="M3" style:page-layout-name="L3"/></office:master-styles>
        <office:body><office:text>
        <text:p text:style-name="P1">補助金の上限は三万円{Note("1", "消費税を含みます。")}です。金額は300円{Note("2", "一回についての金額です。令和九年四月一日から変わる予定で、変わるときは広報で知らせます。")}です。</text:p>
        <text:p>本日は{Ruby("葛\U000E0100城市", "かつらぎし")}の{Ruby("避難訓練", "ひなんくんれん")}を行います。</text:p>
        <text:p>𠮷野さんと{'\uE000'}さんの名簿です。</text:p>
        <text:p text:style-name="P2">{Long}</text:p>
        <text:p>手数料は「一通」につき三百円です。電話は20-1234です。</text:p>
        <text:p text:style-name="P3">{Tiers}</text:p>
        </office:text></office:body></office:document>
        """;

    private static string Layout(string name, string mode, string columns) =>
        $"<style:page-layout style:name=\"L{name}\"><style:page-layout-properties fo:page-width=\"148mm\" fo:page-height=\"210mm\" fo:margin=\"15mm\" style:writing-mode=\"{mode}\">{columns}</style:page-layout-properties></style:page-layout>";

    private static string Note(string number, string words) =>
        $"<text:note text:id=\"n{number}\" text:note-class=\"footnote\"><text:note-citation>{number}</text:note-citation><text:note-body><text:p text:style-name=\"N\">{words}</text:p></text:note-body></text:note>";

    private static string Ruby(string words, string reading) => $"<text:ruby><text:ruby-base>{words}</text:ruby-base><text:ruby-text>{reading}</text:ruby-text></text:ruby>";
}
