using System.Globalization;

namespace Yakuba.Documents;

/// <summary>A count in the number formats of Word that Japanese documents use.</summary>
/// <remarks>Source: ECMA-376 part 1, 17.18.59 ST_NumberFormat.</remarks>
internal static class WordNumberFormat
{
    private const string Aiueo = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    private const string Iroha = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";

    internal static string Of(int value, string format) => format switch
    {
        "decimalFullWidth" or "decimalFullWidth2" => Wide(value),
        "decimalZero" => value.ToString("00", CultureInfo.InvariantCulture),
        "japaneseCounting" or "chineseCounting" or "chineseCountingThousand" or "japaneseLegal" or "taiwaneseCounting" => Counting(value),
        "ideographDigital" or "japaneseDigitalTenThousand" => Digits(value),
        "aiueo" or "aiueoFullWidth" => Letter(value, Aiueo),
        "iroha" or "irohaFullWidth" => Letter(value, Iroha),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => value is >= 1 and <= 20 ? ((char)('①' + value - 1)).ToString() : Plain(value),
        "decimalEnclosedParen" => value is >= 1 and <= 20 ? ((char)('⑴' + value - 1)).ToString() : $"({Plain(value)})",
        "lowerLetter" => Letter(value, "abcdefghijklmnopqrstuvwxyz"),
        "upperLetter" => Letter(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "lowerRoman" => Roman(value).ToLowerInvariant(),
        "upperRoman" => Roman(value),
        _ => Plain(value),
    };

    private static string Plain(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Wide(int value) => string.Concat(Plain(value).Select(c => (char)(c - '0' + '０')));

    private static string Digits(int value) => string.Concat(Plain(value).Select(c => "〇一二三四五六七八九"[c - '0']));

    private static string Letter(int value, string letters) =>
        value is < 1 or > 10_000 ? Plain(value) : string.Concat(Enumerable.Repeat(letters[(value - 1) % letters.Length], ((value - 1) / letters.Length) + 1));

    private static string Counting(int value)
    {
        if (value is < 1 or > 9_999)
        {
            return Digits(value);
        }

        var text = "";
        foreach (var (unit, mark) in new[] { (1_000, "千"), (100, "百"), (10, "十") })
        {
            var digit = value / unit % 10;
            text += digit == 0 ? "" : (digit == 1 ? "" : "〇一二三四五六七八九"[digit].ToString()) + mark;
        }

        return text + (value % 10 == 0 ? "" : "〇一二三四五六七八九"[value % 10].ToString());
    }

    private static string Roman(int value)
    {
        if (value is < 1 or > 3_999)
        {
            return Plain(value);
        }

        var text = "";
        foreach (var (amount, mark) in new[]
        {
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        })
        {
            for (; value >= amount; value -= amount)
            {
                text += mark;
            }
        }

        return text;
    }
}
