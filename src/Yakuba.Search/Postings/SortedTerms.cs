using System.Text;
using Yakuba.Search.Segments;

namespace Yakuba.Search.Postings;

/// <summary>Terms in UTF-8 with their order by bytes.</summary>
internal sealed class SortedTerms
{
    private readonly byte[] _text;
    private readonly int[] _starts;

    internal SortedTerms(TermSpace terms)
    {
        _starts = new int[terms.Count + 1];
        for (var i = 0; i < terms.Count; i++)
        {
            _starts[i + 1] = checked(_starts[i] + Encoding.UTF8.GetByteCount(terms.Text(i)));
        }

        _text = new byte[_starts[^1]];
        for (var i = 0; i < terms.Count; i++)
        {
            Encoding.UTF8.GetBytes(terms.Text(i), _text.AsSpan(_starts[i]));
        }

        Order = SortByBytes();
    }

    /// <summary>Term numbers in ascending order of their bytes.</summary>
    internal int[] Order { get; }

    internal ReadOnlySpan<byte> Text(int number) => _text.AsSpan(_starts[number]..(_starts[number + 1]));

    // The first eight bytes settle most comparisons as one integer; only runs of equal prefixes compare whole terms.
    private int[] SortByBytes()
    {
        var order = new int[_starts.Length - 1];
        var prefixes = new ulong[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            prefixes[i] = SegmentGuide.PrefixOf(Text(i));
        }

        Array.Sort(prefixes, order);
        for (var from = 0; from < order.Length;)
        {
            var to = from + 1;
            while (to < order.Length && prefixes[to] == prefixes[from])
            {
                to++;
            }

            if (to - from > 1)
            {
                order.AsSpan(from, to - from).Sort((a, b) => Text(a).SequenceCompareTo(Text(b)));
            }

            from = to;
        }

        return order;
    }
}
