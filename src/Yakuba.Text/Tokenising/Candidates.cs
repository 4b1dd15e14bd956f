namespace Yakuba.Text;

/// <summary>The words that may start at one place, in the order in which the dictionary yields them.</summary>
internal sealed class Candidates
{
    private (int Word, int End)[] _items = new (int, int)[256];

    internal int Count { get; private set; }

    /// <summary>The furthest place at which one of them ends.</summary>
    internal int LastEnd { get; private set; }

    internal ReadOnlySpan<(int Word, int End)> Items => _items.AsSpan(0, Count);

    internal void Clear()
    {
        Count = 0;
        LastEnd = 0;
    }

    /// <summary>Adds entries that follow each other in their word list and end at the same place.</summary>
    /// <param name="first">As <see cref="Morpheme.Word"/>.</param>
    /// <param name="step">1 for known words, -1 for unknown ones.</param>
    internal void Add(int first, int step, int count, int end)
    {
        if (Count + count > _items.Length)
        {
            Array.Resize(ref _items, Math.Max(Count + count, Count * 2));
        }

        var items = _items.AsSpan(Count, count);
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = (first, end);
            first += step;
        }

        Count += count;
        LastEnd = Math.Max(LastEnd, end);
    }
}
