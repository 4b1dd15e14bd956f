using Yakuba.Search.Segments;

namespace Yakuba.Search.Queries;

/// <summary>One term of a phrase in one segment: finds its posting of a passage and that posting's positions.</summary>
internal unsafe struct PhraseCursor
{
    private uint* _flat; // Rare: passage << 8 | impact; null when frequent.
    private uint* _offsets;
    private ushort* _inWindow;
    private uint* _skips;
    private ushort* _positions;
    private uint _at;
    private uint _posting;
    private uint _position;

    /// <summary>Passages that hold the term.</summary>
    internal uint Postings { get; private set; }

    /// <exception cref="IndexDamagedException">Postings or positions are not what was written.</exception>
    internal static PhraseCursor Open(SegmentReader segment, int field, int row)
    {
        segment.DemandPostings(row);
        segment.DemandPositions(field, row);
        var term = segment.Term(row);
        var start = segment.Postings + ((long)term.Postings * sizeof(uint));
        var cursor = new PhraseCursor { Postings = term.DocumentFrequency, _positions = segment.PositionsOf(field, row, out var skips), _skips = skips };
        if (term.DocumentFrequency >= segment.FrequentFrom)
        {
            cursor._offsets = (uint*)(start + SegmentFormat.Padded(segment.Windows));
            cursor._inWindow = (ushort*)(cursor._offsets + segment.Windows + 1);
        }
        else
        {
            cursor._flat = (uint*)start;
        }

        return cursor;
    }

    /// <summary>Passage of a posting. Postings are asked for in ascending order.</summary>
    internal uint PassageOf(uint posting)
    {
        if (_flat != null)
        {
            return _flat[posting] >> 8;
        }

        while (_offsets[_at + 1] <= posting)
        {
            _at++;
        }

        return (_at << SegmentFormat.WindowBits) | (uint)(_inWindow[posting] >> 8);
    }

    /// <summary>Number of the posting of a passage. Passages are asked for in ascending order.</summary>
    internal bool TryFind(uint passage, out uint posting)
    {
        if (_flat != null)
        {
            while (_at < Postings && _flat[_at] >> 8 < passage)
            {
                _at++;
            }

            posting = _at;
            return _at < Postings && _flat[_at] >> 8 == passage;
        }

        var window = passage >> SegmentFormat.WindowBits;
        var place = passage & (SegmentFormat.Window - 1);
        for (posting = _offsets[window]; posting < _offsets[window + 1]; posting++)
        {
            if (_inWindow[posting] >> 8 >= place)
            {
                return _inWindow[posting] >> 8 == place;
            }
        }

        return false;
    }

    /// <summary>Positions of a posting; the last is marked. Postings are asked for in ascending order.</summary>
    internal ushort* PositionsOf(uint posting)
    {
        var block = posting / SegmentFormat.PostingsInSkip;
        if (_posting / SegmentFormat.PostingsInSkip != block)
        {
            _posting = block * SegmentFormat.PostingsInSkip;
            _position = _skips[block];
        }

        for (; _posting < posting; _position++)
        {
            _posting += (_positions[_position] & SegmentFormat.LastPosition) != 0 ? 1u : 0;
        }

        return _positions + _position;
    }
}
