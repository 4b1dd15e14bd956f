using Yakuba.Search.Segments;

namespace Yakuba.Search.Merging;

/// <summary>Walks the terms of one field of several segments in byte order, each term once.</summary>
internal sealed class MergedTerms
{
    private readonly TermCursor[] _cursors;
    private readonly List<(int View, int Row)> _holders = [];

    internal MergedTerms(IReadOnlyList<SegmentView> views, int field)
    {
        _cursors = [.. views.Select(view => new TermCursor(view.Segment, field))];
        foreach (var view in views)
        {
            view.Segment.FetchTerms();
        }
    }

    /// <summary>The segments that hold the present term, and its row there.</summary>
    internal IReadOnlyList<(int View, int Row)> Holders => _holders;

    /// <param name="term">Points into a mapping.</param>
    /// <returns>False after the last term.</returns>
    internal bool MoveNext(out ReadOnlySpan<byte> term)
    {
        _holders.Clear();
        term = default;
        var least = Least();
        if (least < 0)
        {
            return false;
        }

        term = _cursors[least].Term;
        for (var i = least; i < _cursors.Length; i++)
        {
            if (!_cursors[i].AtEnd && _cursors[i].Term.SequenceEqual(term))
            {
                _holders.Add((i, _cursors[i].Row));
                _cursors[i].MoveNext();
            }
        }

        return true;
    }

    /// <summary>The first cursor at the least term, or −1 when all are at their ends.</summary>
    private int Least()
    {
        var least = -1;
        for (var i = 0; i < _cursors.Length; i++)
        {
            if (!_cursors[i].AtEnd && (least < 0 || _cursors[i].Term.SequenceCompareTo(_cursors[least].Term) < 0))
            {
                least = i;
            }
        }

        return least;
    }
}
