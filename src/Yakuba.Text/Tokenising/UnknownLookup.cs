namespace Yakuba.Text;

/// <summary>Finds the unknown words that may start at a place of a text. Immutable; safe for many threads.</summary>
internal sealed class UnknownLookup(UnknownWords unknown, CharacterCategory[] categories)
{
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

    /// <summary>Fills <paramref name="found"/> with the unknown words that may start at <paramref name="at"/>, a place that is no space.</summary>
    /// <param name="isKnown">Whether the dictionary has a word there.</param>
    internal void FindUnknown(ReadOnlySpan<char> text, int at, bool isKnown, Candidates found)
    {
        found.Clear();
        var category = CategoryAt(text, at, out var width);
        if (!isKnown || category.Invokes)
        {
            AddUnknown(text, at, category, at + width, found);
            if (found.Count == 0 && !isKnown)
            {
                found.Add(unknown.Of(category.Default), at + width);
            }
        }
    }

    private void AddUnknown(ReadOnlySpan<char> text, int at, CharacterCategory category, int afterFirst, Candidates found)
    {
        var entries = unknown.Of(category.Default);
        var runEnd = -1;
        if (category.Groups)
        {
            runEnd = RunEnd(text, afterFirst, category);
            if (runEnd >= 0)
            {
                found.Add(entries, runEnd);
            }
        }

        // Words of 1, 2, … characters, as long as each is like the first. The run itself is there already.
        var end = afterFirst;
        for (var i = 0; i < category.Length && end != runEnd; i++)
        {
            found.Add(entries, end);
            if (end >= text.Length || !category.IsKindOf(CategoryAt(text, end, out var width)))
            {
                break;
            }

            end += width;
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
