using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

/// <summary>Writes the label of a number as its neighbours write theirs: 第十三条 beside 第十二条, (3) beside (2), ハ beside ロ.</summary>
internal static partial class LabelStyle
{
    internal const string Iroha = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";
    internal const string Gojuon = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";

    /// <summary>The label of another number in the manner of a sample; null where the manner is not known.</summary>
    /// <param name="sample">A label of the same kind, not empty.</param>
    /// <param name="number">The number to write; no range.</param>
    /// <param name="own">The number of the sample, where it is known: イ is the first of イロハ and the second of アイウ.</param>
    internal static string? Like(string sample, ProvisionNumber number, ProvisionNumber own = default)
    {
        if (number.IsNone || number.IsRange)
        {
            return null;
        }

        if (Numbered().Match(sample) is { Success: true } match)
        {
            var digits = match.Groups["n"].Value;
            var branch = match.Groups["branch"].Success ? match.Groups["branch"].Captures[0].Value : digits;
            return match.Groups["head"].Value + LegalNumeral.Write(number.Main, digits) + match.Groups["unit"].Value
                + string.Concat(number.Parts.Skip(1).Select(p => "の" + LegalNumeral.Write(p, branch))) + match.Groups["tail"].Value;
        }

        if (Enclosed(sample, number) is { } enclosed)
        {
            return enclosed;
        }

        if (number.Parts.Length == 1 && Kana().Match(sample) is { Success: true } kana)
        {
            var letter = kana.Groups["kana"].Value[0];
            var order = own.Main > 0 && own.Main <= Gojuon.Length && Gojuon[own.Main - 1] == letter ? Gojuon : Order(letter);
            var half = letter is >= 'ｱ' and <= 'ﾝ';
            return number.Main <= order.Length && number.Main > 0 && !half ? kana.Groups["head"].Value + order[number.Main - 1] + kana.Groups["tail"].Value : null;
        }

        return null;
    }

    /// <summary>A label of a 項 to go by where an enactment has none yet: a single digit is written full-width, as official texts do.</summary>
    internal const string Paragraph = "２";

    /// <summary>イロハ order unless the letter comes early in アイウ only.</summary>
    private static string Order(char letter) => Iroha.IndexOf(letter, StringComparison.Ordinal) < Gojuon.IndexOf(letter, StringComparison.Ordinal) ? Iroha : Gojuon;

    /// <summary>⑴ and ② are one character each.</summary>
    private static string? Enclosed(string sample, ProvisionNumber number)
    {
        foreach (var first in (char[])['①', '⑴'])
        {
            if (sample.Length == 1 && sample[0] >= first && sample[0] < first + 20 && number.Parts.Length == 1 && number.Main is > 0 and <= 20)
            {
                return ((char)(first + number.Main - 1)).ToString();
            }
        }

        return null;
    }

    private const string N = "[〇一二三四五六七八九十百千0-9０-９]+";

    [GeneratedRegex("^(?<head>第|[○◯]|[（(]|別表第|様式第|別記様式第|)(?<n>" + N + ")(?<unit>号様式|条|項|号|編|章|節|款|目|)(?:の(?<branch>" + N + "))*(?<tail>[）)]|)$")]
    private static partial Regex Numbered();

    [GeneratedRegex("^(?<head>[（(]|)(?<kana>[ア-ンｱ-ﾝ])(?<tail>[）)]|)$")]
    private static partial Regex Kana();
}
