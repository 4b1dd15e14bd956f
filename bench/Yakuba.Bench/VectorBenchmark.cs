using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using Yakuba.Search;
using Yakuba.Search.Vectors;

namespace Yakuba.Bench;

/// <summary>
/// <c>vectors COUNT [DIMENSION]</c>: clustered random vectors (2,000 centres, normal noise of 0.9 a value around them, length 1), 200 questions drawn
/// likewise, top 10, one thread, everything in memory. Prints the best of five rounds' medians, 95th and 99th percentiles in milliseconds, and
/// recall@10 against binary32 brute force. The peers of the search comparison draw theirs in the same way.
/// </summary>
internal static class VectorBenchmark
{
    private const int Queries = 200;
    private const int Top = 10;
    private const int Centres = 2_000;
    private const int Rounds = 5;

    internal static int Run(string[] arguments)
    {
        if (arguments.Length is 0 or > 2)
        {
            Console.Error.WriteLine("vectors COUNT [DIMENSION]");
            return 2;
        }

        var count = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        var dimension = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 384;
        var centres = Centre(dimension);
        var random = new Random(3);
        var queries = Enumerable.Range(0, Queries).Select(_ => Draw(random, centres)).ToArray();
        var exact = queries.Select(_ => new (float Score, uint Group)[Top]).ToArray();
        var folder = Directory.CreateTempSubdirectory("yakuba-vectors-").FullName;
        using var index = VectorIndex.Open(folder);
        var building = new TimeSpan();
        random = new Random(2);
        for (var from = 0; from < count; from += 100_000)
        {
            var batch = Enumerable.Range(from, Math.Min(100_000, count - from)).Select(i => new VectorEntry((uint)i, 0, Draw(random, centres))).ToList();
            Parallel.For(0, Queries, q => Best(exact[q], queries[q], batch));
            var start = Stopwatch.GetTimestamp();
            index.Add("bench", batch);
            building += Stopwatch.GetElapsedTime(start);
        }

        using var snapshot = index.Snapshot();
        Console.WriteLine($"{count:N0} x {dimension}, {DotProductName()}, stored in {building.TotalSeconds:F1} s, {Directory.GetFiles(folder).Sum(f => new FileInfo(f).Length) / 1e6:N0} MB");
        Measure("exact, int8", VectorScan.Exact, PermittedGroups.All);
        Measure("signs first, then int8", VectorScan.SignsFirst, PermittedGroups.All);
        Measure("exact, 10 % permitted", VectorScan.Exact, PermittedGroups.Of(Enumerable.Range(0, count).Where(i => i % 10 == 0).Select(i => (uint)i)));
        var thousand = Enumerable.Range(0, Math.Min(1_000, count)).Select(i => new SearchHit((uint)(i * (count / 1_000L)), 0, 0)).ToArray();
        var scores = new double[thousand.Length];
        var rescored = Time(query => snapshot.Score(query, PermittedGroups.All, thousand, scores));
        Console.WriteLine($"{"rescoring 1,000 given",-26} p50 {rescored[Queries / 2],8:F3}  p95 {rescored[Queries * 95 / 100],8:F3}  p99 {rescored[Queries * 99 / 100],8:F3} ms");
        Directory.Delete(folder, recursive: true);
        return 0;

        void Measure(string name, VectorScan scan, PermittedGroups permitted)
        {
            var hits = new SearchHit[Top];
            var found = 0;
            foreach (var (query, best) in queries.Zip(exact))
            {
                var n = snapshot.Search(query, permitted, hits, scan);
                found += hits[..n].Count(hit => best.Any(b => b.Group == hit.Group));
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            snapshot.Search(queries[0], permitted, hits, scan);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            var times = Time(query => snapshot.Search(query, permitted, hits, scan));
            var recall = ReferenceEquals(permitted, PermittedGroups.All) ? $"recall@10 {found / (double)(Queries * Top):F4}" : "";
            Console.WriteLine($"{name,-26} p50 {times[Queries / 2],8:F3}  p95 {times[Queries * 95 / 100],8:F3}  p99 {times[Queries * 99 / 100],8:F3} ms  {recall}  {allocated} bytes allocated a search");
        }

        double[] Time(Action<float[]> search)
        {
            double[] best = [];
            for (var round = 0; round < Rounds; round++)
            {
                var times = queries.Select(query =>
                {
                    var start = Stopwatch.GetTimestamp();
                    search(query);
                    return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                }).Order().ToArray();
                best = best.Length == 0 || times[Queries / 2] < best[Queries / 2] ? times : best;
            }

            return best;
        }
    }

    private static string DotProductName() =>
        System.Runtime.Intrinsics.X86.AvxVnni.IsSupported ? "AVX-VNNI" : System.Runtime.Intrinsics.X86.Avx512BW.IsSupported ? "AVX-512BW" : System.Runtime.Intrinsics.X86.Avx2.IsSupported ? "AVX2" : "Vector<T>";

    private static float[][] Centre(int dimension)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Centres).Select(_ => Enumerable.Range(0, dimension).Select(_ => Normal(random)).ToArray())];
    }

    private static float[] Draw(Random random, float[][] centres)
    {
        var centre = centres[random.Next(centres.Length)];
        var vector = new float[centre.Length];
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = centre[i] + (0.9f * Normal(random));
        }

        VectorCode.Normalise(vector);
        return vector;
    }

    private static float Normal(Random random) => MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())) * MathF.Cos(2 * MathF.PI * random.NextSingle());

    private static void Best((float Score, uint Group)[] best, float[] query, List<VectorEntry> batch)
    {
        foreach (var entry in batch)
        {
            var score = 0f;
            for (var k = 0; k < query.Length; k += Vector<float>.Count)
            {
                score += Vector.Dot(new Vector<float>(query, k), new Vector<float>(entry.Vector, k));
            }

            if (score > best[^1].Score)
            {
                best[^1] = (score, entry.Group);
                Array.Sort(best, (a, b) => b.Score.CompareTo(a.Score));
            }
        }
    }
}
