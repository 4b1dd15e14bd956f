using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yakuba.Ledger;
using Yakuba.Office.Ask;
using Yakuba.Office.Ask.Record;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Faults.Tests.Histories;

/// <summary>An answer whose process ended before it was there stays in nobody's hands: the next start says in the record that it was broken off.</summary>
public sealed class BrokenOffAnswerTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task An_answer_that_broke_off_stayed_open_until_the_next_start_closed_it(StorageEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        string broken;
        await using (var app = await StartAsync(store))
        {
            broken = await app.Services.GetRequiredService<AnswerStore>().IntendAsync("手数料はいくらですか", Actor.Console("test"), new DateOnly(2026, 11, 22), "extractive", default);
            await app.StopAsync(); // the process ends here: no result was written
        }

        var closed = await OnceMoreAsync(store, broken);
        Assert.Equal("interrupted", closed.Status);
        Assert.True(LedgerEntry.TryDecode(closed.Entry, out var entry));
        Assert.Equal((AskActions.Interrupted, broken), (entry.Action, entry.Facts["answer"]));
        Assert.Equal(closed.Result, (await OnceMoreAsync(store, broken)).Result); // and it stays closed, with one entry
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task An_answer_that_was_closed_as_broken_off_got_a_second_end_when_it_came_after_all(StorageEngine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using var app = await StartAsync(store);
        var answers = app.Services.GetRequiredService<AnswerStore>();
        var (by, day) = (Actor.Console("test"), new DateOnly(2026, 11, 22));
        var id = await answers.IntendAsync("手数料はいくらですか", by, day, Answer.Extractive, default);
        Assert.Equal(1, await answers.CloseInterruptedAsync(default)); // as the start of another process does that owns the town now
        var late = new Answer(id, AnswerStatus.NotInDocuments, "", [], [], [], [], day, Answer.Extractive, -1, 0);

        Assert.Equal(AskProblems.RecordUnavailable.Name, (await answers.ResultAsync(late, by, TimeSpan.Zero, default)).Problem?.Name);
        await using var read = await store.Database.ReadAsync();
        Assert.Equal(0, await read.CountAsync("SELECT count(*) FROM audit_entry WHERE action = @action", new { action = AskActions.Result }));
        Assert.Equal("interrupted", await read.SingleOrDefaultAsync<string>("SELECT status FROM answer WHERE id = @id", new { id }));
        var other = await answers.IntendAsync("手数料はいくらですか", by, day, Answer.Extractive, default);
        Assert.Null((await answers.ResultAsync(late with { Id = other }, by, TimeSpan.Zero, default)).Problem); // one that is open ends
    }

    private static async Task<Row> OnceMoreAsync(TestStore store, string answer)
    {
        await store.ReopenAsync();
        await using var app = await StartAsync(store);
        await using var read = await store.Database.ReadAsync();
        Assert.Equal(1, await read.CountAsync("SELECT count(*) FROM audit_entry WHERE action = @action", new { action = AskActions.Interrupted }));
        return (await read.SingleOrDefaultAsync<Row>("SELECT a.status AS Status, a.result AS Result, e.entry AS Entry FROM answer a JOIN audit_entry e ON e.idx = a.result WHERE a.id = @answer", new { answer }))!;
    }

    private static async Task<WebApplication> StartAsync(TestStore store) =>
        (await StartedTown.StartAsync(store.Directory, services => services.AddLogging(log => log.ClearProviders()))).Value;

    private sealed record Row(string Status, long Result, byte[] Entry);
}
