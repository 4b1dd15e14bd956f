using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

                _items[_count++] = new Neighbour(node.Cost, index, context);
            }
            else if (node.Cost < _items[_place[context]].Cost)
            {
                _items[_place[context]] = new Neighbour(node.Cost, index, context);
            }
        }
    }

    /// <summary>The best word before one whose row of connection costs is given.</summary>
    internal (int Cost, int Node) Best(short* row)
    {
        var best = int.MaxValue;
        var node = -1;
        ref var item = ref MemoryMarshal.GetArrayDataReference(_items);
        for (var i = 0; i < _count; i++)
        {
            var cost = item.Cost + row[item.Context];
            if (cost <= best && (cost < best || item.Node > node))
            {
                best = cost;
                node = item.Node;
            }

            item = ref Unsafe.Add(ref item, 1);
        }

        return (best, node);
    }

    private readonly record struct Neighbour(int Cost, int Node, int Context);
}
