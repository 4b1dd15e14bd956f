using System.Globalization;
using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Numbers as provisions write them: 第十二条の二, 第１２条の２, 12_2.</summary>
internal static partial class ProvisionNumber
{
    /// <summary>Value of kanji, full-width or ASCII digits; null for anything else or above 999,999.</summary>
    internal static int? Parse(string digits)
    {
        int total = 0, section = 0, digit = 0;
        foreach (var c in digits)
        {
            if (total > 9_999 || section > 999_999 || digit > 999_999)
            {
                return null;
            }

            switch (c)
            {
                case >= '0' and <= '9': digit = (digit * 10) + (c - '0'); break;
                case >= '０' and <= '９': digit = (digit * 10) + (c - '０'); break;
                case '〇': digit *= 10; break;
                case '十': section += Math.Max(1, digit) * 10; digit = 0; break;
                case '百': section += Math.Max(1, digit) * 100; digit = 0; break;
                case '千': section += Math.Max(1, digit) * 1_000; digit = 0; break;
                default:
                    var value = "一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) + 1;
                    if (value == 0)
                    {
                        return null;
                    }

                    digit = (digit * 10) + value;
                    break;
            }
        }

        total = section + digit;
        return digits.Length > 0 ? total : null;
    }

    /// <summary>Normal form of a label with branches: "第十二条の二" → "第12条の2". Null when it is none.</summary>
    internal static string? Normal(string label)
    {
        var match = Label().Match(label);
        if (!match.Success || Parse(match.Groups["n"].Value) is not { } number)
        {
            return null;
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"第{number}{match.Groups["unit"].Value}");
        foreach (Capture branch in match.Groups["branch"].Captures)
        {
            if (Parse(branch.Value) is not { } part)
            {
                return null;
            }

            text += string.Create(CultureInfo.InvariantCulture, $"の{part}");
        }

        return text;
    }

    /// <summary>Numbers of a normal form in order, for comparison: "第12条の2" → 12, 2.</summary>
    internal static int[] Key(string normal) =>
        [.. Digits().Matches(normal).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture))];

    /// <summary>Whether one key comes after another.</summary>
    internal static bool IsAfter(int[] key, int[] previous) =>
        ((ReadOnlySpan<int>)key).SequenceCompareTo(previous) > 0;

    [GeneratedRegex(@"^第(?<n>[〇一二三四五六七八九十百千0-9０-９]{1,9})(?<unit>条|項|号|編|章|節|款|目)(?:[のノ](?<branch>[〇一二三四五六七八九十百0-9０-９]{1,6}))*$")]
    private static partial Regex Label();

    [GeneratedRegex(@"[0-9]{1,9}")]
    private static partial Regex Digits();
}
