using System.Runtime.CompilerServices;

namespace Yakuba.Text;

/// <summary>The nodes of a lattice and, for each place from the settled one on, the list of nodes that end there.</summary>
internal sealed class NodeStore
{
    private const int Most = 1 << 18; // kept from text to text; a longer buffer is given back

    private int[] _heads = new int[4096];
    private int _base;
    private int _lastEnd;

    internal LatticeNode[] Items { get; private set; } = new LatticeNode[4096];

    internal int Count { get; private set; }

    /// <summary>The last place at which a node ends.</summary>
    internal int LastEnd => _lastEnd;

    /// <summary>Empties the store but for the start of the text, node 0.</summary>
    internal void Restart()
    {
        if (Items.Length > Most || _heads.Length > Most)
        {
            Items = new LatticeNode[4096];
            _heads = new int[4096];
        }

        _base = 0;
        _lastEnd = 0;
        _heads[0] = 0;
        Items[0] = new LatticeNode { Previous = -1, SameEnd = -1 };
        Count = 1;
    }

    /// <summary>Latest node that ends at a place at or after the settled one; -1 if none.</summary>
    internal int EndingAt(int end) => end > _lastEnd ? -1 : _heads[end - _base];

    /// <summary>Makes room for some more nodes, none of which ends after <paramref name="end"/>.</summary>
    internal void Reserve(int more, int end)
    {
        if (Count + more > Items.Length)
        {
            var longer = new LatticeNode[Math.Max(Count + more, Count * 2)];
            Items.AsSpan(0, Count).CopyTo(longer);
            Items = longer;
        }

        if (end > _lastEnd)
        {
            Reach(end);
        }
    }

    /// <summary>Adds a node for which there is room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(int start, int end, int word, ushort rightContext, int cost, int previous)
    {
        ref var head = ref _heads[end - _base];
        ref var node = ref Items[Count];
        node.Cost = cost;
        node.Previous = previous;
        node.SameEnd = head;
        node.Start = start;
        node.End = end;
        node.Word = word;
        node.RightContext = rightContext;
        head = Count++;
    }

    /// <summary>Subtracts the lowest open cost from all open ones, so that costs stay small; comparisons are not changed.</summary>
    internal void Rebase(int at)
    {
        var lowest = int.MaxValue;
        for (var end = at; end <= _lastEnd; end++)
        {
            for (var i = EndingAt(end); i >= 0; i = Items[i].SameEnd)
            {
                lowest = Math.Min(lowest, Items[i].Cost);
            }
        }

        for (var end = at; end <= _lastEnd; end++)
        {
            for (var i = EndingAt(end); i >= 0; i = Items[i].SameEnd)
            {
                Items[i].Cost -= lowest;
            }
        }
    }

    /// <summary>Drops the ends before <paramref name="at"/> and renames the nodes that stay.</summary>
    /// <param name="renamed">New index of each node, in the same order; -1 for a node that goes.</param>
    internal void Keep(int at, ReadOnlySpan<int> renamed)
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            if (renamed[i] >= 0)
            {
                var node = Items[i];
                node.Previous = node.Previous < 0 ? -1 : renamed[node.Previous];
                // A list is only read at ends that are still open, and those keep all their nodes.
                node.SameEnd = node.SameEnd < 0 ? -1 : renamed[node.SameEnd];
                Items[kept++] = node;
            }
        }

        Count = kept;
        var open = _lastEnd - at + 1;
        for (var i = 0; i < open; i++)
        {
            var head = _heads[at - _base + i];
            _heads[i] = head < 0 ? -1 : renamed[head];
        }

        _base = at;
    }

    private void Reach(int end)
    {
        var need = end - _base + 1;
        var filled = _lastEnd - _base + 1;
        if (need > _heads.Length)
        {
            Array.Resize(ref _heads, Math.Max(need, _heads.Length * 2));
        }

        Array.Fill(_heads, -1, filled, need - filled);
        _lastEnd = end;
    }
}
