namespace Yakuba.Legislation;

/// <summary>One stretch of a text that reads otherwise.</summary>
/// <param name="Start">Where in the old text, in UTF-16 code units.</param>
/// <param name="Old">What stood there; empty where something is added.</param>
/// <param name="New">What stands there now; empty where something is left out.</param>
/// <param name="NewStart">Where in the new text.</param>
public readonly record struct PhraseHunk(int Start, string Old, string New, int NewStart);

/// <summary>Differences between two texts in whole words: the 下線 of a 新旧対照表.</summary>
public static class PhraseDifference
{
    /// <summary>The hunks in order; none overlap, none touch.</summary>
    public static IReadOnlyList<PhraseHunk> Between(string old, string @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        if (old == @new)
        {
            return [];
        }

        IReadOnlyList<string> oldWords = LegalWords.Cut(old), newWords = LegalWords.Cut(@new);
        var hunks = new List<PhraseHunk>();
        int i = 0, j = 0, oldAt = 0, newAt = 0;
        foreach (var (oldNext, newNext) in SequenceMatch.Between(oldWords, newWords).Append((oldWords.Count, newWords.Count)))
        {
            string gone = string.Concat(oldWords.Take(i..oldNext)), come = string.Concat(newWords.Take(j..newNext));
            if (gone.Length + come.Length > 0)
            {
                Add(hunks, new PhraseHunk(oldAt, gone, come, newAt), old);
            }

            (oldAt, newAt) = (oldAt + gone.Length, newAt + come.Length);
            if (oldNext < oldWords.Count)
            {
                oldAt += oldWords[oldNext].Length;
                newAt += newWords[newNext].Length;
            }

            (i, j) = (oldNext + 1, newNext + 1);
        }

        return hunks;
    }

    /// <summary>Two changes with no more than a particle between them are read as one.</summary>
    private static void Add(List<PhraseHunk> hunks, PhraseHunk hunk, string old)
    {
        if (hunks.Count > 0 && hunks[^1] is var last && hunk.Start - (last.Start + last.Old.Length) is var gap and <= 2)
        {
            var between = old.Substring(last.Start + last.Old.Length, gap);
            if (!LegalWords.HasContent(between) && !between.Contains('。', StringComparison.Ordinal)
                && last.Old.Length > 0 && hunk.Old.Length > 0 && last.New.Length > 0 && hunk.New.Length > 0)
            {
                hunks[^1] = last with { Old = last.Old + between + hunk.Old, New = last.New + between + hunk.New };
                return;
            }
        }

        hunks.Add(hunk);
    }
}
