using Yakuba.Legislation;

namespace Yakuba.Legislation.Tests;

/// <summary>Random edits of real acts and ordinances: what an amendment writes, it also does.</summary>
public sealed class AmendmentRoundTripTests(ITestOutputHelper output)
{
    [Fact]
    public void A_thousand_random_edits_are_written_and_carried_out_exactly_and_taken_back() => Run(1_000, 900, 20261122);

    [Fact, Trait("Run", "nightly")]
    public void Ten_thousand_random_edits_are_written_and_carried_out_exactly_and_taken_back() => Run(10_000, int.MaxValue, Random.Shared.Next());

    /// <param name="count">Edits.</param>
    /// <param name="longest">Acts with more provisions are edited once in twenty times only.</param>
    /// <param name="seed">YAKUBA_SEED gives another.</param>
    private void Run(int count, int longest, int seed)
    {
        seed = Environment.GetEnvironmentVariable("YAKUBA_SEED") is { } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : seed;
        output.WriteLine($"YAKUBA_SEED={seed}");
        var random = new Random(seed);
        var texts = AmendedTexts.All.Select(r => (r.Name, r.Enactment, Count: r.Enactment.AllProvisions.Count())).ToList();
        var shorter = texts.Where(t => t.Count <= longest).ToList();
        var (whole, retries, faults) = (0, 0, new List<string>());
        for (var i = 0; i < count && faults.Count < 10; i++)
        {
            var from = random.Next(20) == 0 ? texts : shorter;
            var (name, old, _) = from[i % from.Count];
            var (@new, edits, retried) = RandomEdits.Of(old, random);
            retries += retried;
            foreach (var (before, after, way) in ((Enactment, Enactment, string)[])[(old, @new, "there"), (@new, old, "back")])
            {
                var written = AmendmentText.Write(before, after);
                whole += written.IsWhole ? 1 : 0;
                if (written.IsWhole)
                {
                    output.WriteLine($"written anew: edit {i} of {name} ({edits}), {way}");
                }

                if (written.Problem is not null || AmendmentText.Apply(before, written.Lines).Enactment != after)
                {
                    faults.Add($"edit {i} of {name} ({edits}), {way}: {written.Problem?.Name}");
                }
            }
        }

        output.WriteLine($"{count} edits of {texts.Count} texts, {whole} of {2 * count} amendments wrote the whole anew; {retries} texts did not read back as themselves and were made again");
        Assert.Empty(faults);
        Assert.InRange(whole, 0, count / 5);
    }
}
