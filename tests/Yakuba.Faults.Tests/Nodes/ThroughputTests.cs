using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Yakuba.Faults.Tests.Postgres;

namespace Yakuba.Faults.Tests.Nodes;

/// <summary>What one, two and three nodes answer on this machine, and what a town takes of it: <c>bench/scale.sh</c>.</summary>
public sealed class ThroughputTests
{
    private const int Callers = 12;

    [Fact, Trait("Run", "nightly")]
    public async Task One_two_and_three_nodes_answer_all_towns()
    {
        var towns = int.Parse(Environment.GetEnvironmentVariable("YAKUBA_SCALE_TOWNS") ?? "30", CultureInfo.InvariantCulture);
        var seconds = int.Parse(Environment.GetEnvironmentVariable("YAKUBA_SCALE_SECONDS") ?? "20", CultureInfo.InvariantCulture);
        await using var postgres = await OwnPostgres.StartAsync(connections: 100 + (4 * towns));
        var storage = postgres.Connection.Replace("Pool Size=20", "Pool Size=5", StringComparison.Ordinal);
        var clock = Stopwatch.StartNew();
        await using var shared = await SharedTowns.MakeAsync(towns, storage);
        Say($"{Environment.ProcessorCount} processors, load {Load()}; {towns} towns made in {clock.Elapsed.TotalSeconds:F0} s");
        foreach (var nodes in new[] { 1, 2, 3, 1, 2, 3 })
        {
            for (var node = 1; node <= nodes; node++)
            {
                await shared.StartAsync(node);
            }

            await using (var nginx = await NginxServer.StartAsync(shared[$"nginx{Stopwatch.GetTimestamp()}"], [.. Enumerable.Range(1, nodes).Select(shared.SocketOf)]))
            {
                using var client = nginx.Client();
                clock.Restart();
                await Task.WhenAll(shared.Towns.Chunk((towns / 4) + 1).Select(async some =>
                {
                    foreach (var town in some)
                    {
                        var first = await TownAsker.AskAsync(client, town);
                        Assert.True(first.Status == 200, $"{first.Status} {first.Said}");
                    }
                }));
                Say($"{nodes} node(s): all towns opened, 4 at a time, in {clock.Elapsed.TotalSeconds:F1} s; {shared.Resident}");
                var asked = await MeasureAsync(client, shared, TimeSpan.FromSeconds(seconds));
                var times = asked.Select(a => a.Milliseconds).Order().ToArray();
                Assert.All(asked, a => Assert.True(a.Asked.Status == 200 && a.Asked.Said.Contains(a.Asked.Town.Canary, StringComparison.Ordinal), $"{a.Asked.Status} {a.Asked.Said}"));
                Say($"{nodes} node(s): {asked.Count / (double)seconds:F0} answers/s from {Callers} callers, median {times[times.Length / 2]:F0} ms, p95 {times[times.Length * 95 / 100]:F0} ms; {shared.Resident}; load {Load()}");
            }

            await shared.KillAllAsync();
        }

        await SizesAsync(shared, storage);
    }

    private static async Task<IReadOnlyList<(Asked Asked, double Milliseconds)>> MeasureAsync(HttpClient client, SharedTowns shared, TimeSpan time)
    {
        var end = Stopwatch.StartNew();
        var all = await Task.WhenAll(Enumerable.Range(1, Callers).Select(seed => Task.Run(async () =>
        {
            var (random, mine) = (new Random(seed), new List<(Asked, double)>());
            while (end.Elapsed < time)
            {
                var asked = await TownAsker.AskAsync(client, shared.Towns[random.Next(shared.Towns.Count)]);
                mine.Add((asked, Stopwatch.GetElapsedTime(asked.Begun).TotalMilliseconds));
            }

            return mine;
        })));
        return [.. all.SelectMany(a => a)];
    }

    private static async Task SizesAsync(SharedTowns shared, string storage)
    {
        await using var source = NpgsqlDataSource.Create(storage + ";Pooling=false");
        await using var size = source.CreateCommand("SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname LIKE 'yakuba\\_%' AND c.relkind = 'r'");
        var rows = (long)(await size.ExecuteScalarAsync())! / shared.Towns.Count;
        var files = new DirectoryInfo(shared.FolderOf(shared.Towns[0])).EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.Name != "control.sock").Sum(f => f.Length);
        Say($"a town with one document: {rows / 1024} kB in PostgreSQL, {files / 1024} kB of files");
    }

    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
