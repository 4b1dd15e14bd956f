using System.Diagnostics;
using System.Text.Json;
using Yakuba.Search;

namespace Yakuba.Bench;

/// <summary>Asks every line of a file as an OR of its tokens: hits, latency of each query in each round, throughput of one and two threads.</summary>
internal static class ContenderQuery
{
    private const int Top = 10;
    private const int WarmUpRounds = 20;
    private static readonly TimeSpan _throughputTime = TimeSpan.FromSeconds(5);

    internal static void Run(string directory, string queryFile, int rounds, TimeSpan budget, string output)
    {
        var queries = File.ReadLines(queryFile).Select(line => new IndexQuery([.. line.Split(' ').Select(token => new QueryTerm(0, token, 1))])).ToArray();
        var permitted = Permitted(Environment.GetEnvironmentVariable("CONTENDER_FILTER"));
        var hits = new SearchHit[Top];
        var start = Stopwatch.GetTimestamp();
        using var index = SearchIndex.Open(directory);
        using var snapshot = index.Snapshot();
        var opened = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        snapshot.Search(queries[0], permitted, hits);
        var first = Stopwatch.GetElapsedTime(start);

        var found = queries.Select(query => snapshot.Search(query, permitted, Top).Select(hit => hit.Group).ToArray()).ToArray();
        for (var i = 0; i < WarmUpRounds * queries.Length; i++)
        {
            snapshot.Search(queries[i % queries.Length], permitted, hits);
        }

        var latencies = Latencies(snapshot, queries, permitted, rounds, budget);
        File.WriteAllText(output, JsonSerializer.Serialize(new
        {
            open_ms = opened.TotalMilliseconds,
            first_query_ms = first.TotalMilliseconds,
            hits = found,
            lat_ms = latencies,
            rounds = latencies.Count,
            qps1 = Throughput(snapshot, queries, permitted, 1),
            qps2 = Throughput(snapshot, queries, permitted, 2),
        }));
    }

    /// <summary>Groups for the filter figures: <c>scattered:0.1</c> or <c>clustered:0.1</c> of the first million; all when unset.</summary>
    private static PermittedGroups Permitted(string? filter)
    {
        if (filter is null)
        {
            return PermittedGroups.All;
        }

        const int Groups = 1_000_000;
        var parts = filter.Split(':');
        var share = double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
        var random = new Random(1);
        return PermittedGroups.Of(parts[0] == "clustered"
            ? Enumerable.Range(0, (int)(Groups * share)).Select(group => (uint)group)
            : Enumerable.Range(0, Groups).Where(_ => random.NextDouble() < share).Select(group => (uint)group));
    }

    private static List<double[]> Latencies(IndexSnapshot snapshot, IndexQuery[] queries, PermittedGroups permitted, int rounds, TimeSpan budget)
    {
        var hits = new SearchHit[Top];
        var all = new List<double[]>();
        var begun = Stopwatch.GetTimestamp();
        while (all.Count < rounds && (all.Count == 0 || Stopwatch.GetElapsedTime(begun) < budget))
        {
            var round = new double[queries.Length];
            for (var i = 0; i < queries.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                snapshot.Search(queries[i], permitted, hits);
                round[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }

            all.Add(round);
        }

        return all;
    }

    private static double Throughput(IndexSnapshot snapshot, IndexQuery[] queries, PermittedGroups permitted, int threads)
    {
        long done = 0;
        var start = Stopwatch.GetTimestamp();
        var workers = Enumerable.Range(0, threads).Select(number => new Thread(() =>
        {
            var hits = new SearchHit[Top];
            var mine = 0;
            for (var i = number * queries.Length / 2; Stopwatch.GetElapsedTime(start) < _throughputTime; i++, mine++)
            {
                snapshot.Search(queries[i % queries.Length], permitted, hits);
            }

            Interlocked.Add(ref done, mine);
        })).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        return done / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
