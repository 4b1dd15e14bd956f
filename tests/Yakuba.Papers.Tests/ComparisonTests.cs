namespace Yakuba.Papers.Tests;

/// <summary>Two versions compared: nothing of either is lost, and what stayed is not marked.</summary>
public sealed class ComparisonTests
{
    [Fact]
    public void A_changed_word_alone_is_marked()
    {
        var compared = PaperComparison.Between(One("１２月１８日（金）までにお知らせください。"), One("１２月２５日（金）までにお知らせください。"));
        var runs = Assert.IsType<PaperLine>(Assert.Single(compared.Blocks)).Runs;
        Assert.Equal(["１２月", "-１８", "+２５", "日（金）までにお知らせください。"], runs.Select(r => r.Change switch { PaperChange.Inserted => "+", PaperChange.Deleted => "-", _ => "" } + r.Text));
    }

    [Fact]
    public void Where_words_came_from_is_no_change() =>
        Assert.DoesNotContain(PaperComparison.Between(One("同じ文"), new Paper("", PaperKind.Other, [new PaperLine(LineRole.Body, [new("同じ") { Source = "資料１" }, new("文")])])).Lines, l => l.Runs.Any(r => r.Change != PaperChange.None));

    [Fact]
    public void A_row_put_into_a_table_is_marked_and_the_others_are_not()
    {
        var old = new Paper("", PaperKind.Other, [new PaperTable([1, 1], [PaperRow.Header("地区", "戸数"), PaperRow.Of("中央", "１０"), PaperRow.Of("南部", "２０")])]);
        var now = old with { Blocks = [new PaperTable([1, 1], [PaperRow.Header("地区", "戸数"), PaperRow.Of("中央", "１０"), PaperRow.Of("北部", "５"), PaperRow.Of("南部", "２５")])] };
        var rows = Assert.IsType<PaperTable>(Assert.Single(PaperComparison.Between(old, now).Blocks)).Rows;
        Assert.Equal([PaperChange.None, PaperChange.None, PaperChange.Inserted, PaperChange.None], rows.Select(r => r.Change));
        Assert.Equal(["２０", "２５"], rows[3].Cells[1].Lines[0].Runs.Select(r => r.Text));
    }

    [Fact]
    public void Accepting_gives_the_newer_and_rejecting_the_older_version_in_a_thousand_random_edits()
    {
        var random = new Random(20261122);
        var papers = GoldenPapers.All.Values.Where(p => p.Lines.All(l => l.Change == PaperChange.None && l.Runs.All(r => r.Change == PaperChange.None))).ToList();
        for (var i = 0; i < 1_000; i++)
        {
            var old = papers[random.Next(papers.Count)];
            var now = RandomEdits.Of(old, random);
            var compared = PaperComparison.Between(old, now);
            Assert.Equal(Plain(now), Plain(PaperComparison.New(compared)));
            Assert.Equal(Plain(old), Plain(PaperComparison.Old(compared)));
        }
    }

    [Fact]
    public void A_paper_turned_round_altogether_is_compared_in_time()
    {
        var old = new Paper("", PaperKind.Other, [.. Enumerable.Range(0, 5_000).Select(i => PaperLine.Of(LineRole.Body, $"前の文書の{i}行目です。"))]);
        var now = old with { Blocks = [.. old.Blocks.Reverse()] };
        Assert.Equal(Plain(now), Plain(PaperComparison.New(PaperComparison.Between(old, now))));
    }

    private static Paper One(string text) => new("", PaperKind.Other, [PaperLine.Of(LineRole.Body, text)]);

    private static string Plain(Paper paper) => string.Join('\n', paper.Blocks.Select(b => b is PaperTable ? "表" : "行").Concat(
        paper.Lines.Select(l => $"{l.Role} {l.Level} {l.Label} {string.Join('|', RunText.Joined(l.Runs).Select(r => $"{r.Text}{r.Marks}"))}")));
}
