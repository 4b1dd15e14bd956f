using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

/// <summary>How the number in front of a 項, a 号 or a division of one is written.</summary>
internal enum MarkFamily
{
    /// <summary>２.</summary>
    Digits,

    /// <summary>○２: what the e-Gov site writes before a 項 without a number.</summary>
    Ring,

    /// <summary>②.</summary>
    Circled,

    /// <summary>一.</summary>
    Kanji,

    /// <summary>(1), （１）, ⑴.</summary>
    Bracketed,

    /// <summary>イ, ロ, ハ.</summary>
    Iroha,

    /// <summary>ア, イ, ウ.</summary>
    Aiueo,

    /// <summary>(イ), (ロ).</summary>
    BracketedIroha,

    /// <summary>(ア), (イ).</summary>
    BracketedAiueo,

    /// <summary>(一), (二).</summary>
    BracketedKanji,

    /// <summary>a, b.</summary>
    Letter,

    /// <summary>(a), (b).</summary>
    BracketedLetter,

    /// <summary>i, ii, (i), ⅰ.</summary>
    Roman,

    /// <summary>第一, 第1.</summary>
    Ordinal,
}

/// <summary>One way to read a mark: イ is the first of イロハ and the second of アイウ.</summary>
internal readonly record struct MarkReading(MarkFamily Family, ProvisionNumber Number);

/// <summary>The number in front of a line.</summary>
/// <param name="Label">As written.</param>
/// <param name="Rest">What follows, without blanks at its ends.</param>
/// <param name="Readings">At least one.</param>
internal sealed partial record Mark(string Label, string Rest, MarkReading[] Readings)
{
    private const string IrohaOrder = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";
    private const string AiueoOrder = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    private const string HalfKana = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";
    private static readonly string[] Romans =
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"];

    internal static Mark? Of(string line)
    {
        var match = Shape().Match(line);
        if (!match.Success)
        {
            return null;
        }

        var first = Read(match.Groups["first"].Value);
        var readings = match.Groups["last"] is { Success: true } last
            ? [.. from f in first from l in Read(last.Value) where f.Family == l.Family select f with { Number = ProvisionNumber.Range(f.Number, l.Number) }]
            : first;
        return readings.Length == 0 ? null : new Mark(match.Groups["label"].Value, Blanks.Trim(line[match.Length..]), readings);
    }

    /// <summary>Readings of one written mark; none when it is no number.</summary>
    internal static MarkReading[] Read(string mark)
    {
        var bracketed = mark[0] is '(' or '（';
        var ring = mark[0] is '○' or '◯';
        var ordinal = mark[0] == '第';
        var inside = bracketed ? mark[1..^1] : ring || ordinal ? mark[1..] : mark;
        return inside[0] switch
        {
            _ when ordinal => Numbered(inside, MarkFamily.Ordinal),
            >= '①' and <= '⑳' => [new(MarkFamily.Circled, ProvisionNumber.Of(inside[0] - '①' + 1))],
            >= '⑴' and <= '⒇' => [new(MarkFamily.Bracketed, ProvisionNumber.Of(inside[0] - '⑴' + 1))],
            >= 'ⅰ' and <= 'ⅹ' => [new(MarkFamily.Roman, ProvisionNumber.Of(inside[0] - 'ⅰ' + 1))],
            (>= '0' and <= '9') or (>= '０' and <= '９') => Numbered(inside, bracketed ? MarkFamily.Bracketed : ring ? MarkFamily.Ring : MarkFamily.Digits),
            (>= 'a' and <= 'z') or (>= 'ａ' and <= 'ｚ') => Latin(inside, bracketed),
            (>= 'ァ' and <= 'ヺ') or (>= 'ｦ' and <= 'ﾝ') => Kana(inside, bracketed),
            _ => Numbered(inside, bracketed ? MarkFamily.BracketedKanji : MarkFamily.Kanji),
        };
    }

    private static MarkReading[] Numbered(string text, MarkFamily family) => Branched(text, text.Split('の', 'ノ')[0] is var main ? LegalNumeral.Read(main) : null, family);

    private static MarkReading[] Kana(string text, bool bracketed)
    {
        var kana = HalfKana.IndexOf(text[0], StringComparison.Ordinal) is var half and >= 0 ? AiueoOrder[half] : text[0];
        return
        [
            .. Branched(text, IrohaOrder.IndexOf(kana, StringComparison.Ordinal) + 1, bracketed ? MarkFamily.BracketedIroha : MarkFamily.Iroha),
            .. Branched(text, AiueoOrder.IndexOf(kana, StringComparison.Ordinal) + 1, bracketed ? MarkFamily.BracketedAiueo : MarkFamily.Aiueo),
        ];
    }

    private static MarkReading[] Latin(string text, bool bracketed)
    {
        var plain = string.Concat(text.Select(c => c >= 'ａ' ? (char)(c - 'ａ' + 'a') : c));
        var roman = Array.IndexOf(Romans, plain) + 1;
        return
        [
            .. roman > 0 ? Branched("", roman, MarkFamily.Roman) : [],
            .. plain.Length == 1 ? Branched("", plain[0] - 'a' + 1, bracketed ? MarkFamily.BracketedLetter : MarkFamily.Letter) : [],
        ];
    }

    /// <summary>The main number with the branches written behind the first の; nothing when one of them is no number.</summary>
    private static MarkReading[] Branched(string text, int? main, MarkFamily family)
    {
        var parts = new List<int>();
        foreach (var branch in text.Split('の', 'ノ')[1..])
        {
            if (LegalNumeral.Read(branch) is not { } number)
            {
                return [];
            }

            parts.Add(number);
        }

        return main is { } value and > 0 ? [new(family, ProvisionNumber.Of([value, .. parts]))] : [];
    }

    private const string Kan = "[〇一二三四五六七八九十百千]{1,7}";
    private const string Dig = "[0-9０-９]{1,4}";
    private const string Branch = "(?:[のノ](?:" + Kan + "|" + Dig + ")){0,4}";
    private const string KanaMark = "(?:[ア-ンヰヱｱ-ﾝ]" + Branch + ")";
    private const string Open = "(?:第?" + Kan + Branch + "|[○◯第]?" + Dig + Branch + "|" + KanaMark + "|[a-zａ-ｚ]{1,5}|[ⅰ-ⅹ])";
    private const string Closed = "(?:[（(](?:" + Kan + Branch + "|" + Dig + Branch + "|" + KanaMark + "|[a-zａ-ｚ]{1,5}|[ⅰ-ⅹ])[）)]|[①-⑳⑴-⒇]|[○◯]" + Dig + ")";
    private const string Joint = "(?:から|及び|および|ないし|乃至|、|・|～|〜)";

    /// <summary>A mark, or two with all between them (三から五まで); blanks must follow unless brackets or a ring set it off.</summary>
    [GeneratedRegex(@"^(?<label>(?<first>" + Closed + ")" + Joint + "(?<last>" + Closed + @")(?:まで)?(?=[\s　]|$|削除)|(?<first>" + Open + ")" + Joint + "(?<last>" + Open + @")(?:まで)?(?=[\s　]|$)|(?<first>" + Open + @")(?=[\s　]|$)|(?<first>" + Closed + "))")]
    private static partial Regex Shape();
}
