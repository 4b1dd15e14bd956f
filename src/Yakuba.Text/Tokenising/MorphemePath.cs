namespace Yakuba.Text;

/// <summary>The words found so far, in order. Turns byte places into UTF-16 places on the way, each byte once.</summary>
internal sealed class MorphemePath
{
    private Morpheme[] _items = new Morpheme[256];
    private int[] _pending = new int[256];
    private int _byte;
    private int _unit;

    internal int Count { get; private set; }

    internal ReadOnlySpan<Morpheme> Words => _items.AsSpan(0, Count);

    internal void Restart()
    {
        Count = 0;
        _byte = 0;
        _unit = 0;
    }

    /// <summary>Adds the way to <paramref name="last"/> from the first node without a previous one, which itself was added before.</summary>
    internal void Append(LatticeNode[] nodes, int last, ReadOnlySpan<byte> text)
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

        while (count-- > 0)
        {
            ref readonly var node = ref nodes[_pending[count]];
            Add(node.Start, node.End, node.Word, text);
        }
    }

    private void Add(int start, int end, int word, ReadOnlySpan<byte> text)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        var first = _unit + Utf8Text.CodeUnits(text[_byte..start]);
        _unit = first + Utf8Text.CodeUnits(text[start..end]);
        _byte = end;
        _items[Count++] = new Morpheme(first, _unit - first, word);
    }
}
