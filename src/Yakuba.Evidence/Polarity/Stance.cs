namespace Yakuba.Evidence;

/// <summary>How a predicate is put: 申請する, しない, しなければならない, しなくてよい, できる, してはならない.</summary>
internal enum Stance
{
    Affirmed,
    Negated,
    Required,
    NotRequired,
    Permitted,
    Forbidden,
}

/// <summary>Which stances of a claim an evidence stance bears out.</summary>
internal static class Stances
{
    internal static bool IsNegative(this Stance stance) => stance is Stance.Negated or Stance.NotRequired or Stance.Forbidden;

    /// <summary>True when evidence with the stance <paramref name="evidence"/> may carry a claim with the stance <paramref name="claim"/>.</summary>
    internal static bool Carries(Stance evidence, Stance claim) => claim switch
    {
        Stance.Affirmed => !evidence.IsNegative(),
        Stance.Permitted => evidence is Stance.Permitted or Stance.Affirmed,
        Stance.Required => evidence is Stance.Required,
        Stance.Negated => evidence.IsNegative(),
        Stance.Forbidden => evidence is Stance.Forbidden or Stance.Negated,
        _ => evidence is Stance.NotRequired or Stance.Negated,
    };

    internal static string Word(this Stance stance) => stance switch
    {
        Stance.Negated => "しない",
        Stance.Required => "必要",
        Stance.NotRequired => "不要",
        Stance.Permitted => "できる",
        Stance.Forbidden => "できない",
        _ => "する",
    };
}
