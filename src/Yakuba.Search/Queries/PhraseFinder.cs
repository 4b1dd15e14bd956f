using Yakuba.Search.Postings;
using Yakuba.Search.Segments;

namespace Yakuba.Search.Queries;

/// <summary>Finds the passages of a segment that hold a phrase, as the postings of a rare term.</summary>
internal sealed unsafe class PhraseFinder : IDisposable
{
    private readonly NativeBuffer<PhraseCursor> _cursors = new();

    /// <param name="rowOf">Row in the segment of each of the phrase's terms; all are at least 0.</param>
    /// <param name="to">Gets passage &lt;&lt; 8 | impact, ascending.</param>
    /// <returns>Passages found.</returns>
    /// <exception cref="IndexDamagedException">A part of the segment that the phrase reads is not what was written.</exception>
    internal int Find(SegmentReader segment, int field, ReadOnlySpan<int> rowOf, NativeBuffer<uint> to)
    {
        var cursors = _cursors.Reserve(rowOf.Length);
        var rarest = 0;
        for (var i = 0; i < rowOf.Length; i++)
        {
            cursors[i] = PhraseCursor.Open(segment, field, rowOf[i]);
            rarest = cursors[i].Postings < cursors[rarest].Postings ? i : rarest;
        }

        var found = to.Reserve((int)cursors[rarest].Postings);
        var lengths = segment.Lengths(field);
        var mean = segment.Fields[field].MeanLength;
        var count = 0;
        for (uint posting = 0; posting < cursors[rarest].Postings; posting++)
        {
            var passage = cursors[rarest].PassageOf(posting);
            var times = Occurrences(cursors, rowOf.Length, rarest, posting, passage);
            if (times > 0)
            {
                found[count++] = (passage << 8) | Impact.Of(Math.Min(times, Impact.MaxOccurrences), Impact.Saturation(lengths[(int)passage], mean));
            }
        }

        return count;
    }

    public void Dispose() => _cursors.Dispose();

    private static int Occurrences(PhraseCursor* cursors, int terms, int rarest, uint posting, uint passage)
    {
        var lists = stackalloc ushort*[terms];
        for (var i = 0; i < terms; i++)
        {
            if (i == rarest)
            {
                lists[i] = cursors[i].PositionsOf(posting);
            }
            else if (cursors[i].TryFind(passage, out var other))
            {
                lists[i] = cursors[i].PositionsOf(other);
            }
            else
            {
                return 0;
            }
        }

        var times = 0;
        for (var at = lists[rarest]; ; at++)
        {
            var first = (*at & (SegmentFormat.LastPosition - 1)) - rarest;
            times += first >= 0 && StandsAt(lists, terms, first) ? 1 : 0;
            if ((*at & SegmentFormat.LastPosition) != 0)
            {
                return times;
            }
        }
    }

    /// <summary>Whether term i stands at first + i, for each.</summary>
    private static bool StandsAt(ushort** lists, int terms, int first)
    {
        for (var i = 0; i < terms; i++)
        {
            var at = lists[i];
            while ((*at & (SegmentFormat.LastPosition - 1)) < first + i && (*at & SegmentFormat.LastPosition) == 0)
            {
                at++;
            }

            if ((*at & (SegmentFormat.LastPosition - 1)) != first + i || first + i >= SegmentFormat.NoPosition)
            {
                return false;
            }
        }

        return true;
    }
}
