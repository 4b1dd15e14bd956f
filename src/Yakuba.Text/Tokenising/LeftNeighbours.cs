using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Yakuba.Text;

/// <summary>The words that end where the next ones start, side by side. On equal costs the word added later wins, as in MeCab.</summary>
internal sealed unsafe class LeftNeighbours
{
    private Neighbour[] _items = new Neighbour[64];
    private int _count;

    /// <summary>Takes the list of words that starts at <paramref name="head"/>.</summary>
    internal void Collect(LatticeNode[] nodes, int head)
    {
        _count = 0;
        for (var index = head; index >= 0; index = nodes[index].SameEnd)
        {
            if (_count == _items.Length)
            {
                Array.Resize(ref _items, _count * 2);
            }

            ref readonly var node = ref nodes[index];
            _items[_count++] = new Neighbour(((long)node.Cost << 32) | (uint)~index, node.RightContext);
        }
    }

    /// <summary>The best word before one whose row of connection costs is given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal (int Cost, int Node) Best(short* row)
    {
        // The least by vector, since a branch on it would be guessed wrong at about every second word.
        var least = Vector128.CreateScalar(long.MaxValue);
        ref var item = ref MemoryMarshal.GetArrayDataReference(_items);
        for (var i = _count; i > 0; i--)
        {
            least = Vector128.Min(least, Vector128.CreateScalar(item.Key + ((long)row[item.Context] << 32)));
            item = ref Unsafe.Add(ref item, 1);
        }

        var best = least.ToScalar();
        return ((int)(best >> 32), ~(int)best);
    }

    /// <summary>A word.</summary>
    /// <param name="Key">Its cost in the high half, the complement of its node's index in the low one: the lower key has the lower cost or, of equal costs, was added later.</param>
    /// <param name="Context">Its class as seen from the word after it.</param>
    private readonly record struct Neighbour(long Key, int Context);
}
