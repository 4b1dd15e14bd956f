namespace Yakuba.Text;

/// <summary>Finds the known and unknown words that start at a place of a text. Immutable; safe for many threads.</summary>
internal sealed class WordLookup(WordDictionary words, UnknownWords unknown, CharacterCategory[] categories)
{
    private readonly CharacterTrie _trie = new(words.Trie);
    private readonly CharacterCategory _space = categories[' '];

    /// <summary>First place at or after <paramref name="at"/> that does not belong to a run of spaces.</summary>
    internal int SkipSpaces(ReadOnlySpan<char> text, int at)
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

    /// <summary>Fills <paramref name="found"/> with the words that start at <paramref name="at"/>, a place that is no space.</summary>
    internal void Find(ReadOnlySpan<char> text, int at, Candidates found)
    {
        found.Clear();
        AddKnown(text, at, found);
        var category = CategoryAt(text, at, out var width);
        if (found.Count == 0 || category.Invokes)
        {
            AddUnknown(text, at, category, at + width, found);
        }
    }

    private void AddKnown(ReadOnlySpan<char> text, int at, Candidates found)
    {
        var more = _trie.Start(text, at, out var node, out var width);
        while (more)
        {
            at += width;
            var value = _trie.ValueAt(node);
            if (value >= 0)
            {
                var (first, count) = words.EntriesOf(value);
                found.Add(first, 1, count, at);
            }

            more = at < text.Length && _trie.Step(text, at, ref node, out width);
        }
    }

    private void AddUnknown(ReadOnlySpan<char> text, int at, CharacterCategory category, int afterFirst, Candidates found)
    {
        var (first, count) = unknown.Of(category.Default);
        var runEnd = -1;
        if (category.Groups)
        {
            runEnd = RunEnd(text, afterFirst, category);
            if (runEnd >= 0)
            {
                found.Add(~first, -1, count, runEnd);
            }
        }

        // Words of 1, 2, … characters, as long as each is like the first. The run itself is there already.
        var end = afterFirst;
        for (var i = 0; i < category.Length && end != runEnd; i++)
        {
            found.Add(~first, -1, count, end);
            if (end >= text.Length || !category.IsKindOf(CategoryAt(text, end, out var width)))
            {
                break;
            }

            end += width;
        }

        if (found.Count == 0)
        {
            found.Add(~first, -1, count, end);
        }
    }

    /// <summary>End of the run of like characters from <paramref name="at"/>; -1 if it is longer than may be one word.</summary>
    private int RunEnd(ReadOnlySpan<char> text, int at, CharacterCategory like)
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

    private CharacterCategory CategoryAt(ReadOnlySpan<char> text, int at, out int width)
    {
        var letter = text[at];
        width = 1;
        if (!char.IsSurrogate(letter))
        {
            return categories[letter];
        }

        if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            width = 2;
            return categories[0];
        }

        return categories['\uFFFD'];
    }
}
