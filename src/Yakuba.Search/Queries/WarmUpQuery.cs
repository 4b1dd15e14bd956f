using System.Text;
using Yakuba.Search.Directories;

namespace Yakuba.Search.Queries;

/// <summary>A query of the commonest term of each field in each segment: it runs through all code and meets what most queries meet.</summary>
internal static unsafe class WarmUpQuery
{
    internal static IndexQuery Of(SegmentSet segments)
    {
        var terms = new List<QueryTerm>();
        foreach (var view in segments.Views)
        {
            for (var field = 0; field < view.Segment.Header.Fields; field++)
            {
                var row = view.Segment.Fields[field];
                if (row.Terms > 0)
                {
                    terms.Add(new QueryTerm(field, Encoding.UTF8.GetString(view.Segment.Term(Commonest(view.Segment.Terms, row.FirstTerm, row.Terms))), 1));
                }
            }
        }

        return new IndexQuery(terms);
    }

    private static uint Commonest(Segments.TermRow* rows, uint first, uint count)
    {
        var best = first;
        for (var row = first; row < first + count; row++)
        {
            best = rows[row].DocumentFrequency > rows[best].DocumentFrequency ? row : best;
        }

        return best;
    }
}
