namespace Yakuba.Text;

/// <summary>
/// The words that end where the next ones start, one for each right context class: of two words of a class only the cheaper can be
/// on the best path, whatever follows. On equal costs the word added later wins, as in MeCab.
/// </summary>
internal sealed unsafe class LeftNeighbours(int contexts)
{
    private readonly int[] _place = new int[contexts];
    private readonly int[] _round = new int[contexts];
    private ushort[] _context = new ushort[64];
    private int[] _cost = new int[64];
    private int[] _node = new int[64];
    private int _count;
    private int _rounds;

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
                Append(context, node.Cost, index);
            }
            else if (node.Cost < _cost[_place[context]])
            {
                _cost[_place[context]] = node.Cost;
                _node[_place[context]] = index;
            }
        }
    }

    /// <summary>The best word before one whose row of connection costs is given.</summary>
    internal (int Cost, int Node) Best(short* row)
    {
        var best = int.MaxValue;
        var node = -1;
        for (var i = 0; i < _count; i++)
        {
            var cost = _cost[i] + row[_context[i]];
            if (cost < best || (cost == best && _node[i] > node))
            {
                best = cost;
                node = _node[i];
            }
        }

        return (best, node);
    }

    private void Append(ushort context, int cost, int index)
    {
        if (_count == _context.Length)
        {
            Array.Resize(ref _context, _count * 2);
            Array.Resize(ref _cost, _count * 2);
            Array.Resize(ref _node, _count * 2);
        }

        _place[context] = _count;
        _context[_count] = context;
        _cost[_count] = cost;
        _node[_count] = index;
        _count++;
    }
}
