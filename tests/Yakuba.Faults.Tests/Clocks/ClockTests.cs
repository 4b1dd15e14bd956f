using Yakuba.Faults.Tests.Histories;
using Yakuba.Faults.Tests.Kills;
using Yakuba.Faults.Tests.Programs;
using Yakuba.Faults.Tests.Towns;
using Yakuba.Platform.Data;

namespace Yakuba.Faults.Tests.Clocks;

/// <summary>The real program under clocks that are years off, go back, or stand at the turn of an era (faketime).</summary>
public sealed class ClockTests
{
    [Fact]
    public async Task Under_any_clock_the_record_keeps_its_order_and_verifies()
    {
        var town = await BaseTown.GetAsync();
        using var stage = new Stage(BaseTown.Data);
        var history = new History(town.History);
        foreach (var clock in new[] { "+2y", "-1h", "-2y", "@2019-04-30 14:59:58", "@2019-04-30 15:00:00", "@2024-12-31 23:59:59", "+0" })
        {
            var ran = await AtAsync(clock, "ask", FaultPapers.Question(1), "--json", "--data", stage.Data);
            Assert.True(ran.Code == 0, $"{clock}: {ran}");
            Promises.Answer(history, ran);
        }

        Assert.Empty(await TownCheck.RunAsync(stage.Data, history, isVerifiedApart: true));
        var places = history.Of(PromiseKind.Answer).Select(a => long.Parse(a.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(places.Order(), places); // as they were asked, whatever the clock said
    }

    [Theory]
    [InlineData("-1h", false)]
    [InlineData("-2y", false)]
    [InlineData("+0", false)]
    [InlineData("+2y", true)] // its day has come, as far as the server can know
    public async Task A_document_of_next_year_stays_closed_when_the_clock_goes_back(string clock, bool isOpen)
    {
        await BaseTown.GetAsync();
        using var stage = new Stage(BaseTown.Data);
        await using (var database = SqliteDatabase.Open(Path.Combine(stage.Data, "yakuba.db")))
        {
            await using var work = await database.BeginAsync();
            var day = TimeProvider.System.GetUtcNow().AddYears(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            await work.ExecuteAsync("UPDATE version SET valid_from = @day, effective_from = @day WHERE file_name = '01.md'", new { day });
            await work.CommitAsync();
        }

        var ran = await AtAsync(clock, "search", FaultPapers.Question(1), "--json", "--data", stage.Data);

        Assert.True(ran.Code == 0, ran.ToString());
        Assert.Equal(isOpen, ran.Output.Contains("第1窓口の案内", StringComparison.Ordinal));
    }

    private static Task<Ran> AtAsync(string clock, params string[] command) => Run.ProgramAsync("faketime", ["--exclude-monotonic", "-f", clock, Run.Yakuba, .. command]);
}
