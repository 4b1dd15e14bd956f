using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Draft;

/// <summary>Numbers are given at 施行, one after another and none left out.</summary>
public sealed class IssueTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task Drafts_that_are_issued_all_at_once_get_numbers_without_a_gap_and_each_only_one(StorageEngine engine)
    {
        await using var town = await ApprovalTown.OpenAsync(engine);
        var cards = new List<Yakuba.Office.Draft.Store.DraftCard>();
        for (var n = 0; n < 12; n++)
        {
            cards.Add(await town.ApprovedAsync());
        }

        var waiting = await town.BeginAsync(); // is refused in between and uses nothing up
        var results = await Task.WhenAll(cards.Concat(cards).Append(waiting).OrderBy(c => c.Id.GetHashCode()).Select(c => Task.Run(() => town.IssueAsync(c))));

        Assert.Equal(12, results.Count(r => r.IsSuccess));
        Assert.All(results.Where(r => !r.IsSuccess), r => Assert.Equal("draft-wrong-state", r.Problem!.Name));
        var numbers = new List<string>();
        foreach (var card in cards)
        {
            numbers.Add(await town.NumberAsync(card));
        }

        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"桜町税第{n}号").Order(StringComparer.Ordinal), numbers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_issue_that_is_not_committed_uses_no_number_up()
    {
        await using var town = await ApprovalTown.OpenAsync();
        var (first, second) = (await town.ApprovedAsync(), await town.ApprovedAsync());
        await using (var work = await town.Drafts.Town.Database.BeginAsync())
        {
            await work.ExecuteAsync("CREATE TRIGGER no_issue BEFORE INSERT ON draft_issue BEGIN SELECT RAISE(ABORT, 'test'); END");
            await work.CommitAsync();
        }

        await Assert.ThrowsAnyAsync<Exception>(() => town.IssueAsync(first));
        await using (var work = await town.Drafts.Town.Database.BeginAsync())
        {
            await work.ExecuteAsync("DROP TRIGGER no_issue");
            await work.CommitAsync();
        }

        await town.IssueAsync(second);
        Assert.Equal(("", "桜町税第1号"), (await town.NumberAsync(first), await town.NumberAsync(second)));
    }

    [Fact]
    public async Task Numbers_begin_anew_in_April_and_those_of_the_calendar_year_in_January()
    {
        await using var town = await ApprovalTown.OpenAsync();
        Assert.Equal(("桜町税第1号", "桜木町告示第1号"), (await IssuedAsync("notice"), await IssuedAsync("proclamation")));
        Assert.Equal("桜町税第2号", await IssuedAsync("notice"));
        town.Drafts.Town.Clock.Advance(TimeSpan.FromDays(60)); // 2027-01-20
        Assert.Equal(("桜町税第3号", "桜木町告示第1号"), (await IssuedAsync("notice"), await IssuedAsync("proclamation")));
        town.Drafts.Town.Clock.Advance(TimeSpan.FromDays(80)); // 2027-04-10
        Assert.Equal(("桜町税第1号", "桜木町告示第2号"), (await IssuedAsync("notice"), await IssuedAsync("proclamation")));

        async Task<string> IssuedAsync(string template)
        {
            var card = await town.ApprovedAsync(template);
            Assert.True((await town.IssueAsync(card)).IsSuccess);
            return await town.NumberAsync(card);
        }
    }
}
