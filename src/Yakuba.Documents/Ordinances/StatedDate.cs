using System.Globalization;
using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Whole days written in a legal text: 令和九年四月一日, 令和9年4月1日, 2027年4月1日.</summary>
internal static partial class StatedDate
{
    /// <summary>The pattern of one day, to build larger patterns on.</summary>
    internal const string Pattern = @"(?:(?:明治|大正|昭和|平成|令和)[\s　]*[元一二三四五六七八九十〇百0-9０-９]{1,4}|[0-9０-９]{4})[\s　]*年[\s　]*[一二三四五六七八九十〇0-9０-９]{1,3}[\s　]*月[\s　]*[一二三四五六七八九十〇0-9０-９]{1,3}[\s　]*日";

    /// <summary>The first day in a text; null when it holds none that exists.</summary>
    internal static DateOnly? First(string text)
    {
        foreach (Match match in Day().Matches(text))
        {
            if (Of(match) is { } day)
            {
                return day;
            }
        }

        return null;
    }

    private static DateOnly? Of(Match match)
    {
        var yearText = match.Groups["y"].Value;
        var year = yearText == "元" ? 1 : ProvisionNumber.Parse(yearText);
        if (year is not { } y
            || ProvisionNumber.Parse(match.Groups["m"].Value) is not { } month
            || ProvisionNumber.Parse(match.Groups["d"].Value) is not { } day)
        {
            return null;
        }

        var western = y + match.Groups["era"].Value switch
        {
            "明治" => 1867,
            "大正" => 1911,
            "昭和" => 1925,
            "平成" => 1988,
            "令和" => 2018,
            _ => 0,
        };
        return Day(western, month, day);
    }

    /// <summary>A day of the calendar since Meiji; null when there is none, whatever a damaged file says.</summary>
    internal static DateOnly? Day(int western, int month, int day) =>
        western is >= 1868 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(western, month)
            ? new DateOnly(western, month, day)
            : null;

    /// <summary>Kanji and full-width digits of a law number as ASCII: 平成一九年三月三一日法律第五号 → 平成19年3月31日法律第5号.</summary>
    internal static string NormalNumbers(string text) => NumberRun().Replace(text, m =>
        ProvisionNumber.Parse(m.Value) is { } n ? n.ToString(CultureInfo.InvariantCulture) : m.Value);

    [GeneratedRegex(@"(?<era>明治|大正|昭和|平成|令和)?[\s　]*(?<y>元|[一二三四五六七八九十〇百0-9０-９]{1,4})[\s　]*年[\s　]*(?<m>[一二三四五六七八九十〇0-9０-９]{1,3})[\s　]*月[\s　]*(?<d>[一二三四五六七八九十〇0-9０-９]{1,3})[\s　]*日")]
    private static partial Regex Day();

    [GeneratedRegex(@"[〇一二三四五六七八九十百千０-９]+")]
    private static partial Regex NumberRun();
}
