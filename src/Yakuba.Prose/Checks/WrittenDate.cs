using System.Globalization;
using System.Text.RegularExpressions;
using Yakuba.Text;

namespace Yakuba.Prose;

/// <summary>A date as a text states it, whether there is such a day or not. Places are those of the normal form.</summary>
/// <param name="Start">First index.</param>
/// <param name="End">First index after it.</param>
/// <param name="Era">Named era; null for none.</param>
/// <param name="EraYear">Year of the era; 0 where the text writes none.</param>
/// <param name="Year">Western year; 0 where neither the date nor one before it names any.</param>
/// <param name="Month">0 for none.</param>
/// <param name="Day">0 for none.</param>
/// <param name="HasYear">The date itself names the year.</param>
/// <param name="IsFiscal">It names a fiscal year (年度).</param>
internal sealed partial record WrittenDate(int Start, int End, Era? Era, int EraYear, int Year, int Month, int Day, bool HasYear, bool IsFiscal)
{
    internal bool Exists => Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(Year == 0 ? 2000 : Year, Month);

    /// <summary>All dates of a text in order; a year or a month that is left out is that of the date before.</summary>
    internal static IReadOnlyList<WrittenDate> All(string normal)
    {
        var found = new List<WrittenDate>();
        var (year, month) = (0, 0);
        foreach (Match match in Form().Matches(normal))
        {
            var era = Era.All.FirstOrDefault(e => e.Name == match.Groups["era"].Value);
            var eraYear = era is null ? 0 : Number(match.Groups["ey"].Value);
            var hasYear = era is not null || match.Groups["y"].Success;
            var stated = era?.WesternYear(eraYear) ?? (hasYear ? Number(match.Groups["y"].Value) : year);
            var isFiscal = match.Groups["fy"].Success;
            month = match.Groups["m"].Success ? Number(match.Groups["m"].Value) : hasYear ? 0 : month;
            var day = match.Groups["d"].Success ? Number(match.Groups["d"].Value) : 0;
            found.Add(new WrittenDate(match.Index, match.Index + match.Length, era, eraYear, stated, month, day, hasYear, isFiscal));
            year = isFiscal ? 0 : stated; // of a fiscal year two calendar years are part
        }

        return found;
    }

    /// <summary>A number of digits or of kanji up to 99; 元 is 1.</summary>
    internal static int Number(string digits)
    {
        if (digits == "元")
        {
            return 1;
        }

        if (int.TryParse(digits, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        var ten = digits.IndexOf('十', StringComparison.Ordinal);
        return ten < 0 ? digits.Aggregate(0, (sum, letter) => (sum * 10) + One(letter)) : ((ten == 0 ? 1 : One(digits[0])) * 10) + (ten + 1 < digits.Length ? One(digits[ten + 1]) : 0);
    }

    private static int One(char letter) => Math.Max(0, "〇一二三四五六七八九".IndexOf(letter, StringComparison.Ordinal));

    [GeneratedRegex(@"(?:(?<era>明治|大正|昭和|平成|令和) ?(?<ey>元|[0-9]{1,3}|[〇一二三四五六七八九十]{1,3}) ?年|(?<![0-9])(?<y>1[89][0-9]{2}|20[0-9]{2}) ?年)(?:(?<fy>度)|(?:[(][^()\n]{1,9}[)])? ?(?<m>[0-9]{1,2}|[一二三四五六七八九十]{1,3}) ?月(?: ?(?<d>[0-9]{1,2}|[一二三四五六七八九十]{1,3}) ?日)?)?|(?<![0-9一二三四五六七八九十])(?<m>[0-9]{1,2}|[一二三四五六七八九十]{1,3}) ?月 ?(?<d>[0-9]{1,2}|[一二三四五六七八九十]{1,3}) ?日|(?<![0-9一二三四五六七八九十])(?<d>[0-9]{1,2}) ?日(?=[(][月火水木金土日][)曜・])", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
