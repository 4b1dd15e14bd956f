using Yakuba.Search.Segments;

namespace Yakuba.Search.Merging;

/// <summary>Gives pages of the segments that are merged back to the system while the merge passes through them: it reads each of them once, and a server's memory is not to grow to their size.</summary>
internal sealed class PassedPages(IReadOnlyList<SegmentView> views)
{
    private const long Postings = 4 << 20; // some ten megabytes of segments
    private long _passed;

    /// <summary>Counts postings that were read.</summary>
    internal void Count(int postings)
    {
        _passed += postings;
        if (_passed >= Postings)
        {
            LetGo();
        }
    }

    /// <summary>Gives all of them back. A search that needs one meanwhile finds it in the page cache.</summary>
    internal void LetGo()
    {
        _passed = 0;
        foreach (var view in views)
        {
            view.Segment.LetGo();
        }
    }
}
