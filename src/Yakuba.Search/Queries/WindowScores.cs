using System.Runtime.CompilerServices;
using Yakuba.Search.Segments;

namespace Yakuba.Search.Queries;

/// <summary>The sums of weight × impact of one window's passages.</summary>
/// <remarks>
/// Source: the essential and the other lists of MaxScore (Turtle and Flood, Query Evaluation: Strategies and Optimizations, 1995),
/// told apart anew in each window.
/// </remarks>
internal static unsafe class WindowScores
{
    /// <summary>Adds up the scores, term by term.</summary>
    /// <param name="terms">Those from <paramref name="frequent"/> on first, then the frequent ones: mostly the heaviest first.</param>
    /// <param name="scores">A sum for each passage of the window, all 0.</param>
    /// <param name="rest">The most that the terms not yet added can bring: at first the window's bound.</param>
    /// <returns>False, the scores half made, once no passage can reach the threshold: the commonest terms are seldom read.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Add(ActiveTerm* terms, int frequent, int count, int window, uint rest, uint threshold, uint* scores)
    {
        uint best = 0;
        for (var i = frequent; i < count; i++)
        {
            if (terms[i].FirstOfWindow[window] != 0)
            {
                rest -= AddRare(terms[i], window, scores, ref best);
                if (best + rest < threshold)
                {
                    return false;
                }
            }
        }

        for (var i = 0; i < frequent; i++)
        {
            uint greatest = terms[i].Maxima[window];
            if (greatest != 0)
            {
                AddFrequent(terms[i], window, scores, ref best);
                rest -= greatest * terms[i].Weight;
                if (best + rest < threshold)
                {
                    return false;
                }
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddFrequent(in ActiveTerm term, int window, uint* scores, ref uint best)
    {
        var weight = term.Weight;
        var at = term.InWindow + term.Offsets[window];
        var end = term.InWindow + term.Offsets[window + 1];
        for (; at < end; at++)
        {
            uint posting = *at;
            best = Math.Max(best, scores[posting >> 8] += (posting & 255) * weight);
        }
    }

    /// <returns>The most that the term brings to a passage of the window, which is its share of the bound.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint AddRare(in ActiveTerm term, int window, uint* scores, ref uint best)
    {
        uint greatest = 0;
        var weight = term.Weight;
        var end = term.Flat + term.Postings;
        for (var at = term.Flat + term.FirstOfWindow[window] - 1; at < end && *at >> SegmentFormat.RareWindowShift == (uint)window; at++)
        {
            greatest = Math.Max(greatest, *at & 255);
            best = Math.Max(best, scores[(*at >> 8) & (SegmentFormat.Window - 1)] += (*at & 255) * weight);
        }

        return greatest * weight;
    }
}
