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
        return [.. Groups(changes).Select(Ordered)];
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

    /// <summary>A number is free once its holder has left it. Where holders wait for each other in a ring (第3条 and 第5条 change places), one is left out and put in again.</summary>
    private static IReadOnlyList<SiblingChange> Ordered(List<SiblingChange> group)
    {
        var holders = new Dictionary<ProvisionNumber, SiblingChange>();
        foreach (var change in group.Where(c => c.IsMove || c.New is null))
        {
            holders.TryAdd(change.From, change);
        }

        var waiting = new Dictionary<ProvisionNumber, SiblingChange>();
        var ready = new PriorityQueue<SiblingChange, (int, ProvisionNumber)>(Comparer<(int Rank, ProvisionNumber Number)>.Create(
            (a, b) => a.Rank != b.Rank ? a.Rank.CompareTo(b.Rank) : a.Rank == 2 ? b.Number.CompareTo(a.Number) : a.Number.CompareTo(b.Number)));
        foreach (var change in group)
        {
            var waits = (change.IsMove || change.Old is null) && holders.TryGetValue(change.To, out var holder) && holder != change;
            if (!waits || !waiting.TryAdd(change.To, change))
            {
                ready.Enqueue(change, (Rank(change), change.From));
            }
        }

        var ordered = new List<SiblingChange>();
        while (ready.Count > 0 || waiting.Count > 0)
        {
            if (ready.Count == 0)
            {
                var ring = waiting.Values.Where(c => c.IsMove).MinBy(c => c.From);
                if (ring is null)
                {
                    ordered.AddRange(waiting.Values);
                    break;
                }

                waiting.Remove(ring.To);
                ready.Enqueue(new(ring.Old, null), (0, ring.From));
                ready.Enqueue(new(null, ring.New), (4, ring.To));
            }

            var next = ready.Dequeue();
            ordered.Add(next);
            if ((next.IsMove || next.New is null) && waiting.Remove(next.From, out var freed))
            {
                ready.Enqueue(freed, (Rank(freed), freed.From));
            }
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
