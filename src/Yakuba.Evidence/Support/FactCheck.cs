namespace Yakuba.Evidence;

/// <summary>Checks the facts of a claim, one by one, against the passages: there, with its comparator, and not where another value belongs.</summary>
internal static class FactCheck
{
    // Context weight by which a rival value must fit better before it refutes; about half of one two-character noun close to both.
    private const double margin = 0.9;

    // A rival that the claim states as well is often the next item of a list; only two values that changed places differ by more.
    private const double listMargin = 1.9;

    internal static string? Refute(Passage claim, Fact fact, IReadOnlyList<Passage> evidence)
    {
        var context = Context.Around(claim, fact);
        var (own, rival) = (double.NegativeInfinity, double.NegativeInfinity);
        var (rivalFact, seen) = ((Fact?)null, false);
        foreach (var passage in evidence)
        {
            foreach (var other in passage.Facts)
            {
                if (other.Kind != fact.Kind)
                {
                    continue;
                }

                var bears = FactMatch.Bears(other, fact) || (fact.Kind == FactKind.Date && YearFromElsewhere(passage, other, fact));
                seen |= other.Canonical == fact.Canonical;
                if (!bears && (other.Group != fact.Group || (other.Bound != fact.Bound && other.Canonical != fact.Canonical) || IsRelated(other, fact)))
                {
                    continue;
                }

                var fit = Context.Overlap(claim, context, Context.Around(passage, other));
                if (bears)
                {
                    own = Math.Max(own, fit);
                }
                else if ((fit -= claim.Facts.Any(other.SameAs) ? listMargin - margin : 0) > rival)
                {
                    (rival, rivalFact) = (fit, other);
                }
            }
        }

        if (double.IsNegativeInfinity(own))
        {
            return seen ? "根拠の文書では、この値に付く「以上・以下・未満・から・まで」などの条件が異なります。" : "根拠の文書に、この内容が見つかりません。";
        }

        return rivalFact is not null && rival > own + margin ? $"根拠の文書では、この事項の値は別のもの（{rivalFact.Canonical}）です。" : null;
    }

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
