using Yakuba.Legislation;

namespace Yakuba.Legislation.Tests;

/// <summary>What is asked of an amendment before it is carried out.</summary>
public sealed class AmendmentTextTests
{
    private static readonly Enactment Town = EnactmentParser.Parse("""
        A条例
        （平成12年条例第1号）
        第1条　町長は、公園を置く。
        第2条　公園は、町長が管理する。
        2　町長は、職員を置く。
        3　職員は、町長が任命する。
        第3条　必要なことは、町長が定める。
        別表第1（第1条関係）
        備考　一
        別表第2（第1条関係）
        備考　二
        """).Enactment;

    [Theory]
    [InlineData("別表第1から別表第2までを削る。")]
    [InlineData("第2条第2項から第3条までを削る。")]
    [InlineData("第2条から第99条までを削る。")]
    public void A_range_is_taken_out_whole_or_not_at_all(string sentence)
    {
        var result = AmendmentText.Apply(Town, [sentence]);

        Assert.Null(result.Enactment);
        Assert.NotNull(result.Problem);
    }

    [Fact]
    public void Of_an_amendment_of_two_ordinances_only_the_part_of_this_one_is_carried_out()
    {
        var result = AmendmentText.Apply(Town, """
            第1条　A条例の一部を次のように改正する。
            第3条を次のように改める。
            第3条　必要なことは、規則で定める。
            第2条　B条例の一部を次のように改正する。
            第1条中「町長」を「市長」に改める。
            """.Split('\n'));

        Assert.Equal(["町長は、公園を置く。", "必要なことは、規則で定める。"], new[] { 0, 2 }.Select(i => result.Enactment!.Articles.ElementAt(i).Children[0].Text));
        Assert.Equal(3, result.Enactment!.Articles.Count());
    }

    [Theory, InlineData("八重桜法", "法律"), InlineData("八重桜法施行令", "政令"), InlineData("八重桜法施行規則", "省令"), InlineData("八重桜市公園条例", "条例"), InlineData("八重桜市公園条例施行規則", "規則"), InlineData("八重桜市補助金要綱", "要綱")]
    public void An_amendment_is_called_by_the_kind_of_act_that_it_is(string title, string kind)
    {
        var lines = AmendmentText.Write(Town with { Title = title }, Town with { Title = title, Preamble = ["ここに定める。"] }).Lines;

        Assert.Equal($"{title}の一部を改正する{kind}", lines[0]);
    }

    [Fact]
    public void No_sentence_throws()
    {
        string[] places = ["題名", "目次", "前文", "附則", "別表第1", "第2章", "第3条", "第2条第2項", "第3条第1項第1号", "第3条第1号イ", "第9条", "第2条から第3条まで", "別表第1のあの項"];
        string[] verbs = ["を削る", "を次のように改める", "を第2条とする", "を別表第2とする", "を1条ずつ繰り下げる", "の次に次の1条を加える", "の次に次の1章を加える", "の前に次の章名を付する", "に次の1項を加える", "に次の1号を加える",
            "に次のただし書を加える", "に後段として次のように加える", "の次に次のように加える", "の次に次の別表を加える", "中「町長」を「市長」に改める", "ただし書を削る", "各号を削る", "の見出しを削る", "の章名を次のように改める", "の章名を削る", "の見出しを「（名）」に改める", "備考中「一」を「二」に改める"];
        string[][] blocks = [[], ["第5条　新しい文。"], ["第2章　雑則", "第6条　新しい文。"], ["２　新しい文。"], ["ただし、新しい文。"]];

        foreach (var sentence in places.SelectMany(p => verbs.Select(v => p + v + "。")))
        {
            foreach (var block in blocks)
            {
                var result = AmendmentText.Apply(Town, [sentence, .. block]);
                Assert.True(result.Enactment is null != result.Problem is null, sentence);
            }
        }
    }

    [Theory, InlineData("第3条の章名を削る。"), InlineData("第3条の章名を次のように改める。\n第3章　雑則")]
    public void What_has_no_heading_loses_none(string amendment) =>
        Assert.Equal("amendment-no-place", AmendmentText.Apply(Town, amendment.Split('\n')).Problem?.Name);

    [Fact]
    public void A_line_that_ends_in_中_is_only_joined_to_a_quotation()
    {
        var result = AmendmentText.Apply(Town, ["第3条に次の各号を加える。", "(1)　在任中", "(2)　退任後2年"]);

        Assert.Equal(["在任中", "退任後2年"], result.Enactment!.Articles.Last().Children[0].Children.Select(c => c.Text));
    }

    [Fact]
    public void A_new_first_article_of_a_thousand_is_written_in_two_seconds_and_brought_back()
    {
        static string Act(int from, int count) => "千条法\n" + string.Join('\n', Enumerable.Range(0, count).Select(i => $"第{from + i}条　第{i * 7919 % 10_007}の事柄は、{i}の定めるところによる。"));
        var (old, @new) = (EnactmentParser.Parse(Act(1, 1_000)).Enactment, EnactmentParser.Parse(Act(2, 1_000).Replace("千条法\n", "千条法\n第1条　この法律の目的を定める。\n", StringComparison.Ordinal)).Enactment);
        AmendmentText.Write(Town, Town with { Title = "B条例" });
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var written = AmendmentText.Write(old, @new);

        Assert.InRange(watch.ElapsedMilliseconds, 0, 2_000);
        Assert.Equal("　第1000条を第1001条とし、第1条から第999条までを1条ずつ繰り下げ、第2条の前に次の1条を加える。", written.Lines[2]);
        Assert.Equal(@new, AmendmentText.Apply(old, written.Lines).Enactment);
    }

    [Fact]
    public void A_comparison_marks_whole_words_and_knows_an_article_under_its_new_number()
    {
        var rows = EnactmentComparison.Between(
            EnactmentParser.Parse("A条例\n第1条　町長は、公園を置く。\n第2条　公園は、無料とする。").Enactment,
            EnactmentParser.Parse("A条例\n第1条　市長は、公園を置く。\n第2条　公園には、職員を置く。\n第3条　公園は、無料とする。").Enactment);

        Assert.Equal([ProvisionChange.Changed, ProvisionChange.Inserted, ProvisionChange.Renumbered], rows.Select(r => r.Change));
        Assert.Equal(["町長"], rows[0].Old[0].Where(t => t.IsMarked).Select(t => t.Text));
        Assert.Equal(["市長"], rows[0].New[0].Where(t => t.IsMarked).Select(t => t.Text));
        Assert.Equal(["第3条"], rows[2].New[0].Where(t => t.IsMarked).Select(t => t.Text));
    }
}
