namespace Yakuba.Evidence;

/// <summary>Two words that answer to each other.</summary>
internal readonly record struct Link(StatedWord Premise, StatedWord Hypothesis, Relation Relation);

/// <summary>Which words of the hypothesis answer to which of the premise; each word once, the surest first.</summary>
internal sealed class Alignment
{
    private readonly Link?[] _ofPremise;
    private readonly Link?[] _ofHypothesis;

    private Alignment(Statement premise, Statement hypothesis)
    {
        Premise = premise;
        Hypothesis = hypothesis;
        _ofPremise = new Link?[premise.Words.Count];
        _ofHypothesis = new Link?[hypothesis.Words.Count];
    }

    internal Statement Premise { get; }

    internal Statement Hypothesis { get; }

    internal List<Link> Links { get; } = [];

    /// <summary>Words of the hypothesis to which none of the premise answers, or only a contrary one.</summary>
    internal IEnumerable<StatedWord> Lost => Hypothesis.Words.Where(word => !word.Light && Of(word) is not { Relation: > Relation.Contrast });

    /// <summary>Words of the premise that the hypothesis lacks.</summary>
    internal IEnumerable<StatedWord> Extra => Premise.Words.Where(word => !word.Light && _ofPremise[word.At] is not { Relation: > Relation.Contrast });

    /// <summary>What answers to a word of the hypothesis.</summary>
    internal Link? Of(StatedWord hypothesis) => _ofHypothesis[hypothesis.At];

    internal Link? OfPremise(StatedWord premise) => _ofPremise[premise.At];

    internal static Alignment Of(Statement premise, Statement hypothesis)
    {
        var alignment = new Alignment(premise, hypothesis);
        var candidates = new List<(double Score, Link Link)>();
        foreach (var p in premise.Words)
        {
            foreach (var h in hypothesis.Words)
            {
                var relation = WordRelations.Of(p, h);
                if (relation != Relation.None)
                {
                    candidates.Add((Score(premise, hypothesis, p, h, relation), new Link(p, h, relation)));
                }
            }
        }

        foreach (var (_, link) in candidates.OrderByDescending(candidate => candidate.Score))
        {
            if (alignment._ofPremise[link.Premise.At] is null && alignment._ofHypothesis[link.Hypothesis.At] is null)
            {
                alignment._ofPremise[link.Premise.At] = link;
                alignment._ofHypothesis[link.Hypothesis.At] = link;
                alignment.Links.Add(link);
            }
        }

        return alignment;
    }

    // The relation first; then the same part in the sentence; then the same place.
    private static double Score(Statement premise, Statement hypothesis, StatedWord p, StatedWord h, Relation relation)
    {
        var place = Math.Abs(((p.At + 0.5) / premise.Words.Count) - ((h.At + 0.5) / hypothesis.Words.Count));
        return (2 * (int)relation) + (p.Role == h.Role ? 1 : 0) - place;
    }
}
