using Yakuba.Search.Segments;

namespace Yakuba.Search.Postings;

/// <summary>Passages on their way into one segment.</summary>
internal sealed class SegmentCollector
{
    private readonly FieldCollector[] _fields;
    private readonly List<ulong> _keys = [];
    private readonly HashSet<ulong> _wanted = [];
    private readonly HashSet<uint> _groups = [];
    private readonly HashSet<int> _droppedPlaces = [];

    internal SegmentCollector(IndexSchema schema) =>
        _fields = [.. schema.Fields.Select(field => new FieldCollector(field.HasPositions))];

    /// <summary>Passages that would be written now.</summary>
    internal int Passages => _wanted.Count;

    /// <summary>Groups that would be written now.</summary>
    internal IReadOnlySet<uint> Groups => _groups;

    /// <summary>Postings collected so far.</summary>
    internal long Postings { get; private set; }

    /// <summary>Passages collected so far, dropped ones included.</summary>
    internal int Collected => _keys.Count;

    /// <summary>Sum of the lengths of one field over the passages that would be written now, in terms.</summary>
    internal long Tokens(int field)
    {
        long tokens = 0;
        for (var place = 0; place < _keys.Count; place++)
        {
            tokens += _droppedPlaces.Contains(place) ? 0 : _fields[field].LengthOf(place);
        }

        return tokens;
    }

    /// <summary>Begins a passage; its fields follow in order.</summary>
    /// <exception cref="ArgumentException">The passage is here already.</exception>
    internal void Begin(uint group, uint ordinal)
    {
        var key = ((ulong)group << 32) | ordinal;
        if (!_wanted.Add(key))
        {
            throw new ArgumentException($"Passage {ordinal} of group {group} was added before in this commit.");
        }

        _groups.Add(group);
        _keys.Add(key);
    }

    internal void AddField(int field, IReadOnlyList<string> terms)
    {
        var collector = _fields[field];
        Postings -= collector.Postings;
        collector.Begin(terms.Count);
        for (var i = 0; i < terms.Count; i++)
        {
            collector.Add(terms[i]);
        }

        Postings += collector.Postings;
    }

    internal void AddField(int field, ReadOnlySpan<ReadOnlyMemory<char>> terms)
    {
        var collector = _fields[field];
        Postings -= collector.Postings;
        collector.Begin(terms.Length);
        collector.Add(terms);
        Postings += collector.Postings;
    }

    /// <summary>Leaves out the passages of a group that were added so far.</summary>
    internal void Drop(uint group)
    {
        if (!_groups.Remove(group))
        {
            return;
        }

        for (var place = 0; place < _keys.Count; place++)
        {
            if ((uint)(_keys[place] >> 32) == group && _droppedPlaces.Add(place))
            {
                _wanted.Remove(_keys[place]);
            }
        }
    }

    /// <summary>Writes and syncs the segment; this collector stays as it is, so that a failed attempt can be repeated.</summary>
    internal SegmentStamp WriteTo(string path, uint segment, ReadOnlySpan<double> meanLengths)
    {
        var keys = new ulong[_wanted.Count];
        var order = new int[keys.Length];
        var count = 0;
        for (var place = 0; place < _keys.Count; place++)
        {
            if (!_droppedPlaces.Contains(place))
            {
                (keys[count], order[count]) = (_keys[place], place);
                count++;
            }
        }

        Array.Sort(keys, order);
        using var writer = new SegmentWriter(path, segment, new PassageTable(keys));
        for (var i = 0; i < _fields.Length; i++)
        {
            _fields[i].WriteTo(writer, order, meanLengths[i]);
        }

        writer.BeginPositions();
        foreach (var field in _fields)
        {
            field.WritePositionsTo(writer, order);
        }

        return writer.Finish();
    }
}
