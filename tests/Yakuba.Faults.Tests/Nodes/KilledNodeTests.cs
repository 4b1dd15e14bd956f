using System.Diagnostics;
using Yakuba.Faults.Tests.Histories;
using Yakuba.Faults.Tests.Postgres;
using Yakuba.Faults.Tests.Programs;
using Yakuba.Faults.Tests.Towns;
using Yakuba.Office.Ask;
using Yakuba.Platform.Data;

namespace Yakuba.Faults.Tests.Nodes;

/// <summary>Three processes serve one installation behind nginx, on one PostgreSQL server; one is killed under load and started again.</summary>
public sealed class KilledNodeTests
{
    // Ten seconds are the figure on a quiet machine; it is reported. A test must not fail because others build beside it.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestHeld = TimeSpan.FromSeconds(10);

    [Fact]
    public Task A_killed_node_loses_nothing_and_its_towns_go_on_at_the_others_and_come_home() => KillAsync(6, 4);

    [Fact, Trait("Run", "nightly")]
    public Task The_same_with_two_hundred_towns() => KillAsync(int.Parse(Environment.GetEnvironmentVariable("YAKUBA_SCALE_TOWNS") ?? "200", System.Globalization.CultureInfo.InvariantCulture), 8);

    private static async Task KillAsync(int towns, int callers)
    {
        await using var postgres = await OwnPostgres.StartAsync(connections: 100 + (4 * towns));
        await using var shared = await SharedTowns.MakeAsync(towns, postgres.Connection.Replace("Pool Size=20", "Pool Size=5", StringComparison.Ordinal));
        await Task.WhenAll(shared.StartAsync(1), shared.StartAsync(2), shared.StartAsync(3));
        await using var nginx = await NginxServer.StartAsync(shared["nginx"], [.. Enumerable.Range(1, 3).Select(shared.SocketOf)]);
        using var client = nginx.Client();
        using var over = new CancellationTokenSource();
        TownAsker[] askers = [.. Enumerable.Range(1, callers).Select(seed => new TownAsker(client, shared.Towns, seed))];
        var work = askers.Select(a => Task.Run(() => a.AskOnAsync(over.Token))).ToList();
        await UntilAnsweredAsync(shared.Towns, Stopwatch.GetTimestamp(), "at the start");
        var importer = new TownImporter(shared);
        work.Add(Task.Run(() => importer.ImportOnAsync(over.Token)));
        var (victim, its) = Enumerable.Range(1, 3).Select(n => (n, shared.TownsOf(n))).MaxBy(n => n.Item2.Count);
        var killed = Stopwatch.GetTimestamp();
        await shared.KillAsync(victim);
        var dead = Stopwatch.GetTimestamp();
        var recovery = await UntilAnsweredAsync(its, killed, "after the kill");
        await shared.StartAsync(victim);
        var started = Stopwatch.GetTimestamp();
        await UntilAsync(() => its.All(t => shared.TownsOf(victim).Contains(t)), () => $"home: {shared.TownsOf(victim).Count} of {its.Count}");
        var home = Stopwatch.GetElapsedTime(started);
        await UntilAnsweredAsync(shared.Towns, Stopwatch.GetTimestamp(), "after the towns came home");
        await over.CancelAsync();
        await Task.WhenAll(work);
        await shared.KillAllAsync();

        var all = askers.SelectMany(a => a.All).ToList();
        foreach (var asked in all)
        {
            var wrong = shared.Towns.Where(t => (t == asked.Town) != asked.Said.Contains(t.Canary, StringComparison.Ordinal));
            Assert.False(asked.Status == 200 && wrong.Any(), $"{asked.Town.Code} answered: {asked.Said}");
            Assert.True(asked.Status == 200 || !shared.Towns.Any(t => asked.Said.Contains(t.Canary, StringComparison.Ordinal)), $"refused, and answered all the same: {asked.Said}");
        }

        // Only what the killed process had in its hands comes to nothing, and that is told; a command that imports may hold a town while it moves.
        var refused = all.Where(a => a.Status != 200).ToList();
        Assert.True(refused.All(a => its.Contains(a.Town) && (IsCutOff(a) || IsHeld(a))), string.Join('\n', refused.Select(a => $"{a.Town.Code} {a.Status} {a.Said}").Distinct()) + nginx.Errors);
        foreach (var town in its)
        {
            var since = 0L;
            foreach (var asked in all.Where(a => a.Town == town).OrderBy(a => a.Ended))
            {
                since = asked.Status == 200 ? 0 : IsHeld(asked) && since == 0 ? asked.Ended : since;
                Assert.True(since == 0 || Stopwatch.GetElapsedTime(since, asked.Ended) < LongestHeld, $"{town.Code} was refused for longer than {LongestHeld}: {asked.Said}");
            }
        }

        bool IsCutOff(Asked asked) => asked.Begun < dead && (asked.Status == 0 || (asked.Status == 502 && asked.Said.Contains("town-away", StringComparison.Ordinal)));
        static bool IsHeld(Asked asked) => asked.Status == 503 && asked.Said.Contains(StorageProblems.InUse.Name, StringComparison.Ordinal);
        var looked = 0;
        foreach (var town in shared.Towns)
        {
            var history = importer.HistoryOf(town);
            foreach (var asked in all.Where(a => a.Town == town && a.Status == 200))
            {
                Promises.Answer(history, asked.Answer);
            }

            var findings = await TownCheck.RunAsync(shared.FolderOf(town), history);
            Assert.True(findings.Count == 0, $"{town.Code}: {string.Join('\n', findings.Take(20))}");
            looked += history.Promises.Count;
            await using var store = (await DataDirectory.OpenAsync(shared.FolderOf(town), null, TimeProvider.System)).Value;
            await using var read = await store.Database.ReadAsync();
            var intended = await read.CountAsync("SELECT count(*) FROM audit_entry WHERE action = @action", new { action = AskActions.Intent });
            Assert.True(intended <= all.Count(a => a.Town == town), $"{town.Code}: a question was sent twice, {intended} of {all.Count(a => a.Town == town)}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{towns} towns, {its.Count} of the killed node: each answered again within {recovery.TotalSeconds:F1} s, all home {home.TotalSeconds:F1} s after its start; {all.Count} questions, {refused.Count} refused; {looked} promises kept");

        async Task<TimeSpan> UntilAnsweredAsync(IReadOnlyList<SharedTown> wanted, long since, string when)
        {
            var first = new Dictionary<SharedTown, long>();
            await UntilAsync(
                () =>
                {
                    foreach (var town in askers.SelectMany(a => a.Answered).Where(a => a.Begun > since).Select(a => a.Town))
                    {
                        first.TryAdd(town, Stopwatch.GetTimestamp());
                    }

                    return wanted.All(first.ContainsKey);
                },
                () => $"{when}: {wanted.Count(first.ContainsKey)} of {wanted.Count} towns answered");
            return wanted.Count == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(since, wanted.Max(t => first[t]));
        }

        async Task UntilAsync(Func<bool> done, Func<string> stands)
        {
            for (var clock = Stopwatch.StartNew(); !done(); await Task.Delay(50))
            {
                Assert.True(clock.Elapsed < Longest + TimeSpan.FromSeconds(towns), $"{stands()}\n{string.Join('\n', askers.SelectMany(a => a.All).Where(a => a.Status != 200).Select(a => $"{a.Status} {a.Said}").TakeLast(5))}\n{shared.Said}\n{nginx.Errors}");
            }
        }
    }
}
