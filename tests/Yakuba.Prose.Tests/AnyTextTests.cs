using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace Yakuba.Prose.Tests;

/// <summary>Nothing is thrown on any text; places are valid; time grows with the length alone.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] s_pieces =
    [
        "申し込み", "下さい", "する事", "時は", "。", "、", "\n", "\r\n", "（", "）", "「", "」", "『", "第1条", "第", "条", "及び", "又は", "若しくは", "令和8年5月10日", "（月）", "13月45日", "から", "まで", "合計", "100人", "、50人", "20％", "1　", "(1)　", "ア　", "記", "以上", "拝啓", "草々",
        "〔校正しない", "：", "〕", "〔校正する〕", "〔この行は校正しない", "(昭和22年法律第67号)", "（昭和22年法律第67号）", "に関する条例", "http://", "@", "\ud800", "\udfff", "㍻", "ｶﾞ", "ー", "　", "\0", "９９９９９９９９９９９９", "ので、", "たり", "なければ", "できません", "です。", "である。", "、、", "をを", "0120-", "～",
    ];

    private static readonly Arbitrary<string> Texts =
        Gen.OneOf(Gen.Elements(s_pieces).ListOf().Select(string.Concat), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")).ToArbitrary();

    [Fact]
    public void Findings_lie_inside_the_text_and_name_rules() => Prop.ForAll(Texts, text =>
    {
        foreach (var finding in Desk.Linter.Check(text))
        {
            Assert.True(finding.Start >= 0 && finding.Length > 0 && finding.End <= text.Length);
            Assert.NotNull(RuleCatalogue.Find(finding.Rule));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Theory]
    [InlineData("あ")]
    [InlineData("事")]
    [InlineData("「")]
    [InlineData("（")]
    [InlineData("）（")]
    [InlineData("1")]
    [InlineData("、")]
    [InlineData("の")]
    [InlineData("第1条")]
    [InlineData("に関する条例")]
    [InlineData("〔校正しない")]
    [InlineData("a")]
    [InlineData("は、")]
    [InlineData("合計1人")]
    [InlineData("1月1日から")]
    [InlineData("別紙のとおりです。")]
    [InlineData("第9条、")]
    [InlineData("1　あ\n(1)　い\n")]
    [InlineData("1　あ\n上記5の")]
    [InlineData("〔この行は校正しない〕\n事\n")]
    public void A_long_row_of_anything_takes_time_in_proportion_to_its_length(string piece)
    {
        Take(piece, 4_000);
        var (small, large) = (Take(piece, 20_000), Take(piece, 200_000));
        large = large < (small * 40) + 200 ? large : Math.Min(large, Take(piece, 200_000)); // a stall of the machine does not come twice
        // Ten times the length; the bound leaves room for a busy machine and is far below the 100 of a square.
        Assert.True(large < (small * 40) + 200, $"{small} ms for 20,000 characters, {large} ms for 200,000");
    }

    private static long Take(string piece, int length)
    {
        var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        var watch = Stopwatch.StartNew();
        _ = Desk.Linter.Check(text);
        return watch.ElapsedMilliseconds;
    }
}
