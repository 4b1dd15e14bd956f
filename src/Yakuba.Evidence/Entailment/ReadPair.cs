using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>A pair of sentences, read and aligned, with what a learner may know of it.</summary>
public sealed class ReadPair
{
    private ReadPair(Alignment pair)
    {
        Pair = pair;
        Measures = PairMeasures.Of(pair);
        Traits = PairTraits.Of(pair);
    }

    internal Alignment Pair { get; }

    internal float[] Measures { get; }

    internal HashSet<string> Traits { get; }

    /// <summary>Reads a pair. Deterministic; time grows with the product of the two lengths.</summary>
    /// <param name="premise">What is given as true.</param>
    /// <param name="hypothesis">What is asked about.</param>
    /// <param name="lexicon">The dictionary.</param>
    public static ReadPair Of(string premise, string hypothesis, Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(premise);
        ArgumentNullException.ThrowIfNull(hypothesis);
        return new ReadPair(Alignment.Of(Statement.Of(premise, lexicon), Statement.Of(hypothesis, lexicon)));
    }
}
