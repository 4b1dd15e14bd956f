namespace Yakuba.Legislation;

/// <summary>What happens to one number among siblings.</summary>
/// <param name="Old">The provision as it stands; null where one is put in.</param>
/// <param name="New">What it becomes; null where it is left out.</param>
internal sealed record SiblingChange(Provision? Old, Provision? New)
{
    internal bool IsMove => Old is not null && New is not null && Old.Number != New.Number;

    internal ProvisionNumber From => Old?.Number ?? New!.Number;

    internal ProvisionNumber To => New?.Number ?? Old!.Number;

    internal ProvisionNumber Low => From.CompareTo(To) < 0 ? From : To;

    internal ProvisionNumber High => From.CompareTo(To) < 0 ? To : From;
}

/// <summary>Puts changes of siblings in an order in which every number is free when it is given: leaving out, up, down, putting in.</summary>
internal static class SiblingPlan
{
    /// <summary>The changes in groups: what shares numbers is one group, groups go by their lowest number.</summary>
    /// <param name="old">As they stand.</param>
    /// <param name="new">As they are to be.</param>
    internal static IReadOnlyList<IReadOnlyList<SiblingChange>> Between(IReadOnlyList<Provision> old, IReadOnlyList<Provision> @new)
    {
        var changes = new List<SiblingChange>();
        var pairs = ProvisionMatch.Between(old, @new);
        for (var i = 0; i < old.Count; i++)
        {
            var change = new SiblingChange(old[i], pairs[i] < 0 ? null : @new[pairs[i]]);
            if (change.New != change.Old)
            {
                changes.Add(change);
            }
        }

        var taken = pairs.ToHashSet();
        changes.AddRange(@new.Where((_, j) => !taken.Contains(j)).Select(n => new SiblingChange(null, n)));
        return [.. Groups(WithoutRings(changes)).Select(Ordered)];
    }

    /// <summary>第3条 becomes 第5条 and 第5条 becomes 第3条: one of them is left out and put in again.</summary>
    private static List<SiblingChange> WithoutRings(List<SiblingChange> changes)
    {
        var result = new List<SiblingChange>(changes);
        foreach (var start in changes.Where(c => c.IsMove))
        {
            var at = start;
            do
            {
                at = result.Find(c => c.IsMove && c.From == at.To);
            }
            while (at is not null && at != start);

            if (at == start && result.Remove(start))
            {
                result.AddRange([new(start.Old, null), new(null, start.New)]);
            }
        }

        return result;
    }

    private static List<List<SiblingChange>> Groups(List<SiblingChange> changes)
    {
        var groups = new List<List<SiblingChange>>();
        var high = default(ProvisionNumber);
        foreach (var change in changes.OrderBy(c => c.Low))
        {
            if (groups.Count > 0 && change.Low.CompareTo(high) <= 0 && (IsStructural(change) || change.Low.CompareTo(high) == 0 || groups[^1].Any(IsStructural)))
            {
                groups[^1].Add(change);
            }
            else
            {
                groups.Add([change]);
            }

            high = groups[^1].Max(c => c.High);
        }

        return groups;
    }

    private static bool IsStructural(SiblingChange change) => change.IsMove || change.Old is null || change.New is null;

    private static IReadOnlyList<SiblingChange> Ordered(List<SiblingChange> group)
    {
        var left = new List<SiblingChange>(group);
        var ordered = new List<SiblingChange>();
        while (left.Count > 0)
        {
            // A number is free when nobody who is still to leave it holds it. Rings are gone, so something is always ready.
            var ready = left.Where(c => !(c.IsMove || c.Old is null) || !left.Any(o => o != c && o.Old is not null && (o.IsMove || o.New is null) && o.From == c.To)).ToList();
            var next = ready.MinBy(c => Rank(c)) is var best && best is not null && Rank(best) == 2
                ? ready.Where(c => Rank(c) == 2).MaxBy(c => c.From)!
                : ready.Where(c => Rank(c) == Rank(best!)).MinBy(c => c.From)!;
            ordered.Add(next);
            left.Remove(next);
        }

        return ordered;
    }

    private static int Rank(SiblingChange change) => change switch
    {
        { New: null } => 0,
        { IsMove: true } => change.From.CompareTo(change.To) > 0 ? 1 : 2,
        { Old: null } => 3,
        _ => 4,
    };
}
