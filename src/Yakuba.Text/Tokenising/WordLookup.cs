namespace Yakuba.Text;

/// <summary>Finds the known and unknown words that start at a byte of a text. Immutable; safe for many threads.</summary>
internal sealed class WordLookup(WordDictionary words, UnknownWords unknown, CharacterCategory[] categories)
{
    private readonly CharacterCategory _space = categories[' '];

    /// <summary>First byte at or after <paramref name="at"/> that does not belong to a run of spaces.</summary>
    internal int SkipSpaces(ReadOnlySpan<byte> text, int at)
    {
        var like = _space;
        while (at < text.Length)
        {
            var category = CategoryAt(text, at, out var width);
            if (!like.IsKindOf(category))
            {
                break;
            }

            like = category;
            at += width;
        }

        return at;
    }

    /// <summary>Fills <paramref name="found"/> with the words that start at <paramref name="at"/>, a byte that is no space.</summary>
    internal void Find(ReadOnlySpan<byte> text, int at, Candidates found)
    {
        found.Clear();
        AddKnown(text, at, found);
        var category = CategoryAt(text, at, out var width);
        if (found.Count == 0 || category.Invokes)
        {
            AddUnknown(text, at, category, at + width, found);
        }
    }

    private void AddKnown(ReadOnlySpan<byte> text, int at, Candidates found)
    {
        var trie = words.Trie;
        var node = trie.Root;
        for (var i = at; i < text.Length && trie.Step(node, text[i], out node); i++)
        {
            var value = trie.ValueAt(node);
            if (value >= 0)
            {
                var (first, count) = words.EntriesOf(value);
                for (var k = 0; k < count; k++)
                {
                    found.Add(first + k, i + 1);
                }
            }
        }
    }

    private void AddUnknown(ReadOnlySpan<byte> text, int at, CharacterCategory category, int afterFirst, Candidates found)
    {
        var (first, count) = unknown.Of(category.Default);
        var runEnd = -1;
        if (category.Groups)
        {
            runEnd = RunEnd(text, afterFirst, category);
            if (runEnd >= 0)
            {
                AddEntries(first, count, runEnd, found);
            }
        }

        // Words of 1, 2, … characters, as long as each is like the first. The run itself is there already.
        var end = afterFirst;
        for (var i = 0; i < category.Length && end != runEnd; i++)
        {
            AddEntries(first, count, end, found);
            if (end >= text.Length || !category.IsKindOf(CategoryAt(text, end, out var width)))
            {
                break;
            }

            end += width;
        }

        if (found.Count == 0)
        {
            AddEntries(first, count, end, found);
        }
    }

    /// <summary>End of the run of like characters from <paramref name="at"/>; -1 if it is longer than may be one word.</summary>
    private int RunEnd(ReadOnlySpan<byte> text, int at, CharacterCategory like)
    {
        for (var characters = 0; at < text.Length; characters++)
        {
            var category = CategoryAt(text, at, out var width);
            if (!like.IsKindOf(category))
            {
                break;
            }

            if (characters == UnknownWords.LongestRun)
            {
                return -1;
            }

            like = category;
            at += width;
        }

        return at;
    }

    private static void AddEntries(int first, int count, int end, Candidates found)
    {
        for (var k = 0; k < count; k++)
        {
            found.Add(~(first + k), end);
        }
    }

    private CharacterCategory CategoryAt(ReadOnlySpan<byte> text, int at, out int width)
    {
        int lead = text[at];
        if (lead < 0x80)
        {
            width = 1;
            return categories[lead];
        }

        if (lead < 0xe0)
        {
            width = 2;
            return categories[((lead & 0x1f) << 6) | (text[at + 1] & 0x3f)];
        }

        if (lead < 0xf0)
        {
            width = 3;
            return categories[((lead & 0x0f) << 12) | ((text[at + 1] & 0x3f) << 6) | (text[at + 2] & 0x3f)];
        }

        width = 4;
        return categories[0];
    }
}
