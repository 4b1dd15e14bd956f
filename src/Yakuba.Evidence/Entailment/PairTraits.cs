namespace Yakuba.Evidence;

/// <summary>Which words stand against which: traits of a pair that a learner may weigh one by one, each as a short text.</summary>
internal static class PairTraits
{
    internal static HashSet<string> Of(Alignment pair)
    {
        var traits = new HashSet<string>(StringComparer.Ordinal);
        var (lost, extra) = (pair.Lost.ToList(), pair.Extra.ToList());
        foreach (var word in lost)
        {
            traits.Add($"h {word.Fold}");
            traits.Add($"h {word.Role} {word.Class}");
            foreach (var other in extra)
            {
                if (other.Class == word.Class || other.Role == word.Role)
                {
                    traits.Add($"x {other.Fold} {word.Fold}");
                }
            }
        }

        foreach (var word in extra)
        {
            traits.Add($"p {word.Fold}");
            traits.Add($"p {word.Role} {word.Class}");
        }

        foreach (var link in pair.Links)
        {
            if (link.Relation < Relation.Same)
            {
                traits.Add($"l {link.Relation} {link.Premise.Role} {link.Hypothesis.Role}");
                traits.Add($"x {link.Premise.Fold} {link.Hypothesis.Fold}");
                traits.Add($"b {link.Premise.Base} {link.Hypothesis.Base}");
            }
            else if (link.Premise.Role != link.Hypothesis.Role)
            {
                traits.Add($"r {link.Premise.Role} {link.Hypothesis.Role}");
            }
        }

        traits.Add($"m {pair.Premise.Main?.Fold} {pair.Hypothesis.Main?.Fold}");
        traits.Add($"s {pair.Premise.WithRole("が")?.Fold} {pair.Hypothesis.WithRole("が")?.Fold}");
        traits.Add($"n {Math.Min(2, lost.Count)} {Math.Min(2, extra.Count)} {pair.Premise.Negations > 0} {pair.Hypothesis.Negations > 0}");
        return traits;
    }
}
