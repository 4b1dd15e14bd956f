namespace Yakuba.Evidence;

/// <summary>Checks the names of a claim: each must be in the evidence, folded, and not where another name of its class belongs.</summary>
internal static class NameCheck
{
    private const double margin = 1.9;

    internal static string? Refute(Passage claim, Fact name, IReadOnlyList<Passage> evidence)
    {
        if (!IsIn(name.Canonical, evidence))
        {
            return "根拠の文書に、この名称が見つかりません。";
        }

        var context = Context.Around(claim, name);
        var (own, rival) = (double.NegativeInfinity, double.NegativeInfinity);
        string? instead = null;
        foreach (var passage in evidence)
        {
            foreach (var other in passage.Facts)
            {
                if (other.Kind != FactKind.Name || other.Group != name.Group || !IsCompared(name.Group))
                {
                    continue;
                }

                var fit = Context.Overlap(claim, context, Context.Around(passage, other));
                if (IsKin(other.Canonical, name.Canonical))
                {
                    own = Math.Max(own, fit);
                }
                else if (fit > rival && !claim.Facts.Exists(other.SameAs))
                {
                    (rival, instead) = (fit, other.Canonical);
                }
            }
        }

        return !double.IsNegativeInfinity(own) && rival > own + margin ? $"根拠の文書では、この事項の名称は別のもの（{instead}）です。" : null;
    }

    internal static bool IsIn(string folded, IReadOnlyList<Passage> evidence)
    {
        foreach (var passage in evidence)
        {
            if (passage.Folded.Contains(folded, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCompared(string group) => group is "facility" or "scheme" or "waste" || group.StartsWith("section", StringComparison.Ordinal);

    private static bool IsKin(string a, string b) => a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);
}
