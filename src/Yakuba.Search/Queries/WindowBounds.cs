using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Yakuba.Search.Queries;

/// <summary>What the best passage of each window can score at most. Arrays are padded to 64 values, so that no lane needs a check.</summary>
internal static unsafe class WindowBounds
{
    /// <summary>bounds[i] += maxima[i] × weight for <paramref name="padded"/> windows, a multiple of 64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddFrequent(uint* bounds, byte* maxima, uint weight, int padded)
    {
        if (Avx2.IsSupported)
        {
            var factor = Vector256.Create(weight);
            for (var i = 0; i < padded; i += 8)
            {
                var impacts = Avx2.ConvertToVector256Int32(maxima + i).AsUInt32();
                (Vector256.Load(bounds + i) + (impacts * factor)).Store(bounds + i);
            }
        }
        else
        {
            AddFrequentPortably(bounds, maxima, weight, padded);
        }
    }

    internal static void AddFrequentPortably(uint* bounds, byte* maxima, uint weight, int padded)
    {
        var factor = Vector128.Create(weight);
        for (var i = 0; i < padded; i += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.Load(maxima + i));
            var (first, second) = Vector128.Widen(low);
            var (third, fourth) = Vector128.Widen(high);
            (Vector128.Load(bounds + i) + (first * factor)).Store(bounds + i);
            (Vector128.Load(bounds + i + 4) + (second * factor)).Store(bounds + i + 4);
            (Vector128.Load(bounds + i + 8) + (third * factor)).Store(bounds + i + 8);
            (Vector128.Load(bounds + i + 12) + (fourth * factor)).Store(bounds + i + 12);
        }
    }

    /// <summary>Adds a rare term's greatest impact of each window in which it occurs, and notes where the window's postings begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddRare(uint* bounds, in ActiveTerm term, int windowShift)
    {
        var at = term.Flat;
        var end = at + term.Postings;
        while (at < end)
        {
            var window = *at >> windowShift;
            var greatest = *at & 255;
            term.FirstOfWindow[window] = (uint)(at - term.Flat) + 1;
            for (at++; at < end && *at >> windowShift == window; at++)
            {
                greatest = Math.Max(greatest, *at & 255);
            }

            bounds[window] += greatest * term.Weight;
        }
    }

    /// <summary>Sets the bound of each window without a permitted passage to 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Mask(uint* bounds, ulong* permitted, int windows)
    {
        for (var i = 0; i < windows; i++)
        {
            if ((permitted[2 * i] | permitted[(2 * i) + 1]) == 0)
            {
                bounds[i] = 0;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static uint Greatest(uint* bounds, int padded)
    {
        var lanes = Vector256<uint>.Zero;
        for (var i = 0; i < padded; i += 8)
        {
            lanes = Vector256.Max(lanes, Vector256.Load(bounds + i));
        }

        uint greatest = 0;
        for (var i = 0; i < 8; i++)
        {
            greatest = Math.Max(greatest, lanes[i]);
        }

        return greatest;
    }
}
