namespace Yakuba.Search.Segments;

/// <summary>The passages of a segment in their order there: ascending by group, then by ordinal.</summary>
internal sealed class PassageTable
{
    private readonly uint[] _ordinals;
    private readonly List<GroupRow> _groups = [];

    /// <param name="keys">For each passage group &lt;&lt; 32 | ordinal, ascending.</param>
    internal PassageTable(ReadOnlySpan<ulong> keys)
    {
        if (keys.Length > SegmentFormat.MaxPassages)
        {
            throw new ArgumentException($"A segment holds at most {SegmentFormat.MaxPassages} passages.");
        }

        _ordinals = new uint[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            _ordinals[i] = (uint)keys[i];
            var group = (uint)(keys[i] >> 32);
            if (i == 0 || group != _groups[^1].Group)
            {
                _groups.Add(new GroupRow { Group = group, FirstPassage = (uint)i });
            }
        }

        Groups = _groups.Count;
        _groups.Add(new GroupRow { FirstPassage = (uint)keys.Length });
    }

    internal int Passages => _ordinals.Length;

    internal int Groups { get; }

    internal ReadOnlySpan<uint> Ordinals => _ordinals;

    /// <summary>The groups, and a closing row.</summary>
    internal ReadOnlySpan<GroupRow> GroupRows => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_groups);
}
