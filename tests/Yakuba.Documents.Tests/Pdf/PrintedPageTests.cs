namespace Yakuba.Documents.Tests;

/// <summary>Japanese pages as a browser prints them: vertical writing, columns, readings, rare characters, footnotes.</summary>
public sealed class PrintedPageTests(PrintedPages pages) : IClassFixture<PrintedPages>
{
    private const string First = "この手引きは、住民票の写しの交付を受けようとする方が、あらかじめ確かめておくべき事柄をまとめたものです。窓口は月曜日から金曜日まで、午前八時三十分から午後五時十五分まで開いています。";
    private const string Second = "手数料は一通につき三百円です。郵便で請求するときは、定額小為替を同封してください。";

    [Fact]
    public void Vertical_lines_set_letter_by_letter_were_read_across() =>
        Assert.Equal(["横の見出し", First, Second, "電話は20-1234です。"], pages.Texts(1));

    [Fact]
    public void Vertical_lines_of_letters_whose_boxes_are_too_tall_are_read_down() => Assert.Equal([First, Second], pages.Texts(2));

    [Fact]
    public void The_lower_tier_of_a_vertical_page_comes_after_the_upper_one() => Assert.Equal(
        [
            "上の段の文章は、縦に書いた二段組みの紙面を確かめるためのものです。上の段が終わってから、次に下の段に移ります。",
            "下の段の文章は、上の段の後に読まれます。段の間には空きがあります。順に読まれなければ、意味が通りません。",
        ],
        pages.Texts(3));

    [Fact]
    public void The_right_column_comes_after_the_left_one() => Assert.Equal(
        [
            "左の段の文章は、横に書いた二段組みの初めの部分です。ここには十分に長い文を置いて、行が何度も折り返すようにします。段の終わりまで読んでから右の段に移ります。左の段はここで終わります。",
            "右の段の文章は、左の段の後に読まれます。両方の段の行を一行ずつ交互に読むと、意味が通らなくなります。だから段ごとに読みます。これで終わりです。",
        ],
        pages.Texts(4));

    [Theory]
    [InlineData(5)]
    [InlineData(6)] // a typeface whose boxes are too tall
    [InlineData(7)] // vertical
    public void Readings_above_words_were_lines_within_the_sentence(int page)
    {
        Assert.Equal(["本日は葛城市と五條市の合同の避難訓練を行います。集合は午前九時です。雨のときは中止し、広報で知らせます。"], pages.Texts(page));
        Assert.Contains(pages.Read.Report.Lines, l => l.Contains("ふりがな", StringComparison.Ordinal) && l.Contains("かつらぎし", StringComparison.Ordinal) && l.Contains("ひなんくんれん", StringComparison.Ordinal));
    }

    [Fact]
    public void Variants_and_characters_of_plane_2_keep_every_code_point() =>
        Assert.Equal(["葛\U000E0100城市の𠮷野さんと髙橋さん、辻\U000E0100さんの名簿です。𡈽田さんもいます。"], pages.Texts(8));

    [Fact]
    public void A_drawn_character_without_text_was_lost_without_a_word()
    {
        // Chromium gives the text of some characters that no typeface has, and leaves others out; both are drawn.
        var text = Assert.Single(pages.Texts(9));
        var marks = text.Count(c => c is '\uE000' or '\uE001' or '\uFFFD');

        Assert.Equal("氏名の外字は?と?です。氏名の欄の終わりの外字は、あああああああああ?と読みます。", text.Replace('\uE000', '?').Replace('\uE001', '?').Replace('\uFFFD', '?'));
        Assert.Equal(3, marks);
        Assert.Equal(3, pages.Read.Report.PrivateUseCharacters + pages.Read.Report.ReplacementCharacters);
    }

    [Fact]
    public void A_note_mark_after_a_figure_made_another_figure_of_it()
    {
        Assert.Equal(
            ["補助金の上限は三万円（注1）です。受付は令和八年四月一日（※2）からです。金額は300円（注3）です。広さは10m2です。", "注1　消費税を含みます。", "※2　予算がなくなり次第、終わります。", "注3　一回についての金額です。"],
            pages.Texts(10));
        Assert.Equal(3, pages.Page(10).OfType<FootnoteBlock>().Count());
    }
}
