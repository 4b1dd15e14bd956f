namespace Yakuba.Evidence.Tests;

public sealed class SupportCheckerTests
{
    private readonly SupportChecker _checker = new(Dictionary.Lexicon);

    [Fact]
    public void At_most_two_in_a_hundred_true_sentences_are_removed()
    {
        Assert.True(TruePairs.All.Count >= 60);
        var removed = TruePairs.All.Where(pair => !Check(pair.Claim, pair.Evidence).Supported).ToList();
        foreach (var pair in removed)
        {
            var verdict = Check(pair.Claim, pair.Evidence);
            TestContext.Current.TestOutputHelper!.WriteLine($"{pair.Claim} {verdict.Score:0.00} {string.Join(' ', verdict.Missing.Select(m => $"[{m.Fact.Kind} {m.Fact.Canonical} {m.Fact.Bound}: {m.Reason}]"))}");
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"true {TruePairs.All.Count}, removed {removed.Count}");
        Assert.True(removed.Count * 50 <= TruePairs.All.Count, $"{removed.Count} of {TruePairs.All.Count} removed");
    }

    [Fact]
    public void Every_tampered_sentence_is_removed()
    {
        var (all, kept) = (0, new List<string>());
        var kinds = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var pair in TruePairs.All)
        {
            foreach (var mutation in FactMutator.Of(pair.Claim))
            {
                all++;
                kinds[mutation.Kind] = kinds.GetValueOrDefault(mutation.Kind) + 1;
                if (Check(mutation.Claim, pair.Evidence).Supported)
                {
                    kept.Add($"{mutation.Kind}: {pair.Claim} → {mutation.Claim}");
                }
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"tampered {all} ({string.Join(", ", kinds.Select(kind => $"{kind.Key} {kind.Value}"))}), kept {kept.Count}\n{string.Join('\n', kept)}");
        Assert.True(all >= 120 && kinds.Count == 8);
        Assert.Empty(kept);
    }

    [Fact]
    public void A_sentence_about_something_else_is_removed()
    {
        var kept = 0;
        var (own, others) = (new List<double>(), new List<double>());
        for (var i = 0; i < TruePairs.All.Count; i++)
        {
            var other = TruePairs.All[(i + (TruePairs.All.Count / 2)) % TruePairs.All.Count];
            own.Add(Check(TruePairs.All[i].Claim, TruePairs.All[i].Evidence).Score);
            others.Add(Check(TruePairs.All[i].Claim, other.Evidence).Score);
            kept += Check(TruePairs.All[i].Claim, other.Evidence).Supported ? 1 : 0;
        }

        own.Sort();
        others.Sort();
        TestContext.Current.TestOutputHelper!.WriteLine($"score: own evidence least {own[0]:0.00}, tenth {own[own.Count / 10]:0.00}; other evidence ninetieth {others[others.Count * 9 / 10]:0.00}, most {others[^1]:0.00}");
        Assert.Equal(0, kept);
        Assert.True(own[0] >= SupportChecker.Threshold && others[others.Count * 9 / 10] < SupportChecker.Threshold);
    }

    private SupportVerdict Check(string claim, string[] evidence) => _checker.Check(claim, evidence, Dictionary.Today);
}
