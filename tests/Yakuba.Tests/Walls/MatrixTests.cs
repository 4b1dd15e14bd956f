using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;

namespace Yakuba.Tests.Walls;

/// <summary>Labels × states × askers × doors × ways to ask. Every paper that an asker may not read holds canaries, which are looked for in all that comes back and in the log.</summary>
public sealed class MatrixTests
{
    // Where a reader does see a paper: were the search for canaries blind, or a door moved, these would show nothing.
    private static readonly string[] ShowPapers =
    [
        "GET /", "GET /api/v1/answers/{id:guid}", "GET /api/v1/documents", "GET /api/v1/documents/{version:long}", "GET /api/v1/documents/{version:long}/original", "GET /api/v1/drafts/{draft:guid}", "GET /api/v1/drafts/{draft:guid}/paper.docx", "GET /api/v1/handover", "GET /api/v1/imports/{job:guid}",
        "GET /api/v1/library/export", "GET /api/v1/passages", "GET /api/v1/reviews", "GET /ask", "GET /ask/{id:guid}", "GET /documents/{version:long}", "GET /documents/{version:long}/original",
        "GET /drafts/{draft:guid}", "GET /drafts/{draft:guid}/edit", "GET /drafts/{draft:guid}/paper.docx", "GET /drafts/{draft:guid}/sources",
        "GET /documents/{version:long}/report", "GET /handover", "GET /library", "GET /library/export.zip", "GET /library/imports/{job:guid}", "GET /library/imports/{job:guid}/report.csv", "GET /library/review", "GET /reorganise/split",
        "POST /api/v1/questions", "POST /api/v1/questions on another day", "POST /ask as a stream", "POST /handover/export", "POST /mcp ask", "POST /mcp get_document",
        "POST /mcp search", "POST /v1/chat/completions", "POST /v1/chat/completions as a stream", "yakuba ask", "yakuba search", "yakuba search --json",
    ];

    [Fact]
    public async Task Nothing_that_one_may_not_read_comes_out_of_any_door() => Compare(await RunAsync(cases: 5_000, seed: 20261121));

    // Forty towns one after the other: in one, lists and exports grow with each question, and with them the time of each case.
    // A list may by chance show none of its reader's papers in one town, but not in all of them.
    [Fact, Trait("Run", "nightly")]
    public async Task Nothing_that_one_may_not_read_comes_out_of_any_door_all_night()
    {
        var seed = Environment.TickCount;
        var shown = new HashSet<string>();
        for (var town = 0; town < 40; town++)
        {
            shown.UnionWith(await RunAsync(cases: 5_000, seed + town));
        }

        Compare(shown);
    }

    private static void Compare(IReadOnlySet<string> shown)
    {
        var difference = string.Join('\n', shown.Except(ShowPapers).Select(d => $"+ {d}").Concat(ShowPapers.Except(shown).Select(d => $"- {d}")).Order(StringComparer.Ordinal));
        Assert.True(difference.Length == 0, difference);
    }

    /// <returns>The doors that showed somebody a paper that he may read.</returns>
    private static async Task<IReadOnlySet<string>> RunAsync(int cases, int seed)
    {
        var tell = TestContext.Current.TestOutputHelper!;
        tell.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var town = await WallsTown.OpenAsync(Paper.Deal(random));
        var doors = Door.All(town);
        var hidden = Asker.All.ToDictionary(a => a.Kind, a => Canaries(town.Papers.Where(p => !a.MayRead(p))));
        var readable = Asker.All.ToDictionary(a => a.Kind, a => Canaries(town.Papers.Where(a.MayRead)));
        var every = Canaries(town.Papers);
        var (leaks, shown, slow) = (new ConcurrentBag<string>(), new ConcurrentDictionary<string, bool>(), new ConcurrentDictionary<string, long>());
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Generated(doors, town.Papers, cases, random), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (one, _) => await KnockAsync(one.Door, one.Asker, one.Paper, one.Form));

        // A list that by chance showed none of its reader's papers is asked for each in all ways.
        foreach (var door in doors.Where(d => ShowPapers.Contains(d.Name)))
        {
            var more = from form in Enumerable.Range(0, Sayings.Count)
                       from asker in Asker.All
                       where asker.IsOperator == door.IsCommand
                       from paper in town.Papers.Where(asker.MayRead).Take(10)
                       select (asker, paper, form);
            using var next = more.GetEnumerator();
            while (!shown.ContainsKey(door.Name) && next.MoveNext())
            {
                await KnockAsync(door, next.Current.asker, next.Current.paper, next.Current.form);
            }
        }

        foreach (var line in town.Log.Take())
        {
            if (First(line, every) is { } canary)
            {
                leaks.Add($"log: {canary} in {line[..Math.Min(300, line.Length)]}");
            }
        }

        tell.WriteLine($"{cases} cases at {doors.Count} doors in {clock.Elapsed.TotalSeconds:F1} s, {leaks.Count} leaks");
        tell.WriteLine(string.Join('\n', slow.OrderByDescending(s => s.Value).Take(12).Select(s => $"{s.Key} {s.Value / (double)Stopwatch.Frequency:F1} s")));
        Assert.True(leaks.IsEmpty, string.Join('\n', leaks.GroupBy(l => l.Split(',')[0]).Select(g => $"{g.Count()} × {g.First()}")));
        Assert.Empty(town.Town.Errors.Lines);
        return shown.Keys.ToHashSet();

        async Task KnockAsync(Door door, Asker asker, Paper paper, int form)
        {
            var began = Stopwatch.GetTimestamp();
            var came = await door.KnockAsync(town.Knockers[asker.Kind], paper, Sayings.Of(paper, form));
            slow.AddOrUpdate(door.Name, _ => Stopwatch.GetTimestamp() - began, (_, sum) => sum + Stopwatch.GetTimestamp() - began);
            if (First(came, hidden[asker.Kind]) is { } canary)
            {
                leaks.Add($"{door.Name}: {asker.Kind}, asking for {paper} ({Sayings.Of(paper, form)}), saw {canary} of {town.Papers.First(p => p.Canaries.Contains(canary))}");
            }

            if (First(came, readable[asker.Kind]) is not null)
            {
                shown.TryAdd(door.Name, true);
            }
        }
    }

    // Every asker at every door at least twice, with another paper and other words each time; then at random.
    private static IEnumerable<(Door Door, Asker Asker, Paper Paper, int Form)> Generated(IReadOnlyList<Door> doors, IReadOnlyList<Paper> papers, int cases, Random random)
    {
        // A command has one asker, where a page has eight: it is knocked at more often, so that what it shows does not hang on the count of doors.
        var knocks = from round in Enumerable.Range(0, int.MaxValue)
                     from door in doors
                     from asker in Asker.All
                     where asker.IsOperator == door.IsCommand && (round == 0 || !door.IsAlwaysTheSame)
                     from time in Enumerable.Range(0, door.IsCommand ? 40 : 1)
                     select (door, asker, papers[random.Next(papers.Count)], random.Next(Sayings.Count));
        return knocks.Take(cases);
    }

    private static SearchValues<string> Canaries(IEnumerable<Paper> papers) => SearchValues.Create([.. papers.SelectMany(p => p.Canaries)], StringComparison.OrdinalIgnoreCase);

    private static string? First(string text, SearchValues<string> canaries) => text.AsSpan().IndexOfAny(canaries) is >= 0 and var at ? text.Substring(at, 10).ToUpperInvariant() : null;
}
