namespace Yakuba.Text;

/// <summary>The words found so far, in order.</summary>
internal sealed class MorphemePath
{
    private Morpheme[] _items = new Morpheme[256];
    private WordFeature[] _features = new WordFeature[256];
    private int[] _pending = new int[256];

    internal int Count { get; private set; }

    /// <summary>Room for what the dictionary says of each word.</summary>
    internal Span<WordFeature> Features
    {
        get
        {
            if (_features.Length < Count)
            {
                _features = new WordFeature[_items.Length];
            }

            return _features.AsSpan(0, Count);
        }
    }

    internal ReadOnlySpan<Morpheme> Words => _items.AsSpan(0, Count);

    internal void Restart() => Count = 0;

    /// <summary>Adds the way to <paramref name="last"/> from the first node without a previous one, which itself was added before.</summary>
    internal void Append(LatticeNode[] nodes, int last)
    {
        var count = 0;
        for (var i = last; nodes[i].Previous >= 0; i = nodes[i].Previous)
        {
            if (count == _pending.Length)
            {
                Array.Resize(ref _pending, count * 2);
            }

            _pending[count++] = i;
        }

        while (Count + count > _items.Length)
        {
            Array.Resize(ref _items, _items.Length * 2);
        }

        while (count-- > 0)
        {
            ref readonly var node = ref nodes[_pending[count]];
            _items[Count++] = new Morpheme(node.Start, node.End - node.Start, node.Word);
        }
    }
}
