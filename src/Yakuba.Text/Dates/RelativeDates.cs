namespace Yakuba.Text;

/// <summary>Words for a time as seen from today.</summary>
internal static class RelativeDates
{
    private static readonly (string Word, DateKind Kind, int Shift)[] s_words = new (string Word, DateKind Kind, int Shift)[]
    {
        ("今日", DateKind.Day, 0), ("本日", DateKind.Day, 0), ("きょう", DateKind.Day, 0),
        ("明日", DateKind.Day, 1), ("あした", DateKind.Day, 1), ("明後日", DateKind.Day, 2), ("あさって", DateKind.Day, 2),
        ("昨日", DateKind.Day, -1), ("きのう", DateKind.Day, -1), ("一昨日", DateKind.Day, -2), ("おととい", DateKind.Day, -2),
        ("今月", DateKind.Month, 0), ("来月", DateKind.Month, 1), ("再来月", DateKind.Month, 2), ("先月", DateKind.Month, -1), ("先々月", DateKind.Month, -2),
        ("今年", DateKind.Year, 0), ("本年", DateKind.Year, 0), ("ことし", DateKind.Year, 0), ("来年", DateKind.Year, 1), ("明年", DateKind.Year, 1), ("再来年", DateKind.Year, 2),
        ("昨年", DateKind.Year, -1), ("去年", DateKind.Year, -1), ("一昨年", DateKind.Year, -2), ("おととし", DateKind.Year, -2),
        ("今年度", DateKind.FiscalYear, 0), ("本年度", DateKind.FiscalYear, 0), ("来年度", DateKind.FiscalYear, 1), ("再来年度", DateKind.FiscalYear, 2),
        ("昨年度", DateKind.FiscalYear, -1), ("一昨年度", DateKind.FiscalYear, -2),
    }.OrderByDescending(entry => entry.Word.Length).ToArray();

    /// <summary>The longest word at the place.</summary>
    /// <returns>Index after it; -1 if there is none.</returns>
    internal static int Read(string text, int at, out DateKind kind, out int shift)
    {
        foreach (var (word, wordKind, wordShift) in s_words)
        {
            if (text[at] == word[0] && text.AsSpan(at).StartsWith(word, StringComparison.Ordinal) && IsWhole(text, at, word))
            {
                (kind, shift) = (wordKind, wordShift);
                return at + word.Length;
            }
        }

        (kind, shift) = (default, 0);
        return -1;
    }

    /// <summary>A word in hiragana must not be part of another one: きょういく, きのうり.</summary>
    private static bool IsWhole(string text, int at, string word)
    {
        if (!IsHiragana(word[^1]))
        {
            return true;
        }

        var end = at + word.Length;
        return (at == 0 || !IsHiragana(text[at - 1])) && (end == text.Length || !IsHiragana(text[end]) || text[end] is 'は' or 'も' or 'の' or 'ま' or 'か' or 'に');
    }

    private static bool IsHiragana(char letter) => letter is >= 'ぁ' and <= 'ん';
}
