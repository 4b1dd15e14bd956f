using System.Security.Cryptography;
using System.Text;
using Yakuba.Ledger;
using Yakuba.Office.Operate.ChangeSettings;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Audit.RemoveTexts;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Ask.Removal;

/// <summary>Disposal when the 保存期間 is over: due by fiscal year, agreed to by a second person, proved by a list whose hash is recorded.</summary>
public sealed class DisposalTests
{
    private const string Old = "町民プールの使用料はいくらですか";
    private const string Young = "町民プールは1人1回いくらですか";

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Texts_past_their_time_go_when_a_second_person_agrees_and_younger_ones_stay(StorageEngine engine)
    {
        await using var town = await RemovalTown.OpenAsync(engine);
        await town.Town.AskAsync(Old, "nishi"); // 2026-11-21, fiscal year 2026: kept five years from 2027-04-01
        town.Town.Clock.Set(new DateTimeOffset(2032, 3, 31, 14, 59, 0, TimeSpan.Zero)); // 23:59 in Japan
        await town.Town.AskAsync(Young, "nishi");
        await SetYearsAsync(town, 5);
        Assert.Equal("audit-nothing-due", (await town.Town.Get<AskRemovalHandler>().DisposalAsync("満了", Actor.Console("test"), default)).Problem?.Name);

        town.Town.Clock.Advance(TimeSpan.FromMinutes(2)); // the first of April 2032
        using var ueda = await town.Town.SignInAsync("ueda");
        using var oka = await town.Town.SignInAsync("oka");
        Assert.Contains("2027年3月31日までに作成した本文 2件", await ueda.GetStringAsync("/audit/removals"), StringComparison.Ordinal);
        Assert.Equal(302, (await RemovalTown.PostAsync(ueda, "/audit/removals", "/audit/removals", ("reason", "令和8年度分、満了"))).Status);
        Assert.Equal(302, (await RemovalTown.PostAsync(oka, "/audit/removals", "/audit/removals/1", ("decision", "agree"))).Status);

        Assert.Empty(await town.RowsWithAsync(Old));
        Assert.NotEmpty(await town.RowsWithAsync(Young));
        Assert.Empty(await town.VerifyAsync());
        var list = await oka.GetStringAsync("/audit/removals/1/list");
        Assert.Equal(3, list.Trim().Split("\r\n").Length); // head, question, answer
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list))), (await DisposedAsync(town)).Facts["list-of-bodies-sha256"]);
    }

    [Fact]
    public async Task A_disposal_is_not_carried_out_after_the_period_was_made_longer()
    {
        await using var town = await RemovalTown.OpenAsync(StorageEngine.Sqlite);
        await town.Town.AskAsync(Old, "nishi");
        town.Town.Clock.Set(new DateTimeOffset(2033, 5, 1, 0, 0, 0, TimeSpan.Zero));
        await SetYearsAsync(town, 5);
        var asked = (await town.Town.Get<AskRemovalHandler>().DisposalAsync("満了", Actor.Console("test"), default)).Value;
        var oka = (await town.Town.PrincipalAsync("oka")).ToActor("r");
        foreach (var years in new[] { 10, 0 })
        {
            await SetYearsAsync(town, years);
            Assert.Equal("audit-nothing-due", (await town.Town.Get<DecideRemovalHandler>().HandleAsync(asked.Number, true, oka, default)).Problem?.Name);
            Assert.NotEmpty(await town.RowsWithAsync(Old));
        }

        await SetYearsAsync(town, 5); // the control
        Assert.True((await town.Town.Get<DecideRemovalHandler>().HandleAsync(asked.Number, true, oka, default)).IsSuccess);
        Assert.Empty(await town.RowsWithAsync(Old));
    }

    [Fact]
    public async Task A_text_blanked_by_hand_is_found_although_a_disposal_is_recorded()
    {
        await using var town = await RemovalTown.OpenAsync(StorageEngine.Sqlite);
        await town.Town.AskAsync(Old, "nishi");
        town.Town.Clock.Set(new DateTimeOffset(2033, 5, 1, 0, 0, 0, TimeSpan.Zero));
        var young = (await town.Town.AskAsync(Young, "nishi")).Value;
        await SetYearsAsync(town, 5);
        var asked = (await town.Town.Get<AskRemovalHandler>().DisposalAsync("満了", Actor.Console("test"), default)).Value;
        Assert.True((await town.Town.Get<DecideRemovalHandler>().HandleAsync(asked.Number, true, (await town.Town.PrincipalAsync("oka")).ToActor("r"), default)).IsSuccess);
        Assert.Empty(await town.VerifyAsync()); // the control

        await using (var work = await town.Town.Database.BeginAsync())
        {
            await work.ExecuteAsync("UPDATE audit_body SET bytes = x'', seal_key = x'', commit_key = x'', removal = 1 WHERE idx = @RecordIndex", new { young.RecordIndex });
            await work.CommitAsync();
        }

        Assert.Contains($"{young.RecordIndex}番の本文が消えていますが、消去の記録がありません", Assert.Single(await town.VerifyAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-03-31", 1, "2025-03-31")]
    [InlineData("2027-04-01", 1, "2026-03-31")]
    [InlineData("2026-11-21", 10, "2016-03-31")]
    public void A_period_counts_from_the_first_of_April_after_the_fiscal_year(string today, int years, string last) =>
        Assert.Equal(DateOnly.Parse(last, null), Retention.LastDay(DateOnly.Parse(today, null), years));

    private static async Task SetYearsAsync(RemovalTown town, int years) => Assert.True(
        (await town.Town.Get<ChangeSettingsHandler>().HandleAsync(new Dictionary<string, string> { ["audit.retention-years"] = $"{years}" }, Actor.Console("test"), default)).IsSuccess);

    private static async Task<LedgerEntry> DisposedAsync(RemovalTown town)
    {
        await using var read = await town.Town.Database.ReadAsync();
        var bytes = await read.SingleOrDefaultAsync<byte[]>("SELECT entry FROM audit_entry WHERE action = @Disposed", new { RecordActions.Disposed });
        return LedgerEntry.TryDecode(bytes, out var entry) ? entry : throw new InvalidDataException("no disposal");
    }
}
