namespace Yakuba.Privacy;

/// <summary>Reads the numbers of an address: 4-5-6, 1丁目2番3号, 7番地の8, 一丁目二番三号, 6条12丁目3番1号, 12-3 見本荘105号.</summary>
internal static class HouseNumbers
{
    private const int MostParts = 8;
    private const int LongestBuilding = 16;

    /// <summary>Longest first, since one begins another.</summary>
    private static readonly string[] s_joints =
        ["丁目", "丁", "番地の", "番地", "番丁", "番", "号室", "号", "地割", "条東", "条西", "条南", "条北", "条", "線", "区", "の", "ノ", "-"];

    private static readonly string[] s_buildings =
        ["荘", "ハイツ", "コーポ", "マンション", "アパート", "ビル", "団地", "ハイム", "メゾン", "レジデンス", "住宅", "寮", "棟", "ハウス", "パレス", "コート", "ヴィラ", "館", "タワー", "プラザ"];

    private static readonly string[] s_counters =
        ["年", "月", "日", "人", "名", "円", "%", "時", "分", "件", "回", "個", "世帯", "市", "町", "村", "歳", "才", "か所", "カ所", "箇所", "つ", "m", "km", "台", "本", "枚", "度", "階建", "校", "地区", "団体", "千", "万", "億"];

    /// <summary>Reads from the first numeral.</summary>
    /// <param name="text">The normal form.</param>
    /// <param name="at">Where a numeral begins.</param>
    /// <param name="isFirm">True if the form itself says that it is a house number (番地, 1-2), false for a number alone.</param>
    /// <returns>Place after the numbers and the building; <paramref name="at"/> if these are no house numbers.</returns>
    internal static int End(string text, int at, out bool isFirm)
    {
        isFirm = false;
        var end = at;
        var dashes = 0;
        var joint = "";
        for (var part = 0; part < MostParts; part++)
        {
            var start = end;
            var numeral = NumeralEnd(text, start);
            if (numeral == start)
            {
                // 1-の… : what joined is no joint.
                end = joint is "-" or "の" or "ノ" ? end - joint.Length : end;
                break;
            }

            if (numeral - start > 5 && Letters.IsDigit(text[start]))
            {
                return at;
            }

            end = numeral;
            joint = JointAt(text, end);
            if (joint.Length == 0)
            {
                break;
            }

            isFirm |= joint is not ("-" or "の" or "ノ" or "区" or "条" or "線" or "番") || (joint == "番" && NumeralEnd(text, end + 1) > end + 1);
            dashes += joint == "-" ? 1 : 0;
            end += joint.Length;
            if (joint is "号室" or "番地" && NumeralEnd(text, end) == end)
            {
                break;
            }
        }

        if (joint is "-" or "の" or "ノ" && end > at && text.AsSpan(0, end).EndsWith(joint, StringComparison.Ordinal))
        {
            end -= joint.Length;
        }

        isFirm |= dashes > 0 && end > at;
        return end == at || text.AsSpan(end).StartLength(s_counters) > 0 ? at : BuildingEnd(text, end);
    }

    /// <summary>Place after a numeral in digits or kanji; the place itself if none is there.</summary>
    internal static int NumeralEnd(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 7 && Letters.IsDigit(text[end]))
        {
            end++;
        }

        if (end > at)
        {
            return end;
        }

        while (end < text.Length && end - at < 7 && Letters.IsKanjiNumeral(text[end]))
        {
            end++;
        }

        return end;
    }

    private static string JointAt(string text, int at)
    {
        foreach (var joint in s_joints)
        {
            // の and - join only where a numeral follows: 架空町250の借家 ends at 250, 27番地の件 at 番地.
            if (text.AsSpan(at).StartsWith(joint, StringComparison.Ordinal) && (joint is not ("番地の" or "の" or "ノ" or "-" or "区") || NumeralEnd(text, at + joint.Length) > at + joint.Length))
            {
                return joint;
            }
        }

        return "";
    }

    /// <summary>A building and room after the number, if it ends in a room.</summary>
    private static int BuildingEnd(string text, int at)
    {
        var start = at < text.Length && text[at] is ' ' or '、' ? at + 1 : at;
        var name = start;
        while (name < text.Length && name - start < LongestBuilding && (Letters.IsKanji(text[name]) || Letters.IsKatakana(text[name]) || char.IsAsciiLetter(text[name]) || text[name] is '・'))
        {
            name++;
        }

        if (name == start)
        {
            return at;
        }

        var hasWord = text.AsSpan(start, name - start).LastEndOfAny(s_buildings) >= 0;
        var gap = name < text.Length && text[name] is ' ' or '-' ? name + 1 : name;
        var digits = gap;
        while (digits < text.Length && digits - gap < 5 && Letters.IsDigit(text[digits]))
        {
            digits++;
        }

        var room = text.AsSpan(digits).StartLength(["号室", "号", "室", "階", "f"]);
        return digits > gap && (hasWord || room > 0) ? digits + room : hasWord && text.AsSpan(start, name - start).EndsWithAny(s_buildings) ? name : at;
    }
}
