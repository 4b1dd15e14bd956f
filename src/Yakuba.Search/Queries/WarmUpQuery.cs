using System.Text;
using Yakuba.Search.Directories;
using Yakuba.Search.Segments;

namespace Yakuba.Search.Queries;

/// <summary>A query of the commonest term of each field in each segment: it runs through all code and meets what most queries meet.</summary>
internal static unsafe class WarmUpQuery
{
    internal static IndexQuery Of(SegmentSet segments)
    {
        var terms = new List<QueryTerm>();
        foreach (var view in segments.Views)
        {
            view.Segment.FetchTerms();
            for (var field = 0; field < view.Segment.Header.Fields; field++)
            {
                var row = view.Segment.Fields[field];
                if (row.Terms > 0)
                {
                    terms.Add(new QueryTerm(field, Encoding.UTF8.GetString(view.Segment.TextOf(Commonest(view.Segment, row.FirstTerm, row.Terms))), 1));
                }
            }
        }

        return new IndexQuery(terms);
    }

    private static uint Commonest(SegmentReader segment, uint first, uint count)
    {
        var best = first;
        for (var row = first; row < first + count; row++)
        {
            best = segment.Term(row).DocumentFrequency > segment.Term(best).DocumentFrequency ? row : best;
        }

        return best;
    }
}
