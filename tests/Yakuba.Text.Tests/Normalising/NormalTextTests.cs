using System.Globalization;

namespace Yakuba.Text.Tests;

public sealed class NormalTextTests
{
    [Theory]
    [InlineData("㍻２５年", "平成25年")]
    [InlineData("㈱役場", "(株)役場")]
    [InlineData("½", "1⁄2")]
    [InlineData("3½", "3 1⁄2")]
    [InlineData("ｶﾞｷﾞﾊﾟｱｰ", "ガギパアー")]
    [InlineData("か\u3099", "が")]
    [InlineData("か゛", "が")]
    [InlineData("は゜", "ぱ")]
    [InlineData("\uFA19", "神")]
    [InlineData("葛\uDB40\uDD00城市", "葛城市")]
    [InlineData("ＡＢＣ　Ｄ", "abc d")]
    [InlineData("Ａ−Ｂ", "a-b")]
    [InlineData("サ−ビス", "サービス")]
    [InlineData("03ー1234ー5678", "03-1234-5678")]
    [InlineData("９時〜１７時", "9時~17時")]
    [InlineData("①10月", "1 10月")]
    [InlineData("⑫", "12")]
    [InlineData("附　則", "附則")]
    [InlineData("住　民　票", "住民票")]
    [InlineData("山田　太郎", "山田 太郎")]
    [InlineData("a   b\t\tc", "a b c")]
    [InlineData("一行\r\n二行\r三行", "一行\n二行\n三行")]
    [InlineData("a\u200Bb\u00ADc", "abc")]
    [InlineData("J\u030C", "\u01F0")]
    [InlineData("㋿６年", "令和6年")]
    [InlineData("㎡", "m2")]
    [InlineData("각", "각")]
    [InlineData("國學院の渡邊、髙橋、山﨑、𠮷野、齋藤、齊藤、澤", "国学院の渡辺、高橋、山崎、吉野、斎藤、斉藤、沢")]
    [InlineData("", "")]
    public void Forms_that_mean_the_same_become_the_same(string original, string value) =>
        Assert.Equal(value, NormalText.Of(original).Value);

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character() =>
        Assert.Equal("\uFFFD終\uFFFD", NormalText.Of("\uD83D終\uDE00").Value); // an attribute could not hold it

    [Fact]
    public void A_part_of_an_expansion_leads_back_to_the_whole_character()
    {
        var text = NormalText.Of("この㍻25年");

        Assert.Equal((2, 1), text.OriginalSpan(2, 1));
        Assert.Equal((2, 1), text.OriginalSpan(2, 2));
        Assert.Equal((2, 4), text.OriginalSpan(2, 5));
        Assert.Equal(6, text.OriginalIndex(7));
    }

    [Fact]
    public void A_joined_character_leads_back_to_all_its_parts()
    {
        Assert.Equal((1, 2), NormalText.Of("xｶﾞy").OriginalSpan(1, 1));
        Assert.Equal((0, 3), NormalText.Of("葛\uDB40\uDD00城").OriginalSpan(0, 1));
        Assert.Equal((0, 3), NormalText.Of("附　則").OriginalSpan(0, 2));
    }

    [Fact]
    public void Every_code_point_alone_and_between_kana_is_idempotent_and_maps_back()
    {
        for (var code = 1; code < 0x110000; code++)
        {
            if (code is < 0xD800 or > 0xDFFF && CharUnicodeInfo.GetUnicodeCategory(code) is not (UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse))
            {
                var letter = char.ConvertFromUtf32(code);
                AssertSane($"か{letter}{letter}a1{letter}");
            }
        }
    }

    [Fact]
    public void Random_texts_are_idempotent_and_map_back()
    {
        string[] alphabets =
        [
            "か\u3099\u309A゛゜ｶﾞﾟーｰ-−ア1a　 附",
            "a\u0301\u0323\u0345\u0300A\u030AÅﷺ①½²5,.",
            "\uD83D\uDE00\uDB40\uDD00\uFE0F\u200D漢\0\r\n\t ",
            "각\u1100\u1161\u11A8각",
        ];
        var random = new Random(7);
        for (var round = 0; round < 40000; round++)
        {
            var alphabet = alphabets[round % alphabets.Length];
            var letters = new char[random.Next(1, 24)];
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = alphabet[random.Next(alphabet.Length)];
            }

            AssertSane(new string(letters));
        }
    }

    [Fact]
    public void The_official_conformance_test_holds_where_we_add_nothing()
    {
        // Our folding beyond NFKC applies to all columns alike; ゛ and ゜ are our one exception.
        var lines = UnicodeData.NormalizationTest();
        Assert.SkipWhen(lines is null, "the Debian package unicode-data is not installed (./dev setup test)");
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] is not ('#' or '@') && !line.StartsWith("309B;") && !line.StartsWith("309C;")))
        {
            var columns = line.Split(';')[..5].Select(Decode).ToArray();
            var expected = NormalText.Of(columns[3]).Value;
            foreach (var column in columns)
            {
                Assert.Equal(expected, NormalText.Of(column).Value);
            }
        }

        static string Decode(string column) =>
            string.Concat(column.Split(' ').Select(code => char.ConvertFromUtf32(Convert.ToInt32(code, 16))));
    }

    [Fact]
    public void A_million_marks_on_one_letter_take_no_quadratic_time()
    {
        var text = NormalText.Of("a" + string.Concat(Enumerable.Repeat("\u0301\u0323", 500_000)));

        Assert.Equal(text.Value, NormalText.Of(text.Value).Value);
    }

    private static void AssertSane(string original)
    {
        var text = NormalText.Of(original);
        Assert.Equal(text.Value, NormalText.Of(text.Value).Value);
        Assert.Equal(text.Value, new string(text.Value.EnumerateRunes().SelectMany(rune => rune.ToString()).ToArray()));
        var before = (Start: 0, End: 0);
        for (var i = 0; i < text.Value.Length; i++)
        {
            var (start, length) = text.OriginalSpan(i, 1);
            Assert.True(length > 0 && start >= before.Start && start + length >= before.End && start + length <= original.Length, $"{i} of {Escape(original)}");
            before = (start, start + length);
        }
    }

    private static string Escape(string text) => string.Concat(text.Select(letter => $"\\u{(int)letter:X4}"));
}
