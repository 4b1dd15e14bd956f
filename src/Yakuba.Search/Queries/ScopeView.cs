using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;
using Yakuba.Search.Segments;

namespace Yakuba.Search.Queries;

/// <summary>
/// What a set of groups permits in one segment: its bits, and how many of the permitted passages hold a term. Sets with the same bits in a
/// segment share one, so that a change in another segment, or for other readers, makes nothing anew here. Safe for many threads.
/// </summary>
internal sealed unsafe class ScopeView
{
    // Below this a list is counted faster than it is remembered; above the limit the memory begins anew.
    private const int FewPostings = 64;
    private const int MostRemembered = 1 << 16;

    // Weakly: a view lives as long as a set of groups that somebody still asks with.
    private static readonly ConditionalWeakTable<SegmentReader, List<WeakReference<ScopeView>>> Shared = [];

    private readonly SegmentReader _segment;
    private readonly ConcurrentDictionary<int, int> _holding = new();

    private ScopeView(SegmentReader segment, ulong[] bits)
    {
        (_segment, Bits) = (segment, bits);
        Passages = bits.Sum(BitOperations.PopCount);
    }

    /// <summary>The view of these groups, the same object as long as some set with the same bits keeps it.</summary>
    internal static ScopeView Of(SegmentView view, uint[]? groups)
    {
        var bits = WindowBits.Build(view, groups);
        var known = Shared.GetOrCreateValue(view.Segment);
        lock (known)
        {
            known.RemoveAll(k => !k.TryGetTarget(out _));
            foreach (var reference in known)
            {
                if (reference.TryGetTarget(out var same) && same.Bits.AsSpan().SequenceEqual(bits))
                {
                    return same;
                }
            }

            var made = new ScopeView(view.Segment, bits);
            known.Add(new(made));
            return made;
        }
    }

    /// <summary>Two words a window, pinned.</summary>
    internal ulong[] Bits { get; }

    /// <summary>Permitted passages.</summary>
    internal int Passages { get; }

    /// <summary>Permitted passages that hold the term of a row.</summary>
    internal int Holding(int row)
    {
        var term = _segment.Term(row);
        if (Passages == _segment.Passages)
        {
            return (int)term.DocumentFrequency;
        }

        if (_holding.TryGetValue(row, out var known))
        {
            return known;
        }

        _segment.DemandPostings(row);
        var count = Count(term);
        if (term.DocumentFrequency > FewPostings)
        {
            if (_holding.Count >= MostRemembered)
            {
                _holding.Clear();
            }

            _holding[row] = count;
        }

        return count;
    }

    private int Count(in TermRow term)
    {
        var count = 0;
        var start = _segment.Postings + ((long)term.Postings * sizeof(uint));
        if (term.DocumentFrequency < _segment.FrequentFrom)
        {
            var flat = (uint*)start;
            for (var i = 0; i < term.DocumentFrequency; i++)
            {
                var passage = flat[i] >> 8;
                count += (int)(Bits[passage >> 6] >> (int)(passage & 63)) & 1;
            }

            return count;
        }

        var offsets = (uint*)(start + SegmentFormat.Padded(_segment.Windows));
        var inWindow = (ushort*)(offsets + _segment.Windows + 1);
        for (var window = 0; window < _segment.Windows; window++)
        {
            var (low, high) = (Bits[window * 2], Bits[(window * 2) + 1]);
            for (var i = offsets[window]; (low | high) != 0 && i < offsets[window + 1]; i++)
            {
                var passage = inWindow[i] >> 8;
                count += (int)((passage < 64 ? low : high) >> (passage & 63)) & 1;
            }
        }

        return count;
    }
}
