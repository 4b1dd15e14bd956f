using System.Runtime.CompilerServices;
using Yakuba.Search.Queries;
using Yakuba.Search.Segments;

namespace Yakuba.Search;

/// <summary>
/// The groups that a search may find. Every search demands one: there is no search without rights. It is laid over the index as a
/// bit for each passage before anything is scored; a hidden passage is in no result, no count and no threshold.
/// </summary>
/// <remarks>
/// Document frequencies (idf) count all passages, also hidden ones: the order of what a person may see can so depend, faintly, on
/// what they may not. Keep the object while the same rights are asked for: it keeps its bits for each segment.
/// </remarks>
public sealed class PermittedGroups
{
    private readonly uint[]? _groups;
    private readonly ConditionalWeakTable<SegmentView, ulong[]> _bits = [];

    private PermittedGroups(uint[]? groups) => _groups = groups;

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

    /// <summary>The groups, ascending; null for all.</summary>
    internal uint[]? Groups => _groups;

    /// <summary>The groups that both permit: rights and a validity date, say, or a collection.</summary>
    public PermittedGroups And(PermittedGroups other) =>
        _groups is null ? other : other._groups is null ? this : new PermittedGroups([.. _groups.Where(other.Contains)]);

    /// <summary>Whether passages of this group can be found.</summary>
    public bool Contains(uint group) => _groups is null || Array.BinarySearch(_groups, group) >= 0;

    /// <summary>Two words for each window of the segment, pinned; null when every passage is permitted and none is removed.</summary>
    internal ulong[]? BitsFor(SegmentView view)
    {
        if (_groups is null && view.Removed.Length == 0)
        {
            return null;
        }

        if (!_bits.TryGetValue(view, out var bits))
        {
            bits = WindowBits.Build(view, _groups);
            _bits.AddOrUpdate(view, bits);
        }

        return bits;
    }
}
