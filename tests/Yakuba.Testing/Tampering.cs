using System.Globalization;
using System.Text.RegularExpressions;

namespace Yakuba.Testing;

/// <summary>Makes a true sentence false in one way.</summary>
public static partial class Tampering
{
    /// <summary>Each run of digits becomes another number: 14日 → 15日, 300円 → 301円. A sentence without digits stays.</summary>
    public static string Numbers(string sentence) => Digits().Replace(sentence, m => m.Length > 9 ? m.Value : (long.Parse(m.ValueSpan, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture));

    /// <summary>The sentence says the opposite; one without a verb that can be turned stays.</summary>
    public static string Polarity(string sentence)
    {
        foreach (var (from, to) in Turns)
        {
            if (sentence.Contains(from, StringComparison.Ordinal))
            {
                return sentence.Replace(from, to, StringComparison.Ordinal);
            }
        }

        return sentence;
    }

    private static readonly (string From, string To)[] Turns =
    [
        ("できません", "できます"), ("できます", "できません"), ("必要ありません", "必要です"), ("必要です", "必要ありません"), ("かかりません", "かかります"), ("かかります", "かかりません"), ("ありません", "あります"), ("行いません", "行います"), ("行います", "行いません"),
    ];

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
