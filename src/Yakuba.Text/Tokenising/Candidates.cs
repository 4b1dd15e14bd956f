namespace Yakuba.Text;

/// <summary>The unknown words that may start at one place, in the order in which they are tried.</summary>
internal sealed class Candidates
{
    private (int First, int Count, int End)[] _items = new (int, int, int)[16];

    internal int Count { get; private set; }

    internal ReadOnlySpan<(int First, int Count, int End)> Items => _items.AsSpan(0, Count);

    internal void Clear() => Count = 0;

    /// <summary>Adds entries of unk.dic that follow each other and end at the same place.</summary>
    internal void Add((int First, int Count) entries, int end)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = (entries.First, entries.Count, end);
    }
}
