namespace Yakuba.Evidence;

/// <summary>Finds a distinctive part that is written with one character replaced, two neighbours swapped, one left out or one too many.</summary>
internal static class NearMiss
{
    private const int longEnoughForGaps = 5;

    /// <summary>What stands before the head at <paramref name="at"/> if it is the distinctive part but for one slip; null if it is not.</summary>
    internal static string? Before(string text, int at, string distinctive)
    {
        if (distinctive.Length < 2)
        {
            return null;
        }

        if (at >= distinctive.Length)
        {
            var written = text.AsSpan(at - distinctive.Length, distinctive.Length);
            if (IsNameLike(written, distinctive) && DiffersByOne(written, distinctive))
            {
                return written.ToString();
            }
        }

        if (distinctive.Length < longEnoughForGaps)
        {
            return null;
        }

        if (at > distinctive.Length && IsOneLonger(text.AsSpan(at - distinctive.Length - 1, distinctive.Length + 1), distinctive))
        {
            return text.Substring(at - distinctive.Length - 1, distinctive.Length + 1);
        }

        return at >= distinctive.Length - 1 && IsOneLonger(distinctive, text.AsSpan(at - distinctive.Length + 1, distinctive.Length - 1))
            ? text.Substring(at - distinctive.Length + 1, distinctive.Length - 1)
            : null;
    }

    // A particle before a head (親の手当) is no misspelling of a kanji.
    private static bool IsNameLike(ReadOnlySpan<char> written, string distinctive) =>
        distinctive.Length > 3 || HasKana(distinctive) || !HasKana(written);

    private static bool HasKana(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is (>= 'ぁ' and <= 'ゖ') or '、' or '。')
            {
                return true;
            }
        }

        return false;
    }

    private static bool DiffersByOne(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var same = a.CommonPrefixLength(b);
        if (same == a.Length)
        {
            return false;
        }

        return a[(same + 1)..].SequenceEqual(b[(same + 1)..])
            || (same + 1 < a.Length && a[same] == b[same + 1] && a[same + 1] == b[same] && a[(same + 2)..].SequenceEqual(b[(same + 2)..]));
    }

    // The first and last characters stay, so that a shorter name before a particle (の石蕗の里) is no slip.
    private static bool IsOneLonger(ReadOnlySpan<char> longer, ReadOnlySpan<char> shorter)
    {
        var same = longer.CommonPrefixLength(shorter);
        return same > 0 && same < shorter.Length && longer[(same + 1)..].SequenceEqual(shorter[same..]);
    }
}
