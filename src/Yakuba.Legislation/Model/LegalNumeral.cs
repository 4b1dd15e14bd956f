using System.Globalization;

namespace Yakuba.Legislation;

/// <summary>Numbers as provisions write them: 十二, 一二, １２, 12.</summary>
internal static class LegalNumeral
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>Value of kanji, full-width or ASCII digits; null for anything else and above 99,999.</summary>
    internal static int? Read(ReadOnlySpan<char> text)
    {
        int section = 0, digit = 0;
        foreach (var c in text)
        {
            if (digit > 99_999 || section > 99_999)
            {
                return null;
            }

            switch (c)
            {
                case >= '0' and <= '9': digit = (digit * 10) + (c - '0'); break;
                case >= '０' and <= '９': digit = (digit * 10) + (c - '０'); break;
                case '十': section += Math.Max(1, digit) * 10; digit = 0; break;
                case '百': section += Math.Max(1, digit) * 100; digit = 0; break;
                case '千': section += Math.Max(1, digit) * 1_000; digit = 0; break;
                default:
                    if (Digits.IndexOf(c, StringComparison.Ordinal) is var value && value < 0)
                    {
                        return null;
                    }

                    digit = (digit * 10) + value;
                    break;
            }
        }

        return text.IsEmpty || section + digit > 99_999 ? null : section + digit;
    }

    /// <summary>Writes a number in the digits of a sample: 十二 like 三, １２ like ３, 一二 like 一〇.</summary>
    internal static string Write(int number, ReadOnlySpan<char> like)
    {
        var plain = number.ToString(CultureInfo.InvariantCulture);
        return like.IsEmpty || like[0] is >= '0' and <= '9' ? plain
            : like[0] is >= '０' and <= '９' ? string.Concat(plain.Select(c => (char)(c - '0' + '０')))
            : IsPositional(like) ? string.Concat(plain.Select(c => Digits[c - '0']))
            : Kanji(number);
    }

    /// <summary>十二, 百三, 二百六十: as acts write.</summary>
    internal static string Kanji(int number)
    {
        if (number is 0 or >= 10_000)
        {
            return string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(c => Digits[c - '0']));
        }

        var text = "";
        foreach (var (unit, name) in ((int, string)[])[(1_000, "千"), (100, "百"), (10, "十"), (1, "")])
        {
            var digit = number / unit % 10;
            text += digit == 0 ? "" : (digit > 1 || unit == 1 ? Digits[digit].ToString() : "") + name;
        }

        return text;
    }

    private static bool IsPositional(ReadOnlySpan<char> like) =>
        like.Contains('〇') || (like.Length > 1 && like.IndexOfAny("十百千") < 0);
}
