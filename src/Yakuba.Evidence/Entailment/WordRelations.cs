namespace Yakuba.Evidence;

/// <summary>Tells how two words stand to each other from their form, their sound and what is known of their meaning.</summary>
internal static class WordRelations
{
    /// <summary>How <paramref name="hypothesis"/> stands to <paramref name="premise"/>.</summary>
    internal static Relation Of(StatedWord premise, StatedWord hypothesis)
    {
        if (premise.Light || hypothesis.Light)
        {
            return premise.Base == hypothesis.Base ? Relation.Same : Relation.None;
        }

        if (premise.Base == hypothesis.Base || (premise.Sound.Length >= 2 && premise.Sound == hypothesis.Sound && premise.Class == hypothesis.Class))
        {
            return Relation.Same;
        }

        var known = WordKinds.Of(premise.Fold, hypothesis.Fold);
        if (known != Relation.None)
        {
            return known;
        }

        if (Opposites.Differ(premise.Base, hypothesis.Base) || AreSisters(premise, hypothesis))
        {
            return Relation.Contrast;
        }

        return EndsWith(premise.Base, hypothesis.Base) ? Relation.Broader
            : EndsWith(hypothesis.Base, premise.Base) ? Relation.Narrower
            : ShareCharacter(premise.Base, hypothesis.Base) ? Relation.Akin
            : Relation.None;
    }

    // 小学校 and 中学校, 前年 and 今年: one kind, by the end of the word.
    private static bool AreSisters(StatedWord a, StatedWord b) =>
        a.Class == WordClass.Noun && b.Class == WordClass.Noun && a.Base.Length == b.Base.Length && a.Base.Length >= 2
        && Kanji.Is(a.Base[^1]) && a.Base[^1] == b.Base[^1] && Kanji.Is(a.Base[0]) && Kanji.Is(b.Base[0]) && a.Base[0] != b.Base[0];

    // 軽自動車税 is a 税: the end of a compound names its kind.
    private static bool EndsWith(string word, string end) => end.Length < word.Length && Kanji.IsIn(end) && word.EndsWith(end, StringComparison.Ordinal);

    private static bool ShareCharacter(string a, string b)
    {
        foreach (var c in a)
        {
            if (Kanji.Is(c) && b.Contains(c, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return a.Length >= 3 && b.Length >= 3 && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal));
    }
}

/// <summary>Chinese characters.</summary>
internal static class Kanji
{
    internal static bool Is(char c) => c is >= '一' and <= '鿿' or '々';

    internal static bool IsIn(string text) => text.Any(Is);
}
