using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Yakuba.Privacy.Tests;

/// <summary>Nothing is thrown on any string; places are valid and apart; time grows with the length only.</summary>
public sealed class AnyStringTests
{
    private static readonly string[] s_pieces =
    [
        "山田", "太郎", "さん", "氏名", "：", "マイナンバー", "262626262621", "090-0111-2222", "〔氏名1〕", "〔", "〕", "東京都", "千代田区", "例示町", "4-5-6", "丁目", "記号", "番号", "普通", "1234567",
        "\ud800", "\udfff", "葛\U000E0100", "㍻", "㍿", "①", "\n", "\r\n", "\t", " ", "　", "\0", "@", "a@b.example", ".", "-", "ー", "〇", "零", "が", "ｶﾞ", "e\u0301", "㈱", "〒", "令和2年1月7日", "生", "(", ")", "・", "ﾔﾏﾀﾞ ﾊﾅｺ", "名義",
    ];

    internal static Arbitrary<string> Texts { get; } =
        Gen.OneOf(Gen.Elements(s_pieces).ListOf().Select(string.Concat), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")).ToArbitrary();

    [Fact]
    public void Places_lie_inside_the_text_in_order_and_apart() => Prop.ForAll(Texts, text =>
    {
        var end = 0;
        foreach (var datum in Dictionary.Reader.Read(text))
        {
            Assert.True(datum.Start >= end && datum.Length > 0 && datum.End <= text.Length);
            end = datum.End;
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Theory]
    [InlineData("1234567890")]
    [InlineData("262626262621 ")]
    [InlineData("090-")]
    [InlineData("〇")]
    [InlineData("a@")]
    [InlineData("山田")]
    [InlineData("東京都")]
    [InlineData("東京都千代田区")]
    [InlineData("記号")]
    [InlineData("氏名")]
    [InlineData("アア ")]
    [InlineData("ぁ")]
    [InlineData("\ud800")]
    [InlineData("葛\U000E0100")]
    [InlineData("1-1-1-")]
    [InlineData("2009-03-23,")]
    [InlineData("普通1234567")]
    public void A_long_row_of_anything_takes_time_in_proportion_to_its_length(string piece)
    {
        Read(piece, 20_000);
        var (small, large) = (Read(piece, 40_000), Read(piece, 320_000));
        large = large < (small * 30) + 1_000 ? large : Math.Min(large, Read(piece, 320_000)); // a stall of the machine does not come twice
        // Eight times the length; the bound leaves room for a busy machine and is far below the 64 of a square.
        Assert.True(large < (small * 30) + 1_000, $"{small} ms for 40,000 characters, {large} ms for 320,000");
    }

    [Fact]
    public void A_million_digits_are_read()
    {
        var digits = string.Concat(Enumerable.Repeat("1234567890", 100_000));
        Assert.Empty(Dictionary.Reader.Read(digits));
    }

    [Fact]
    public void The_text_that_stops_backtracking_expressions_does_not_stop_this()
    {
        // What such files hold: long rows of one letter, then nearly a match.
        var killer = new string('a', 100_000) + "!" + new string('(', 100_000) + string.Concat(Enumerable.Repeat("a@a.", 50_000)) + new string('1', 100_000) + "x";
        var watch = Stopwatch.StartNew();
        _ = Dictionary.Reader.Read(killer);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    private static long Read(string piece, int length)
    {
        var text = new StringBuilder().Insert(0, piece, length / piece.Length).ToString();
        var watch = Stopwatch.StartNew();
        _ = Dictionary.Reader.Read(text);
        return watch.ElapsedMilliseconds;
    }
}
