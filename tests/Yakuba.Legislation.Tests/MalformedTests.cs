using System.Diagnostics;
using Yakuba.Legislation;

namespace Yakuba.Legislation.Tests;

/// <summary>Broken texts: each doubt has a name and a line, and time grows with the length alone.</summary>
public sealed class MalformedTests
{
    [Theory]
    [InlineData("第1条　あ。\n第1条　い。", "legislation-number-doubled", 2)]
    [InlineData("第1条　あ。\n第3条　い。", "legislation-number-skipped", 2)]
    [InlineData("第1条　あ。\n第2条　い。\n第5条　う。\n第3条　え。", "legislation-number-backwards", 4)]
    [InlineData("第2条　あ。\n第3条　い。", "legislation-number-starts-late", 1)]
    [InlineData("第1条　次に掲げる。\n(1)　あ\n(3)　い", "legislation-number-skipped", 3)]
    [InlineData("第1条　次に掲げる。\n(1)　あ\n(2)　い\n(2)　う", "legislation-number-doubled", 4)]
    [InlineData("第1条　次に掲げる。\n(2)　あ", "legislation-number-starts-late", 2)]
    [InlineData("第1条　あ。\n3　い。", "legislation-number-skipped", 2)]
    [InlineData("ただの文である。", "legislation-no-provisions", 1)]
    [InlineData("", "legislation-no-provisions", 1)]
    public void A_fault_is_named_with_its_line_and_a_next_step(string text, string name, int line)
    {
        var problem = EnactmentParser.Parse("件名\n" + text).Problems.First(p => p.Name == name);

        Assert.Equal(name == "legislation-no-provisions" ? 1 : line + 1, problem.Line);
        Assert.EndsWith("。", problem.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void A_branch_and_a_deleted_range_are_no_gap() =>
        Assert.Empty(EnactmentParser.Parse("件名\n第1条　あ。\n第1条の2　い。\n第1条の2の2　う。\n第1条の3　え。\n第2条から第4条まで　削除\n第5条　お。").Problems);

    [Fact]
    public void Nesting_without_end_becomes_six_divisions_and_a_named_problem()
    {
        var lines = Enumerable.Range(0, 50_000).Select(i => i % 2 == 0 ? "(1)　あ" : "ア　い").Prepend("第1条　次に掲げる。");

        var (enactment, problems) = EnactmentParser.Parse(lines);

        Assert.Contains(problems, p => p.Name is "legislation-too-deep" or "legislation-number-doubled");
        Assert.Equal(50_002, enactment.AllProvisions.Count());
    }

    public static readonly TheoryData<string> Pieces =
        ["第1条　前条及び第2条の規定により、地方自治法（昭和22年法律第67号）第2条", "（（（（（（（（（（", "第", "一の一の一の一の", "第一条の一の一の一", "附則（（", "以下「以下「", "平成12年"];

    [Theory]
    [InlineData("附則")]
    [InlineData("第1条")]
    [InlineData("別表第1")]
    [InlineData("(1)")]
    [InlineData("（")]
    public void A_long_run_of_blanks_takes_no_longer_than_its_length(string label)
    {
        var clock = Stopwatch.StartNew();

        _ = EnactmentParser.Parse($"題名\n{label}{new string('　', 200_000)}x");

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public void A_megabyte_on_one_line_takes_seconds(string piece) => ReadNoise(piece, 1_000_000);

    [Theory, Trait("Run", "nightly")]
    [MemberData(nameof(Pieces))]
    public void Ten_megabytes_on_one_line_take_seconds(string piece) => ReadNoise(piece, 10_000_000);

    private static void ReadNoise(string piece, int length)
    {
        var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        var clock = Stopwatch.StartNew();

        var index = new EnactmentIndex(EnactmentParser.Parse("件名\n第1条　あ。\n第2条　い" + text).Enactment);
        _ = EnactmentChecks.Run(index, []);
        _ = EnactmentParser.Parse(text);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{clock.Elapsed}");
    }

    [Fact]
    public void Twenty_thousand_articles_that_refer_to_each_other_take_seconds()
    {
        var lines = Enumerable.Range(1, 20_000).Select(i => $"第{i}条　前条及び次条の規定は、第{20_001 - i}条第2項について準用する。");
        var clock = Stopwatch.StartNew();

        var references = EnactmentReferences.Of(new EnactmentIndex(EnactmentParser.Parse(lines.Prepend("件名")).Enactment));

        Assert.Equal(3 * 20_000, references.Length);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{clock.Elapsed}");
    }
}
