using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Yakuba.Search.Ranking;
using Yakuba.Search.Segments;

namespace Yakuba.Search.Queries;

/// <summary>
/// Windowed MaxScore over one segment: bounds of all windows, the windows from the highest bound down, an end where the bound falls
/// below the worst score that still counts. A window is left as soon as the terms not yet added cannot lift any of its passages to that
/// score. The result is that of scoring every permitted passage.
/// </summary>
/// <remarks>
/// Source: Mallia, Suel and Tonellotto, Faster Learned Sparse Retrieval with Block-Max Pruning, SIGIR 2024. Cost is cache misses:
/// the offsets three windows ahead and the postings one window ahead are prefetched.
/// </remarks>
internal sealed unsafe class WindowScorer : IDisposable
{
    private const int Window = SegmentFormat.Window;
    private readonly NativeBuffer<uint> _bounds = new();
    private readonly NativeBuffer<uint> _scores = new();
    private readonly WindowOrder _order = new();

    /// <param name="terms">The frequent terms first, then the rare ones; of each the heaviest first, which is no condition but ends windows early.</param>
    /// <param name="permitted">Two words a window, or null when all are permitted.</param>
    internal void Run(SegmentReader segment, int view, ActiveTerm* terms, int frequent, int count, ulong* permitted, TopPassages top)
    {
        var padded = (int)SegmentFormat.Padded(segment.Windows);
        var bounds = _bounds.Reserve(padded);
        new Span<uint>(bounds, padded).Clear();
        for (var i = 0; i < frequent; i++)
        {
            WindowBounds.AddFrequent(bounds, terms[i].Maxima, terms[i].Weight, padded);
        }

        for (var i = frequent; i < count; i++)
        {
            WindowBounds.AddRare(bounds, terms[i], SegmentFormat.RareWindowShift);
        }

        if (permitted != null)
        {
            WindowBounds.Mask(bounds, permitted, segment.Windows);
        }

        _order.Sort(bounds, segment.Windows, WindowBounds.Greatest(bounds, padded));
        Visit(segment, view, terms, frequent, count, permitted, top);
        for (var i = frequent; i < count; i++)
        {
            Forget(terms[i]);
        }
    }

    public void Dispose()
    {
        _bounds.Dispose();
        _scores.Dispose();
        _order.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Visit(SegmentReader segment, int view, ActiveTerm* terms, int frequent, int count, ulong* permitted, TopPassages top)
    {
        var bounds = _bounds.Start;
        var scores = _scores.Reserve(2 * Window); // A posting's 8-bit place cannot leave it, whatever the byte.
        var order = _order.Windows;
        var windows = segment.Windows;
        for (var i = 0; i < windows; i++)
        {
            var window = order[i];
            var bound = bounds[window];
            if (((bound >> _order.Shift) + 1) << _order.Shift <= top.Threshold)
            {
                break; // Nor can any later bucket reach it.
            }

            if (bound < top.Threshold || (bound == top.Threshold && top.IsClosedToTies(view, window * Window)))
            {
                continue;
            }

            Prefetch(terms, frequent, i + 3 < windows ? order[i + 3] : window, i + 1 < windows ? order[i + 1] : window);
            if (WindowScores.Add(terms, frequent, count, window, bound, top.Threshold, scores))
            {
                Offer(scores, view, window, permitted, top);
            }
            else
            {
                new Span<uint>(scores, Window).Clear();
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(ActiveTerm* terms, int frequent, int third, int next)
    {
        if (Sse.IsSupported)
        {
            for (var i = 0; i < frequent; i++)
            {
                Sse.Prefetch0(terms[i].Offsets + third);
                Sse.Prefetch0(terms[i].InWindow + terms[i].Offsets[next]);
            }
        }
    }

    /// <summary>Offers the permitted passages at or above the threshold, and sets the scores back to 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Offer(uint* scores, int view, int window, ulong* permitted, TopPassages top)
    {
        for (var place = 0; place < Window; place += 8)
        {
            var lanes = Vector256.Load(scores + place);
            if (lanes == Vector256<uint>.Zero)
            {
                continue;
            }

            // Sums stay below 2^31, so that the signed comparison, which every processor has, is right.
            var candidates = Vector256.GreaterThan(lanes.AsInt32(), Vector256.Create((int)top.Threshold - 1)).ExtractMostSignificantBits();
            if (permitted != null)
            {
                candidates &= (uint)(permitted[(2 * window) + (place >> 6)] >> (place & 63)) & 255;
            }

            for (; candidates != 0; candidates &= candidates - 1)
            {
                var at = place + BitOperations.TrailingZeroCount(candidates);
                if (scores[at] >= top.Threshold)
                {
                    top.Offer(scores[at], view, (window * Window) + at);
                }
            }

            Vector256<uint>.Zero.Store(scores + place);
        }
    }

    private static void Forget(in ActiveTerm term)
    {
        for (uint i = 0; i < term.Postings; i++)
        {
            term.FirstOfWindow[term.Flat[i] >> SegmentFormat.RareWindowShift] = 0;
        }
    }
}
