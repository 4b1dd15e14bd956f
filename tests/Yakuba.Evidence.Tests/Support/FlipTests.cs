namespace Yakuba.Evidence.Tests;

/// <summary>True sentences of our pairs and of the sample town, with one thing turned: predicate, opposite, number or date.</summary>
public sealed class FlipTests
{
    private readonly SupportChecker _checker = new(Dictionary.Lexicon);
    private readonly PairClassifier _classifier = new(Dictionary.Lexicon);

    [Fact]
    public void Flipped_sentences_are_refused_and_true_ones_stand()
    {
        var counts = new SortedDictionary<string, (int All, int Caught)>(StringComparer.Ordinal);
        var missed = new List<string>();
        foreach (var (sentence, around) in Sentences())
        {
            var evidence = _checker.Prepare([around], Dictionary.Today);
            Count("true, refused", !_checker.Check($"{sentence[..^1]}とされています。", evidence, Dictionary.Today).Supported, sentence);
            foreach (var (kind, flipped) in Flips(sentence))
            {
                Count(kind, !_checker.Check(flipped, evidence, Dictionary.Today).Supported, flipped);
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{string.Join('\n', counts.Select(pair => $"{pair.Key}: {pair.Value.Caught} of {pair.Value.All}"))}\n{string.Join('\n', missed)}");
        Assert.All(counts, pair => Assert.True(pair.Key.StartsWith("true", StringComparison.Ordinal) ? pair.Value.Caught * 50 <= pair.Value.All : pair.Value.Caught * 100 >= pair.Value.All * 95, pair.Key));

        void Count(string kind, bool caught, string sentence)
        {
            var (all, found) = counts.GetValueOrDefault(kind);
            counts[kind] = (all + 1, found + (caught ? 1 : 0));
            if (caught == kind.StartsWith("true", StringComparison.Ordinal))
            {
                missed.Add($"{kind}: {sentence}");
            }
        }
    }

    [Fact]
    public void A_negated_sentence_contradicts_the_sentence()
    {
        var flips = JudgedPairs.Own().Select(pair => pair.Premise).Distinct().Select(premise => (Premise: premise, Flipped: PolarityFlipper.Negated(premise))).Where(pair => pair.Flipped is not null).ToList();

        var missed = flips.Where(pair => _classifier.Classify(pair.Premise, pair.Flipped!) != PairLabel.Contradiction).Select(pair => pair.Flipped).ToList();

        TestContext.Current.TestOutputHelper!.WriteLine($"{flips.Count - missed.Count} of {flips.Count}\n{string.Join('\n', missed)}");
        Assert.True(missed.Count * 20 <= flips.Count);
    }

    private static IEnumerable<(string Sentence, string Around)> Sentences() =>
        SampleTown.Sentences().Where((pair, i) => i % 4 == 0).Concat(JudgedPairs.Own().Select(pair => pair.Premise).Distinct().Select(premise => (premise, $"手引き\n{premise}くわしくはお問い合わせください。")));

    private static IEnumerable<(string Kind, string Flipped)> Flips(string sentence)
    {
        if (PolarityFlipper.Negated(sentence) is { } negated)
        {
            yield return ("predicate", negated);
        }

        foreach (var opposed in PolarityFlipper.Opposed(sentence))
        {
            yield return ("opposite", opposed);
        }

        foreach (var mutation in FactMutator.Of(sentence).Where(mutation => mutation.Kind is "number" or "date" or "amount"))
        {
            yield return (mutation.Kind, mutation.Claim);
        }
    }
}
