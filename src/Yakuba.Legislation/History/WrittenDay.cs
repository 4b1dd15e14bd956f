using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

/// <summary>A whole day as a text writes it: 平成十二年四月一日, 平成12年4月1日.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Text">As written.</param>
/// <param name="Day">Null when no calendar has it.</param>
internal sealed partial record WrittenDay(int Start, string Text, DateOnly? Day)
{
    internal int End => Start + Text.Length;

    internal static List<WrittenDay> In(string text) => [.. Shape().Matches(text).Select(m => new WrittenDay(m.Index, m.Value, DayOf(m)))];

    private static DateOnly? DayOf(Match match)
    {
        var year = match.Groups["y"].Value == "元" ? 1 : LegalNumeral.Read(match.Groups["y"].ValueSpan);
        var before = match.Groups["era"].Value switch { "明治" => 1867, "大正" => 1911, "昭和" => 1925, "平成" => 1988, "令和" => 2018, _ => 0 };
        return year + before is { } western and > 0 and < 9_999 && LegalNumeral.Read(match.Groups["m"].ValueSpan) is { } month and >= 1 and <= 12
            && LegalNumeral.Read(match.Groups["d"].ValueSpan) is { } day and >= 1 && day <= DateTime.DaysInMonth(western, month)
            ? new DateOnly(western, month, day)
            : null;
    }

    private const string N = "[〇一二三四五六七八九十0-9０-９]{1,4}";

    [GeneratedRegex("(?:(?<era>明治|大正|昭和|平成|令和)(?<y>元|" + N + ")|(?<y>[0-9０-９]{4}))年(?<m>" + N + ")月(?<d>" + N + ")日")]
    private static partial Regex Shape();
}
