using System.Globalization;

namespace Yakuba.Papers;

/// <summary>Numbers of items as official documents write them: 第１, １, (1), ア, (ア), a, (a); in vertical writing 第一, 一, （一）.</summary>
/// <remarks>Source: the order of item signs in rules on official documents (公用文作成の考え方, 2022, I-3).</remarks>
public static class ItemNumber
{
    private const string Katakana = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    private const string Latin = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>A number as printed.</summary>
    /// <param name="level">1 to 7.</param>
    /// <param name="value">1 for the first of its level.</param>
    /// <param name="isVertical">Whether it stands in vertical writing.</param>
    public static string Of(int level, int value, bool isVertical = false) => level switch
    {
        1 => $"第{(isVertical ? Kanji(value) : Wide(value))}",
        2 => isVertical ? Kanji(value) : Wide(value),
        3 => Bracketed(isVertical ? Kanji(value) : value.ToString(CultureInfo.InvariantCulture), isVertical),
        4 => Letter(value, Katakana),
        5 => Bracketed(Letter(value, Katakana), isVertical),
        6 => Letter(value, Latin),
        7 => Bracketed(Letter(value, Latin), isVertical),
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "1 to 7"),
    };

    private static string Bracketed(string number, bool isVertical) => isVertical ? $"（{number}）" : $"({number})";

    private static string Wide(int value) => string.Concat(value.ToString(CultureInfo.InvariantCulture).Select(c => (char)(c - '0' + '０')));

    // After the last letter they are doubled, as Word does: ア … ン, アア, イイ.
    private static string Letter(int value, string letters) => new(letters[(value - 1) % letters.Length], ((value - 1) / letters.Length) + 1);

    private static string Kanji(int value)
    {
        if (value > 9_999)
        {
            return string.Concat(value.ToString(CultureInfo.InvariantCulture).Select(c => "〇一二三四五六七八九"[c - '0']));
        }

        var text = "";
        foreach (var (unit, mark) in new[] { (1_000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = value / unit % 10;
            text += digit == 0 ? "" : digit == 1 && unit > 1 ? mark : "一二三四五六七八九"[digit - 1] + mark;
        }

        return text;
    }
}
