using Yakuba.Search.Segments;

namespace Yakuba.Search.Queries;

/// <summary>One bit a passage: permitted and not removed. Passage p is bit p mod 64 of word p / 64; a window is two words.</summary>
internal static unsafe class WindowBits
{
    /// <param name="permitted">Permitted groups, ascending; null for all.</param>
    /// <returns>Two words a window, in pinned memory.</returns>
    internal static ulong[] Build(SegmentView view, uint[]? permitted)
    {
        var segment = view.Segment;
        var bits = GC.AllocateArray<ulong>(Math.Max(1, segment.Windows * 2), pinned: true);
        if (permitted is null)
        {
            Set(bits, 0, segment.Passages);
        }
        else
        {
            Permit(bits, segment, permitted);
        }

        foreach (var group in view.Removed)
        {
            var (from, to) = view.RangeOf(group);
            Clear(bits, from, to);
        }

        return bits;
    }

    // Both lists ascend. Few permitted groups are looked up one by one; many are walked side by side with the group table.
    private static void Permit(ulong[] bits, SegmentReader segment, uint[] permitted)
    {
        var rows = segment.Groups;
        var groups = segment.Header.Groups;
        if (permitted.Length < groups / 32)
        {
            foreach (var group in permitted)
            {
                var row = segment.FindGroup(group);
                if (row >= 0)
                {
                    Set(bits, (int)rows[row].FirstPassage, (int)rows[row + 1].FirstPassage);
                }
            }

            return;
        }

        var next = 0;
        for (var row = 0; row < groups && next < permitted.Length; row++)
        {
            while (next < permitted.Length && permitted[next] < rows[row].Group)
            {
                next++;
            }

            if (next < permitted.Length && permitted[next] == rows[row].Group)
            {
                Set(bits, (int)rows[row].FirstPassage, (int)rows[row + 1].FirstPassage);
            }
        }
    }

    private static void Set(ulong[] bits, int from, int to)
    {
        for (; from < to; from = (from | 63) + 1)
        {
            bits[from >> 6] |= Mask(from, to);
        }
    }

    private static void Clear(ulong[] bits, int from, int to)
    {
        for (; from < to; from = (from | 63) + 1)
        {
            bits[from >> 6] &= ~Mask(from, to);
        }
    }

    /// <summary>Bits of the word of <paramref name="from"/> that lie in the range.</summary>
    private static ulong Mask(int from, int to)
    {
        var end = Math.Min(to, (from | 63) + 1);
        return (ulong.MaxValue >> (64 - (end - from))) << (from & 63);
    }
}
