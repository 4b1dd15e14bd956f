namespace Yakuba.Evidence;

/// <summary>Checks the facts of a claim, one by one, against the passages: there, with its comparator, and not where another value belongs.</summary>
internal static class FactCheck
{
    // Context weight by which a rival value must fit better before it refutes; about a third of one two-character noun close to both.
    private const double margin = 0.7;

    internal static string? Refute(Passage claim, Fact fact, IReadOnlyList<Passage> evidence)
    {
        var context = Context.Around(claim, fact);
        var own = Best(claim, context, fact, evidence);
        if (double.IsNegativeInfinity(own))
        {
            return evidence.Any(passage => passage.Facts.Any(other => other.Kind == fact.Kind && other.Canonical == fact.Canonical))
                ? "根拠の文書では、この値に付く「以上・以下・未満・から・まで」などの条件が異なります。"
                : "根拠の文書に、この内容が見つかりません。";
        }

        foreach (var passage in evidence)
        {
            foreach (var other in passage.Facts)
            {
                if (IsRival(passage, other, fact)
                    && Context.Overlap(claim, context, Context.Around(passage, other)) > own + margin
                    && (claim.Facts.Find(other.SameAs) is not { } stated || AreSwapped(claim, fact, stated, evidence)))
                {
                    return $"根拠の文書では、この事項の値は別のもの（{other.Canonical}）です。";
                }
            }
        }

        return null;
    }

    // How well the best place of the evidence that bears the fact out fits a context of the claim; negative infinity if there is none.
    private static double Best(Passage claim, Dictionary<string, double> context, Fact fact, IReadOnlyList<Passage> evidence)
    {
        var best = double.NegativeInfinity;
        foreach (var passage in evidence)
        {
            foreach (var other in passage.Facts)
            {
                if (Bears(passage, other, fact))
                {
                    best = Math.Max(best, Context.Overlap(claim, context, Context.Around(passage, other)));
                }
            }
        }

        return best;
    }

    // A value that the claim states too is often the next item of a list; it refutes only if the two changed places.
    private static bool AreSwapped(Passage claim, Fact fact, Fact stated, IReadOnlyList<Passage> evidence)
    {
        var context = Context.Around(claim, stated);
        return stated.Canonical != fact.Canonical && Best(claim, context, fact, evidence) > Best(claim, context, stated, evidence) + margin;
    }

    private static bool Bears(Passage passage, Fact other, Fact fact) =>
        FactMatch.Bears(other, fact) || (other.Kind == FactKind.Date && fact.Kind == FactKind.Date && YearFromElsewhere(passage, other, fact));

    private static bool IsRival(Passage passage, Fact other, Fact fact) =>
        other.Kind == fact.Kind && other.Group == fact.Group && (other.Bound == fact.Bound || other.Canonical == fact.Canonical)
        && !Bears(passage, other, fact) && !IsRelated(other, fact);

    // 6月3日 in a passage that speaks of 令和6年度 is 2024-06-03.
    private static bool YearFromElsewhere(Passage passage, Fact other, Fact fact)
    {
        if (!other.Canonical.StartsWith("--", StringComparison.Ordinal) || other.Bound != fact.Bound || fact.Canonical.Length < 7 || !char.IsAsciiDigit(fact.Canonical[0]) || !fact.Canonical.AsSpan(4).SequenceEqual(other.Canonical.AsSpan(1)))
        {
            return false;
        }

        var year = int.Parse(fact.Canonical.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture);
        var month = int.Parse(fact.Canonical.AsSpan(5, 2), System.Globalization.CultureInfo.InvariantCulture);
        foreach (var stated in passage.Facts)
        {
            if (stated.Kind == FactKind.Date && (stated.Canonical == $"{year}" || stated.Canonical == $"FY{(month >= 4 ? year : year - 1)}"))
            {
                return true;
            }
        }

        return false;
    }

    // A month and a day in it, or an article and its paragraph, are no rivals.
    private static bool IsRelated(Fact other, Fact fact) =>
        (fact.Kind == FactKind.Date && other.Bound == fact.Bound && (FactMatch.DateBears(fact.Canonical, other.Canonical) || other.Canonical.Length != fact.Canonical.Length))
        || (fact.Kind == FactKind.Reference && other.Bound == fact.Bound && (other.Canonical.StartsWith(fact.Canonical, StringComparison.Ordinal) || fact.Canonical.StartsWith(other.Canonical, StringComparison.Ordinal)));
}
