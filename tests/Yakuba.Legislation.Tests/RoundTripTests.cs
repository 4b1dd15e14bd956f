using FsCheck;
using FsCheck.Fluent;
using Yakuba.Legislation;

namespace Yakuba.Legislation.Tests;

/// <summary>Writing and parsing undo each other, and no text at all is too bad to read.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void An_enactment_made_by_chance_reads_as_itself_when_written() => Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
    {
        var made = MadeEnactment.Of(seed);
        var (read, problems) = EnactmentParser.Parse(EnactmentText.Write(made));

        Assert.Empty(problems);
        Assert.Equal(string.Join('\n', EnactmentText.Write(made)), string.Join('\n', EnactmentText.Write(read)));
        Assert.Equal(made, read);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void A_tree_that_differs_in_one_word_is_not_the_same()
    {
        var made = MadeEnactment.Of(4);
        var lines = EnactmentText.Write(made).ToArray();
        lines[^1] += "ただし書";

        Assert.NotEqual(made, EnactmentParser.Parse(lines).Enactment);
    }

    [Fact]
    public void Lines_of_a_real_shape_in_any_order_keep_every_character()
    {
        string[] shapes =
        [
            "第一条　何人も。", "第三条から第五条まで　削除", "第二章　雑則", "（目的）", "２　前項。", "○３　前項。", "一　あ", "(1)　い", "イ　ろ", "(ア)　は", "a　に", "（ｉ）　ほ", "附　則　抄",
            "附則（平成12年条例第3号）", "別表第一（第二条関係）", "様式第1号", "\tあ\tい", "目次", "ただの文。", "第一", "三から五まで　削除", "①　へ", "第99999条　と", "１２３", "（", "第", "十　ち", "\t\u00A0", "\t第二条", "\t附則", "第四条（返還）す", "附則〔平成20年条例第18号〕", "附　則　この規則は、公布の日から施行する。", "第七条", "（甲の義務）甲は、行う。",
        ];
        Prop.ForAll(Gen.Choose(0, shapes.Length - 1).ListOf().ToArbitrary(), order =>
        {
            var lines = order.Select(i => shapes[i]).ToList();
            var enactment = EnactmentParser.Parse(lines).Enactment;
            var written = EnactmentText.Write(enactment);

            Assert.Equal(Blanks.Without(string.Concat(lines)), Blanks.Without(string.Concat(written)));
            Assert.Equal(string.Join('\n', written), string.Join('\n', EnactmentText.Write(EnactmentParser.Parse(written).Enactment)));
            _ = EnactmentChecks.Run(new EnactmentIndex(enactment), []);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_500).WithEndSize(40));
    }

    [Fact]
    public void Any_string_is_read_without_a_fault_and_without_loss() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        text ??= "";
        var enactment = EnactmentParser.Parse(text).Enactment;
        _ = EnactmentChecks.Run(new EnactmentIndex(enactment), []);
        Assert.Equal(Blanks.Without(text.ReplaceLineEndings("\n")), Blanks.Without(string.Concat(EnactmentText.Write(enactment))));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
}
