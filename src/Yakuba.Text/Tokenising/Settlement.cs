namespace Yakuba.Text;

/// <summary>
/// Writes out the part of the best path that no later text can change, and forgets the nodes behind it. All paths that are still open
/// share their beginning up to some word; up to there the result is decided. So cutting a long text gives the same words as one long search.
/// </summary>
internal sealed class Settlement
{
    /// <summary>Nodes after which settling is worth its pass over them.</summary>
    internal const int Interval = 1 << 16;

    private int[] _renamed = [];
    private int[] _followers = [];
    private int[] _follower = [];

    /// <summary>Settles what can be settled before place <paramref name="at"/>.</summary>
    internal void Settle(NodeStore nodes, int at, MorphemePath path)
    {
        Prepare(nodes.Count);
        var items = nodes.Items;
        for (var end = at; end <= nodes.LastEnd; end++)
        {
            for (var i = nodes.EndingAt(end); i >= 0; i = items[i].SameEnd)
            {
                // Open nodes count as followed by two, so that the shared beginning stops before them.
                _followers[i] = 2;
                _renamed[i] = 0;
            }
        }

        // A node stands after the one before it, so one pass from the end reaches every node of an open path.
        for (var i = nodes.Count - 1; i > 0; i--)
        {
            if (_renamed[i] == 0)
            {
                var previous = items[i].Previous;
                _followers[previous]++;
                _follower[previous] = i;
                _renamed[previous] = 0;
            }
        }

        var settled = 0;
        while (_followers[settled] == 1)
        {
            settled = _follower[settled];
        }

        path.Append(items, settled);
        items[settled].Previous = -1;
        var kept = 0;
        for (var i = 0; i < nodes.Count; i++)
        {
            // Everything on an open path but before the settled node lies on the one shared beginning.
            _renamed[i] = _renamed[i] == 0 && i >= settled ? kept++ : -1;
        }

        nodes.Keep(at, _renamed.AsSpan(0, nodes.Count));
    }

    private void Prepare(int count)
    {
        if (_renamed.Length < count)
        {
            _renamed = new int[count * 2];
            _followers = new int[count * 2];
            _follower = new int[count * 2];
        }

        Array.Fill(_renamed, -1, 0, count);
        Array.Clear(_followers, 0, count);
    }
}
