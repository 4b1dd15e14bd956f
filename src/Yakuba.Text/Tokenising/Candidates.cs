namespace Yakuba.Text;

/// <summary>The words that may start at one place, in the order in which the dictionary yields them.</summary>
internal sealed class Candidates
{
    private (int Word, int End)[] _items = new (int, int)[256];

    internal int Count { get; private set; }

    internal (int Word, int End) this[int index] => _items[index];

    internal void Clear() => Count = 0;

    internal void Add(int word, int end)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = (word, end);
    }
}
