namespace Yakuba.Text;

/// <summary>Words set wide with ideographic spaces, as in 附　則 or 目　次: single letters with a gap between each two.</summary>
internal static class SpacedLetters
{
    internal const char Gap = '\u3000';

    private const int WidestGap = 4;

    /// <summary>True for a gap between two lone CJK letters; they are one word.</summary>
    internal static bool IsGapInWord(string text, int at)
    {
        var before = at - 1;
        while (before >= 0 && text[before] == Gap && at - before <= WidestGap)
        {
            before--;
        }

        var after = at + 1;
        while (after < text.Length && text[after] == Gap && after - at <= WidestGap)
        {
            after++;
        }

        return after - before - 1 <= WidestGap && IsLone(text, before) && IsLone(text, after);
    }

    private static bool IsLone(string text, int at) =>
        at >= 0 && at < text.Length && IsLetter(text[at])
        && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));

    private static bool IsLetter(char letter) => letter is (>= '\u3041' and <= '\u30FA') or (>= '\u4E00' and <= '\u9FFF');
}
