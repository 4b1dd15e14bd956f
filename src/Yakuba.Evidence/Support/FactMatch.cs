namespace Yakuba.Evidence;

/// <summary>Whether one fact in the evidence bears out one fact of the claim.</summary>
internal static class FactMatch
{
    internal static bool Bears(Fact evidence, Fact claim) =>
        evidence.Kind == claim.Kind && BoundsAgree(evidence, claim) && claim.Kind switch
        {
            FactKind.Date => DateBears(evidence.Canonical, claim.Canonical),
            FactKind.Reference => ReferenceBears(evidence.Canonical, claim.Canonical),
            _ => string.Equals(evidence.Canonical, claim.Canonical, StringComparison.Ordinal),
        };

    // 約 may be added or dropped; 以上, 以下, 未満 and 超 may not.
    private static bool BoundsAgree(Fact evidence, Fact claim) =>
        evidence.Bound == claim.Bound || (IsPlain(evidence.Bound) && IsPlain(claim.Bound))
        || (claim.IsLabelled && IsPlain(evidence.Bound)) || (evidence.IsLabelled && IsPlain(claim.Bound));

    private static bool IsPlain(Bound bound) => bound is Bound.Exact or Bound.About;

    /// <summary>A claim may state less of a date than its evidence, never more.</summary>
    internal static bool DateBears(string evidence, string claim)
    {
        if (string.Equals(evidence, claim, StringComparison.Ordinal))
        {
            return true;
        }

        return claim.StartsWith("--", StringComparison.Ordinal)
            ? evidence.Length >= claim.Length + 2 && evidence.AsSpan(4).StartsWith(claim.AsSpan(1)) && char.IsAsciiDigit(evidence[0])
                || (claim.Length == 4 && evidence.StartsWith(claim, StringComparison.Ordinal))
            : char.IsAsciiDigit(claim[0]) && claim.Length is 4 or 7 && evidence.Length > claim.Length && evidence[claim.Length] == '-' && evidence.StartsWith(claim, StringComparison.Ordinal);
    }

    // 第12条 is borne out by 第12条第3項; 12条 and 12の2条 are different articles.
    private static bool ReferenceBears(string evidence, string claim) =>
        evidence.StartsWith(claim, StringComparison.Ordinal);
}
