using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

/// <summary>The enactment that the words before a mention name.</summary>
internal static partial class NamedEnactment
{
    private const int LongestName = 80;
    private const int LongestBracket = 2_000;

    /// <returns>Its name as far as the words show it; empty for the enactment itself; null when no name stands there.</returns>
    internal static string? Before(string text, int mention, Enactment self)
    {
        var end = BeforeBracket(text, mention);
        var before = text[Math.Max(0, end - LongestName)..end];
        if (!Ending().IsMatch(before))
        {
            return null;
        }

        if (Own().IsMatch(before) || (self.Name.Length > 0 && before.EndsWith(self.Name, StringComparison.Ordinal)))
        {
            return "";
        }

        return Name().Match(before) is { Success: true } name ? name.Value : before[^1..];
    }

    /// <summary>Before the bracket that ends at a place, （昭和二十二年法律第六十七号）; the place itself when none ends there.</summary>
    internal static int BeforeBracket(string text, int end)
    {
        if (end == 0 || text[end - 1] is not ('）' or ')'))
        {
            return end;
        }

        var depth = 0;
        for (var i = end - 1; i >= Math.Max(0, end - LongestBracket); i--)
        {
            depth += text[i] is '）' or ')' ? 1 : text[i] is '（' or '(' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return end;
    }

    [GeneratedRegex("(?:法|法律|令|規則|条例|規程|要綱|要領|要項|基準|告示|訓令|規約|協定|条約|細則|約款|定款|契約書|議定書|通達|附則)$")]
    private static partial Regex Ending();

    [GeneratedRegex("(?:この|(?<![一-龠])本)(?:法律|法|政令|省令|府令|命令|条例|規則|規程|要綱|要領|要項|基準|告示|訓令|規約|協定|細則)$")]
    private static partial Regex Own();

    [GeneratedRegex("[一-龠々〇ァ-ヶー・]{1,40}(?:(?:の|に関する|及び|並びに|に係る|等の)[一-龠々〇ァ-ヶー・]{1,40}){0,5}$")]
    private static partial Regex Name();
}
