namespace Yakuba.Evidence.Tests;

/// <summary>The town's sentences were written by others for other ends; nothing here was tuned on single ones.</summary>
public sealed class SampleTownTests
{
    private readonly SupportChecker _checker = new(Dictionary.Lexicon);
    private readonly NameGate _gate = new(Dictionary.Lexicon);

    [Fact]
    public void The_towns_sentences_stand_and_tampered_ones_fall()
    {
        var (all, removed, tampered, kept) = (0, new List<string>(), 0, new List<string>());
        foreach (var (sentence, around) in SampleTown.Sentences())
        {
            var evidence = _checker.Prepare([around], Dictionary.Today);
            all++;

            // Reworded at the end, so that it is no quotation.
            var verdict = _checker.Check($"{sentence[..^1]}とされています。", evidence, Dictionary.Today);
            if (!verdict.Supported)
            {
                removed.Add($"{sentence} {string.Join(' ', verdict.Missing.Select(missing => $"[{missing.Fact.Canonical}: {missing.Reason}]"))}");
                continue;
            }

            foreach (var mutation in all % 3 == 0 && !sentence.Contains("以下「", StringComparison.Ordinal) ? FactMutator.Of(sentence) : [])
            {
                tampered++;
                if (_checker.Check(mutation.Claim, evidence, Dictionary.Today).Supported)
                {
                    kept.Add($"{mutation.Kind}: {sentence} → {mutation.Claim}");
                }
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"town: true {all}, removed {removed.Count}; tampered {tampered}, kept {kept.Count}\n{string.Join('\n', removed)}\n{string.Join('\n', kept)}");
        Assert.True(all > 1000 && removed.Count * 50 <= all);
        Assert.True(tampered > 1000 && kept.Count * 100 <= tampered);
    }

    [Fact]
    public void The_towns_names_pass_and_altered_ones_are_refused()
    {
        var titles = SampleTown.Titles();
        var reader = new NameReader(Dictionary.Lexicon);
        var names = titles.SelectMany(title => reader.Read(title)).Where(name => name.Kind is NameKind.Ordinance or NameKind.Scheme or NameKind.Facility && name.Distinctive.Length > 0).DistinctBy(name => name.Text).ToList();
        var refused = names.Where(name => !Decide(name.Text, titles).Passes).Select(name => name.Text).ToList();
        var altered = names.SelectMany(NameAlterer.Of).ToList();
        var passed = altered.Where(name => Decide(name, titles).Passes).ToList();

        TestContext.Current.TestOutputHelper!.WriteLine($"town names {names.Count}, refused {refused.Count}: {string.Join('、', refused)}; altered {altered.Count}, passed {passed.Count}: {string.Join('、', passed)}");
        Assert.True(names.Count >= 30);
        Assert.Empty(refused);
        Assert.Empty(passed);
    }

    private GateDecision Decide(string name, IReadOnlyList<string> titles) => _gate.Decide($"{name}について教えてください", ["澄野町", "葦原県"], titles, []);
}
