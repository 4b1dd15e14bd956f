using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>What is measured on a pair of sentences. All shares are 0 to 1.</summary>
/// <param name="Covered">Weighted share of the hypothesis's content words that the premise has.</param>
/// <param name="Pairs">Dice share of character pairs.</param>
/// <param name="Ordered">Longest common run of content words in order, as a share of the hypothesis's.</param>
/// <param name="LostNouns">Nouns of the hypothesis that the premise lacks.</param>
/// <param name="LostVerbs">Verbs and adjectives of the hypothesis that the premise lacks.</param>
/// <param name="ExtraWords">Content words of the premise that the hypothesis lacks.</param>
/// <param name="NegationDiffers">One of the two is negated, the other not.</param>
/// <param name="NumberDiffers">Same counter, other number.</param>
/// <param name="Opposed">A word of the one stands against its opposite in the other.</param>
internal sealed record PairFeatures(
    double Covered, double Pairs, double Ordered, int LostNouns, int LostVerbs, int ExtraWords, bool NegationDiffers, bool NumberDiffers, bool Opposed)
{
    internal static PairFeatures Of(string premise, string hypothesis, Lexicon lexicon)
    {
        var (p, h) = (Passage.Of(premise, lexicon, DateOnly.MinValue), Passage.Of(hypothesis, lexicon, DateOnly.MinValue));
        var (inP, inH) = (Keys(p), Keys(h));
        var lost = h.Terms.Where(term => !Has(inP, p, term)).ToList();
        var extra = p.Terms.Count(term => !Has(inH, h, term));
        return new PairFeatures(
            ContentScore.Coverage(h, [p]),
            Dice(p.Folded, h.Folded),
            Ordering(p, h),
            lost.Count(term => term.IsNoun || term.IsFact),
            lost.Count(term => !term.IsNoun && !term.IsFact),
            extra,
            IsNegated(p) != IsNegated(h),
            NumbersDiffer(p, h),
            Everyday.AreOpposed(inP, inH));
    }

    private static HashSet<string> Keys(Passage passage) => passage.Terms.Select(term => Everyday.Fold(term.Key)).ToHashSet(StringComparer.Ordinal);

    private static bool Has(HashSet<string> keys, Passage passage, Term term) =>
        keys.Contains(Everyday.Fold(term.Key)) || (!term.IsFact && term.Key.Length >= 2 && passage.Folded.Contains(NameFold.Of(term.Key), StringComparison.Ordinal));

    private static bool IsNegated(Passage passage)
    {
        var negative = 0;
        foreach (var mark in passage.Marks)
        {
            negative += mark.Stance.IsNegative() ? 1 : 0;
        }

        return negative > 0;
    }

    private static bool NumbersDiffer(Passage p, Passage h)
    {
        foreach (var fact in h.Facts)
        {
            if (fact.Kind is FactKind.Unit or FactKind.Number && !p.Facts.Any(other => other.SameAs(fact)) && p.Facts.Any(other => other.Kind == fact.Kind && other.Group == fact.Group))
            {
                return true;
            }
        }

        return false;
    }

    private static double Ordering(Passage p, Passage h)
    {
        var (a, b) = (p.Terms.Select(term => Everyday.Fold(term.Key)).ToArray(), h.Terms.Select(term => Everyday.Fold(term.Key)).ToArray());
        var best = new int[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                best[i, j] = a[i - 1] == b[j - 1] ? best[i - 1, j - 1] + 1 : Math.Max(best[i - 1, j], best[i, j - 1]);
            }
        }

        return b.Length == 0 ? 1 : (double)best[a.Length, b.Length] / b.Length;
    }

    private static double Dice(string a, string b)
    {
        var first = new HashSet<int>();
        var second = new HashSet<int>();
        Add(a, first);
        Add(b, second);
        var shared = first.Count(second.Contains);
        return first.Count + second.Count == 0 ? 1 : 2.0 * shared / (first.Count + second.Count);
    }

    private static void Add(string text, HashSet<int> pairs)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            pairs.Add((text[i] << 16) | text[i + 1]);
        }
    }
}
