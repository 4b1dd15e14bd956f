using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Yakuba.Text;

/// <summary>
/// The words that end where the next ones start, one for each right context class: of two words of a class only the cheaper can be
/// on the best path, whatever follows. On equal costs the word added later wins, as in MeCab.
/// </summary>
internal sealed unsafe class LeftNeighbours(int contexts)
{
    private readonly int[] _place = new int[contexts];
    private readonly long[] _round = new long[contexts];
    private Neighbour[] _items = new Neighbour[64];
    private int _count;
    private long _rounds;

    /// <summary>Takes the list of words that starts at <paramref name="head"/>, latest first.</summary>
    internal void Collect(LatticeNode[] nodes, int head)
    {
        _count = 0;
        _rounds++;
        for (var index = head; index >= 0; index = nodes[index].SameEnd)
        {
            ref readonly var node = ref nodes[index];
            var context = node.RightContext;
            if (_round[context] != _rounds)
            {
                _round[context] = _rounds;
                _place[context] = _count;
                if (_count == _items.Length)
                {
                    Array.Resize(ref _items, _count * 2);
                }

                _items[_count++] = new Neighbour(KeyOf(node.Cost, index), context);
            }
            else
            {
                ref var item = ref _items[_place[context]];
                item = item with { Key = Math.Min(item.Key, KeyOf(node.Cost, index)) };
            }
        }
    }

    /// <summary>The best word before one whose row of connection costs is given.</summary>
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

    /// <summary>Cost and number of a node in one: the lower key has the lower cost or, of equal costs, was added later.</summary>
    private static long KeyOf(int cost, int node) => ((long)cost << 32) | (uint)~node;

    private readonly record struct Neighbour(long Key, int Context);
}
