namespace Yakuba.Evidence;

/// <summary>How much of a claim's content the evidence shares, 0 to 1.</summary>
internal static class ContentScore
{
    private const double wordShare = 0.7;

    /// <summary>Weighted share of content words found (in base form, or as written), and share of character pairs found.</summary>
    internal static double Of(Passage claim, IReadOnlyList<Passage> evidence)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var pairs = new HashSet<int>();
        foreach (var passage in evidence)
        {
            foreach (var term in passage.Terms)
            {
                keys.Add(term.Key);
            }

            AddPairs(passage.Folded, pairs);
        }

        return (wordShare * Words(claim, evidence, keys)) + ((1 - wordShare) * Pairs(claim.Folded, pairs));
    }

    /// <summary>Weighted share of the claim's content words that the evidence has.</summary>
    internal static double Coverage(Passage claim, IReadOnlyList<Passage> evidence)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var passage in evidence)
        {
            foreach (var term in passage.Terms)
            {
                keys.Add(term.Key);
            }
        }

        return Words(claim, evidence, keys);
    }

    private static double Words(Passage claim, IReadOnlyList<Passage> evidence, HashSet<string> keys)
    {
        var (found, all) = (0.0, 0.0);
        foreach (var term in claim.Terms)
        {
            if (term.IsFact)
            {
                continue;
            }

            all += term.Weight;
            if (keys.Contains(term.Key) || (term.Key.Length >= 2 && NameCheck.IsIn(NameFold.Of(term.Key), evidence)))
            {
                found += term.Weight;
            }
        }

        return all == 0 ? 1 : found / all;
    }

    private static double Pairs(string folded, HashSet<int> pairs)
    {
        var (found, all) = (0, 0);
        for (var i = 0; i + 1 < folded.Length; i++)
        {
            if (char.IsLetterOrDigit(folded[i]) && char.IsLetterOrDigit(folded[i + 1]))
            {
                all++;
                found += pairs.Contains((folded[i] << 16) | folded[i + 1]) ? 1 : 0;
            }
        }

        return all == 0 ? 1 : (double)found / all;
    }

    private static void AddPairs(string folded, HashSet<int> pairs)
    {
        for (var i = 0; i + 1 < folded.Length; i++)
        {
            pairs.Add((folded[i] << 16) | folded[i + 1]);
        }
    }
}
