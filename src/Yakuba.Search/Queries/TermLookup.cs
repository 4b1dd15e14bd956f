using System.Buffers;
using System.Text;
using Yakuba.Search.Segments;

namespace Yakuba.Search.Queries;

/// <summary>Finds a term in all segments.</summary>
internal static class TermLookup
{
    private const int StackBytes = 512;

    /// <summary>All terms of a field over all segments.</summary>
    internal static unsafe HashSet<string> All(int field, SegmentView[] views)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var view in views)
        {
            var segment = view.Segment;
            segment.FetchTerms();
            long first = segment.Fields[field].FirstTerm;
            for (var row = first; row < first + segment.Fields[field].Terms; row++)
            {
                terms.Add(Encoding.UTF8.GetString(segment.TextOf(row)));
            }
        }

        return terms;
    }

    /// <param name="rows">Gets the term's row for each segment, or −1.</param>
    /// <param name="scope">Groups whose passages count.</param>
    /// <returns>Passages of the scope that hold the term, over all segments.</returns>
    internal static unsafe long Find(int field, string term, SegmentView[] views, PermittedGroups scope, Span<int> rows)
    {
        var most = Encoding.UTF8.GetMaxByteCount(term.Length);
        var rented = most > StackBytes ? ArrayPool<byte>.Shared.Rent(most) : null;
        var text = rented ?? stackalloc byte[StackBytes];
        text = text[..Encoding.UTF8.GetBytes(term, text)];
        long holding = 0;
        for (var i = 0; i < views.Length; i++)
        {
            rows[i] = views[i].Segment.Find(field, text);
            holding += rows[i] < 0 ? 0 : scope.Holding(views[i], rows[i]);
        }

        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return holding;
    }
}
