namespace Yakuba.Privacy;

/// <summary>Addresses from prefecture or municipality to house number, or after the label 住所. Those of offices are not personal.</summary>
internal static class Addresses
{
    private const int LongestMunicipality = 8;

    private static readonly string[] s_labels = ["住所", "住まい", "転居先", "送付先", "居住地", "居所", "宛先", "現住地", "本籍", "所在", "address", "お届け先"];

    /// <summary>Words that touch an address without belonging to it.</summary>
    private static readonly string[] s_prefixes =
        ["現住所", "旧住所", "新住所", "前住所", "住所", "居所", "本籍地", "本籍", "転居先", "転出先", "転入先", "送付先", "宛先", "自宅", "実家", "在所", "居住地", "届出地", "氏名", "場所", "会場", "所在地"];

    internal static void Find(PersonalText text, IReadOnlyList<Finding> names, List<Finding> findings)
    {
        var value = text.Value;
        var at = 0;
        while (at < value.Length)
        {
            var end = Begins(text, at) ? Read(text, at, names, findings) : -1;
            at = end > at ? end : at + 1;
        }
    }

    /// <summary>An address begins with a prefecture, or where a run of letters begins that may name a municipality.</summary>
    private static bool Begins(PersonalText text, int at)
    {
        var letter = text.Value[at];
        if (!Letters.IsKanji(letter) && !Letters.IsKana(letter))
        {
            return false;
        }

        return Prefectures.LengthAt(text.Value, at) > 0 || IsLabelEnd(text, at) || (text.TokenAt(at) >= 0 && IsRunStart(text, at));
    }

    private static bool IsRunStart(PersonalText text, int at)
    {
        var before = text.At(at - 1);
        if (!Letters.IsKanji(before) && !Letters.IsKana(before))
        {
            return true;
        }

        // After a particle or the end of a verb a new name may begin.
        return Letters.IsHiragana(before) && Letters.IsKanji(text.Value[at]);
    }

    private static bool IsLabelEnd(PersonalText text, int at) => text.TokenAt(at) >= 0 && text.Before(at, 4).EndsWithAny(s_prefixes);

    /// <returns>Place after the address; -1 if there is none.</returns>
    private static int Read(PersonalText text, int at, IReadOnlyList<Finding> names, List<Finding> findings)
    {
        at += text.Value.AsSpan(at).StartLength(s_prefixes);
        var prefecture = Prefectures.LengthAt(text.Value, at);
        var numeral = PlaceWalk.ToNumeral(text, at, out var hasMunicipality);
        if (numeral < 0)
        {
            return -1;
        }

        var isLabelled = IsLabelled(text, at);
        var isPlaced = (prefecture > 0 && hasMunicipality) || IsMunicipality(text, at, numeral);
        var end = HouseNumbers.End(text.Value, numeral, out var isFirm);
        if (end == numeral || !(isPlaced || (isLabelled && isFirm)) || !(isFirm || ((prefecture > 0 || text.Value[numeral - 1] is '町' or '通' or '字') && EndsNumber(text, end))) || IsDate(text.Value, numeral))
        {
            return -1;
        }

        if ((isLabelled ? OfficeNames.StandBefore(text, at, names) : OfficeContext.IsOffice(text, at, names)) || OfficeNames.StandsAfter(text, end))
        {
            return end;
        }

        findings.Add(new Finding(at, end, PersonalKind.Address, prefecture > 0 || isLabelled ? Certainty.Labelled : Certainty.Checked));
        return end;
    }

    /// <summary>True if 市, 郡, 区, 町 or 村 stands within a few letters of the start and more of the name follows.</summary>
    private static bool IsMunicipality(PersonalText text, int at, int numeral)
    {
        for (var end = at + 1; end < numeral && end - at <= LongestMunicipality; end++)
        {
            if (text.Value[end] is '市' or '郡' or '区' or '町' or '村' && end + 1 < numeral && text.IsWordEdge(end + 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLabelled(PersonalText text, int at)
    {
        var before = text.Before(at, 12, acrossLines: true).TrimEnd(" :はが、=\"'｢「>(\n\t|,/");
        return before.EndsWithAny(s_labels) || before.EndsWithAny(["住所地", "住所は", "住所が"]);
    }

    /// <summary>A number alone ends an address only where the sentence goes on with a particle or ends.</summary>
    private static bool EndsNumber(PersonalText text, int end) => text.At(end) is '\0' or ' ' or '\n' or '、' or '。' or ')' or 'の' or 'に' or 'へ' or 'で' or 'か' or 'を' or ',' or '"' or '<' or '/' or '」';

    private static bool IsDate(string text, int at) =>
        at + 5 < text.Length && text[at] is '1' or '2' && Letters.IsDigit(text[at + 3]) && text[at + 4] is '-' or '年' or '/' && HouseNumbers.NumeralEnd(text, at) == at + 4
        && text.AsSpan(at + 5, Math.Min(6, text.Length - at - 5)).IndexOfAny('-', '月') >= 1;
}
