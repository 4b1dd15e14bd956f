namespace Yakuba.Legislation;

/// <summary>Chooses the phrases that a drafter would quote to turn one text into another.</summary>
internal static class PhraseChoice
{
    /// <summary>Longer quotations say less than the whole provision written anew.</summary>
    private const int LongestQuotation = 90;
    private const int MostChanges = 8;
    private const int MostWords = 24;

    /// <summary>The phrases in order, or null where the provision is better written anew.</summary>
    /// <param name="old">The text to change.</param>
    /// <param name="new">What it is to become.</param>
    /// <param name="beside">Further texts that the place covers, which must stay as they are.</param>
    internal static IReadOnlyList<PhraseChange>? Between(string old, string @new, IReadOnlyList<string> beside)
    {
        var hunks = PhraseDifference.Between(old, @new).ToList();
        if (hunks.Count is 0 or > MostChanges || old.Length == 0 || hunks.Sum(h => h.Old.Length) * 3 > old.Length * 2)
        {
            return null;
        }

        var changes = new List<PhraseChange>();
        for (var i = 0; i < hunks.Count; i++)
        {
            var others = hunks.Where((h, at) => at != i).ToList();
            if (Phrase(old, hunks[i], others, beside) is not { } change)
            {
                return null;
            }

            if (!changes.Contains(change))
            {
                changes.Add(change);
            }
        }

        return PhraseSubstitution.Apply([old, .. beside], changes).Texts is { } texts && texts[0] == @new && texts.Skip(1).SequenceEqual(beside) ? changes : null;
    }

    /// <summary>The shortest run of whole words around the hunk that stands nowhere else, or only where the same change is made.</summary>
    private static PhraseChange? Phrase(string old, PhraseHunk hunk, List<PhraseHunk> others, IReadOnlyList<string> beside)
    {
        var before = LegalWords.Cut(old[..hunk.Start]);
        var after = LegalWords.Cut(old[(hunk.Start + hunk.Old.Length)..]);
        var lowest = others.Where(h => h.Start < hunk.Start).Select(h => h.Start + h.Old.Length).DefaultIfEmpty(0).Max();
        var highest = others.Where(h => h.Start > hunk.Start).Select(h => h.Start).DefaultIfEmpty(old.Length).Min();
        foreach (var (left, right) in Extensions(hunk))
        {
            if (left <= before.Count && right <= after.Count)
            {
                string head = string.Concat(before.Skip(before.Count - left)), tail = string.Concat(after.Take(right));
                int from = hunk.Start - head.Length, to = hunk.Start + hunk.Old.Length + tail.Length;
                var change = Change(head, hunk, tail);
                if (from >= lowest && to <= highest && to - from <= LongestQuotation && (left == 0 || LegalWords.HasContent(before[^left])) && IsFit(change, head, tail) && OnlyHere(old, change, from, hunk, others, head.Length) && beside.All(text => !text.Contains(change.Quoted, StringComparison.Ordinal)))
                {
                    return change;
                }
            }
        }

        return null;
    }

    /// <summary>An addition leans on what precedes it; a replaced particle on its noun; anything else on what follows, then on what precedes.</summary>
    private static IEnumerable<(int Left, int Right)> Extensions(PhraseHunk hunk)
    {
        for (var words = 1; words <= 6 && hunk.Old.Length == 0; words++)
        {
            yield return (words, 0);
        }

        var leftFirst = hunk.Old.Length == 0 || !LegalWords.HasContent(hunk.Old);
        for (var words = 0; words <= MostWords; words++)
        {
            for (var i = 0; i <= words; i++)
            {
                yield return leftFirst ? (words - i, i) : (i, words - i);
            }
        }
    }

    private static PhraseChange Change(string head, PhraseHunk hunk, string tail)
    {
        string quoted = head + hunk.Old + tail, result = head + hunk.New + tail;
        return hunk.Old.Length == 0 && tail.Length == 0 ? new PhraseChange(PhraseAct.AddAfter, head, hunk.New)
            : result.Length == 0 ? new PhraseChange(PhraseAct.Delete, quoted, "")
            : new PhraseChange(PhraseAct.Replace, quoted, result);
    }

    /// <summary>More than a single character or a bare particle, and with its quotation marks in pairs, so that the sentence can be read back.</summary>
    private static bool IsFit(PhraseChange change, string head, string tail) =>
        change.Quoted.Length > 1
        && (LegalWords.HasContent(change.Quoted) || head.Length + tail.Length > 12)
        && !(change.Act == PhraseAct.Replace && change.Other.Length < 2 && !LegalWords.HasContent(change.Other))
        && Quotation.IsPaired(change.Quoted) && Quotation.IsPaired(change.Other);

    private static bool OnlyHere(string old, PhraseChange change, int from, PhraseHunk hunk, List<PhraseHunk> others, int head)
    {
        for (var at = old.IndexOf(change.Quoted, StringComparison.Ordinal); at >= 0; at = old.IndexOf(change.Quoted, at + 1, StringComparison.Ordinal))
        {
            var place = at + head;
            if (at != from && !others.Any(h => h.Start == place && h.Old == hunk.Old && h.New == hunk.New))
            {
                return false;
            }
        }

        return true;
    }
}
