using System.Runtime.CompilerServices;
using Yakuba.Search.Queries;
using Yakuba.Search.Segments;

namespace Yakuba.Search;

/// <summary>
/// The groups that a search may find. Every search demands one: there is no search without rights. It is laid over the index as a
/// bit for each passage before anything is scored; a hidden passage is in no result, no count and no threshold.
/// </summary>
/// <remarks>
/// How rare a word is counts the passages of <see cref="Scope"/> alone: what a person may not read changes no score, no order and no
/// count of theirs (docs/decisions/0016). Keep the object while the same rights are asked for: it keeps the bits and counts of each
/// segment, which all sets share that permit the same there.
/// </remarks>
public sealed class PermittedGroups
{
    private readonly uint[]? _groups;
    private readonly ConditionalWeakTable<SegmentView, ScopeView> _views = [];
    private readonly PermittedGroups? _scope;

    private PermittedGroups(uint[]? groups, PermittedGroups? scope = null) => (_groups, _scope) = (groups, scope);

    /// <summary>Every group: for evaluation and tools only, never for a person's question.</summary>
    public static PermittedGroups All { get; } = new(null);

    /// <summary>These groups and no others; none permits nothing.</summary>
    /// <param name="groups">In any order, repeats allowed. Groups that the index does not hold do no harm.</param>
    public static PermittedGroups Of(IEnumerable<uint> groups)
    {
        var sorted = groups.ToArray();
        Array.Sort(sorted);
        var count = 0;
        foreach (var group in sorted)
        {
            if (count == 0 || group != sorted[count - 1])
            {
                sorted[count++] = group;
            }
        }

        return new PermittedGroups(sorted[..count]);
    }

    /// <summary>Groups whose passages say how rare a word is: all that the asker may read, of which these may be a part. These themselves unless said otherwise.</summary>
    public PermittedGroups Scope => _scope ?? this;

    /// <summary>The same groups, with words weighed by a wider set that the same person may read.</summary>
    public PermittedGroups WeighedBy(PermittedGroups scope) => new(_groups, scope.Scope);

    /// <summary>The groups, ascending; null for all.</summary>
    internal uint[]? Groups => _groups;

    /// <summary>The groups that both permit: rights and a validity date, say, or a collection. Words are weighed as before.</summary>
    public PermittedGroups And(PermittedGroups other) =>
        _groups is null ? other : other._groups is null ? this : new PermittedGroups([.. _groups.Where(other.Contains)], Scope);

    /// <summary>Whether passages of this group can be found.</summary>
    public bool Contains(uint group) => _groups is null || Array.BinarySearch(_groups, group) >= 0;

    /// <summary>Two words for each window of the segment, pinned; null when every passage is permitted and none is removed.</summary>
    internal ulong[]? BitsFor(SegmentView view)
    {
        if (_groups is null && view.Removed.Length == 0)
        {
            return null;
        }

        return ViewOf(view).Bits;
    }

    /// <summary>Passages of the segments that are permitted. Of all, removed ones count until a merge drops them.</summary>
    internal long PassagesIn(SegmentView[] views)
    {
        long passages = 0;
        foreach (var view in views)
        {
            passages += _groups is null ? view.Segment.Passages : ViewOf(view).Passages;
        }

        return passages;
    }

    /// <summary>Permitted passages that hold the term of a row; the same of removed ones.</summary>
    internal int Holding(SegmentView view, int row) => _groups is null ? (int)view.Segment.Term(row).DocumentFrequency : ViewOf(view).Holding(row);

    private ScopeView ViewOf(SegmentView view)
    {
        if (!_views.TryGetValue(view, out var known))
        {
            known = ScopeView.Of(view, _groups);
            _views.AddOrUpdate(view, known);
        }

        return known;
    }
}
