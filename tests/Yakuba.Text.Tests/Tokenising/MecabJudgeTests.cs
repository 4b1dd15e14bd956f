namespace Yakuba.Text.Tests;

/// <summary>Our words against those of libmecab2 on the same dictionary: place, part of speech, base form and reading.</summary>
public sealed class MecabJudgeTests
{
    private static readonly Lexicon s_lexicon = Lexicon.OpenInstalled();

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("   \t\n ")]
    [InlineData("　")]
    [InlineData("住民票の写しの交付手数料はいくらですか。")]
    [InlineData(" 先頭と末尾に空白 ")]
    [InlineData("改行\nと\r\n復帰")]
    [InlineData("東京都に住む すもももももももものうち")]
    [InlineData("ÐÐ ÐÐ abc Ð")]
    [InlineData("a\0b\0\0")]
    [InlineData("\u0001\u0002\u001f\u007f")]
    [InlineData("😀😀😀絵文字👨‍👩‍👧‍👦と🇯🇵")]
    [InlineData("\uFFFF\uFFFE")]
    [InlineData("𠮷野家で𩸽を食べる")]
    [InlineData("ＡＢＣ１２３ｱｲｳｴｵ")]
    [InlineData("http://www.city.example.jp/foo?bar=1&baz=2")]
    [InlineData("令和６年４月１日から令和７年３月31日まで")]
    [InlineData("\"引用\",カンマ,\"\"")]
    [InlineData("カタカナカタカナカタカナカタカナカタカナカタカナカタカナ")]
    [InlineData("ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ")]
    public void Odd_and_plain_texts_are_cut_as_MeCab_cuts_them(string text) => AssertEqual(text);

    [Fact]
    public void A_lone_surrogate_is_cut_as_the_replacement_character()
    {
        foreach (var text in new[] { "\uD83D", "あ\uDE00い", "\uD83D\uD83D\uDE00東京", "終わり\uD83D" })
        {
            AssertEqual(text);
            Assert.All(s_lexicon.Tokenize(text), token => Assert.Equal(text.Substring(token.Start, token.Length), token.Surface));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Runs_of_one_kind_of_every_length_near_the_grouping_limit_are_equal(int repeats)
    {
        foreach (var unit in new[] { "ア", "漢", "A", "9", "あ", "Ω", "Ж", "％", "😀", "一", "ー", "Ð" })
        {
            for (var length = 1; length < 60; length++)
            {
                AssertEqual(string.Join("は ", Enumerable.Repeat(string.Concat(Enumerable.Repeat(unit, length)), repeats)));
            }
        }
    }

    [Fact]
    public void Random_strings_over_hostile_alphabets_are_equal()
    {
        string[] alphabets =
        [
            "あいうえおかがのはをに東京都市町村区役所一二三十百千",
            "アイウエオー・、。「」（）ABCabc0123456789 　\t\n",
            "\0\u0001\u00D0\u0300\u200D\uFE0F\uFFFD\uFFFE\uFFFF\uD83D\uDE00\uD842\uDFB7漢あア1a",
            "ももすものうち",
            "ーアァイィ々〆ヶヵゞ゛゜",
        ];
        var random = new Random(20260401);
        for (var round = 0; round < 4000; round++)
        {
            var alphabet = alphabets[round % alphabets.Length];
            AssertEqual(string.Create(random.Next(1, 80), (random, alphabet), (span, state) =>
            {
                foreach (ref var letter in span)
                {
                    letter = state.alphabet[state.random.Next(state.alphabet.Length)];
                }
            }));
        }
    }

    [Fact]
    public void Every_character_of_the_basic_plane_is_equal_alone_and_between_words()
    {
        for (var code = 1; code < 0x10000; code++)
        {
            var letter = (char)code;
            AssertEqual($"{letter}市役所{letter}{letter}の{letter}");
        }
    }

    [Fact]
    public void A_text_longer_than_a_settled_stretch_is_equal()
    {
        var lines = SharedData.Lines("localgovfaq/docs.jsonl").Take(1500).ToList();
        var text = lines.Count > 0 ? string.Join('\n', lines) : string.Concat(Enumerable.Repeat("市長は、前項の規定による届出があったときは、速やかに審査し、", 20000));
        AssertEqual(text);
        AssertEqual(string.Concat(Enumerable.Repeat("すももももももものうち", 20000)));
        AssertEqual(new string('あ', 200_000));
    }

    private static void AssertEqual(string text) => MecabJudge.AssertEqual(s_lexicon, text);
}
