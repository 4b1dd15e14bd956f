using System.Net.Http.Json;
using Yakuba.Platform;

namespace Yakuba.Tests.Walls;

/// <summary>Rights and papers that change at random while people ask: once a change is acknowledged, no response holds what it took away.</summary>
public sealed class SequenceTests
{
    [Fact]
    public Task After_an_acknowledged_change_nobody_is_shown_what_it_took_away() => RunAsync(steps: 400, seed: 20261122);

    [Fact, Trait("Run", "nightly")]
    public async Task After_an_acknowledged_change_nobody_is_shown_what_it_took_away_all_night()
    {
        var seed = Environment.TickCount;
        for (var town = 0; town < 30; town++)
        {
            await RunAsync(steps: 1_000, seed + town); // in one town hardly a paper would be left
        }
    }

    private static async Task RunAsync(int steps, int seed)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var town = await WallsTown.OpenAsync([.. Paper.Deal(random).Where(p => p.State == PaperState.Live && !p.IsFaq)]);
        var lives = town.Papers.Select(p => new Life(p)).ToList();
        var doors = Door.All(town).Where(d => d.Name is "GET /api/v1/passages" or "POST /api/v1/questions" or "GET /documents/{version:long}" or "GET /api/v1/documents" or "GET /ask/{id:guid}" or "GET /library/{document:guid}"
            or "POST /ask as a stream" or "GET /documents/{version:long}/original" or "GET /library" or "POST /mcp search" or "GET /ask/history" or "GET /api/v1/answers/{id:guid}" or "GET /library/imports/{job:guid}").ToList();
        var (asked, changed, shown) = (0, 0, 0);
        var sections = Asker.All.ToDictionary(a => a.Kind, a => a.Section);
        for (var step = 0; step < steps; step++)
        {
            var life = lives[random.Next(lives.Count)];
            if (random.Next(3) == 0)
            {
                changed += await ChangeAsync(town, life, sections, random) ? 1 : 0;
            }

            var asker = Asker.All[random.Next(Asker.All.Count - 1)]; // the last is the operator, who has no browser
            var now = asker with { Section = sections[asker.Kind] };
            var door = doors[random.Next(doors.Count)];
            var came = await door.KnockAsync(town.Knockers[asker.Kind], life.Paper, Sayings.Of(life.Paper, random.Next(Sayings.Count)));
            asked++;
            foreach (var other in lives)
            {
                var canary = other.Paper.Canaries.FirstOrDefault(c => came.Contains(c, StringComparison.OrdinalIgnoreCase));
                shown += canary is null ? 0 : 1;
                Assert.True(canary is null || other.MayBeReadBy(now), $"step {step}: {door.Name} showed {asker.Kind} (now of {now.Section}) {canary} of {other}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{asked} questions, {changed} changes, shown to those who may {shown} times");
        Assert.True(shown > asked / 20, "Hardly anything was shown: the sequences prove nothing.");
        Assert.Empty(town.Town.Errors.Lines);
    }

    private static async Task<bool> ChangeAsync(WallsTown town, Life life, Dictionary<string, string> sections, Random random)
    {
        var (head, at) = (town.Knockers["section head"].Browser, $"/api/v1/documents/{life.Paper.Version}");
        switch (random.Next(6))
        {
            case 0 when life.State == PaperState.Live:
                await WallsTown.DoneAsync(head.DeleteAsync($"{at}/publication"));
                life.State = PaperState.Revoked;
                return true;
            case 1 when life.State == PaperState.Revoked:
                await WallsTown.DoneAsync(head.PostAsJsonAsync($"{at}/confirmation", new { }));
                await WallsTown.DoneAsync(head.PostAsJsonAsync($"{at}/publication", new { }));
                life.State = PaperState.Live;
                return true;
            case 2 when life.State != PaperState.Deleted:
                var label = (Label)random.Next(4);
                await WallsTown.DoneAsync(head.PatchAsJsonAsync(at, new { label = label.ToName() }));
                life.Label = label;
                return true;
            case 3 when life.State != PaperState.Deleted:
                var readers = random.Next(2) == 0 ? new[] { "060" } : [];
                await WallsTown.DoneAsync(head.PatchAsJsonAsync(at, new { readers }));
                life.Readers = readers;
                return true;
            case 4:
                var section = random.Next(2) == 0 ? "040" : "060";
                await WallsTown.DoneAsync(town.Knockers["administrator"].Browser.PutAsJsonAsync("/api/v1/people/nishi", new { displayName = "nishi", roles = new[] { "staff" }, sections = new[] { section }, clearance = "機密性2" }));
                sections["staff"] = section;
                return true;
            case 5 when life.State == PaperState.Revoked && random.Next(8) == 0:
                await WallsTown.DoneAsync(head.PostAsJsonAsync($"{at}/deletion", new { reason = "test" }));
                life.State = PaperState.Deleted;
                return true;
            default:
                return false;
        }
    }

    /// <summary>A paper as it should stand now, in the simplest words.</summary>
    private sealed class Life(Paper paper)
    {
        internal Paper Paper { get; } = paper;

        internal PaperState State { get; set; } = PaperState.Live;

        internal Label Label { get; set; } = paper.Label;

        internal IReadOnlyList<string> Readers { get; set; } = [];

        internal bool MayBeReadBy(Asker who)
        {
            var reads = who.Section.Length > 0 && (who.Section == Paper.Section || Readers.Contains(who.Section));
            var byLabel = Label == Label.Public || (who.HasAccount && (Label == Label.Internal || (reads && who.Clearance >= Label)));
            return byLabel && (State == PaperState.Live || (State == PaperState.Revoked && who.Section == Paper.Section && who.HasAccount));
        }

        public override string ToString() => $"{Paper.Topic} {Label.ToName()} {State} readers {string.Join(',', Readers)}";
    }
}
