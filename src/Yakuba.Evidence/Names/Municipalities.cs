using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>Municipalities and prefectures: 若葉市, 若葉市民, 東京都. Words such as 本市 and 他市 name none.</summary>
internal static class Municipalities
{
    private static readonly HashSet<string> suffixes = ["市", "町", "村", "区", "県", "都", "府", "市民", "町民", "村民", "区民", "県民", "都民", "府民", "市立", "町立", "村立", "区立", "県立", "市役所", "町役場", "村役場", "区役所", "県庁"];

    private static readonly HashSet<string> general =
        ["本", "当", "同", "他", "各", "全", "近隣", "周辺", "隣接", "隣", "政令", "政令指定", "指定", "中核", "特例", "特別", "姉妹", "友好", "関係", "他の", "旧", "朝", "青空", "見本", "植木", "蚤", "フリー", "住所地", "転入先", "転出先", "居住", "転出", "転入", "前住所", "新", "元", "現", "両", "自", "母", "国際", "大", "小", "選挙", "校", "学", "地", "通学", "行政", "産業", "田園", "都", "首", "城下", "下", "裏", "港", "漁", "農", "山", "温泉", "門前", "商店", "横", "番", "何", "どの", "東西", "南北", "一", "二", "三"];

    /// <summary>Reads a municipality at the start of a run of nouns.</summary>
    /// <returns>Index of the first token after it; <paramref name="first"/> where there is none.</returns>
    internal static int Read(TextReading reading, int first, int last, List<NamedThing> names, out string municipality)
    {
        municipality = "";
        var tokens = reading.Tokens;
        for (var i = first; i <= last; i++)
        {
            var whole = tokens[i];
            var alone = i == first && whole.Length >= 3 && Words.IsProper(whole) && whole.PartOfSpeech.Contains("地域", StringComparison.Ordinal) && whole.Surface[^1] is '市' or '町' or '村' or '区' or '県' or '都' or '府' or '道';
            if (!alone && (i == first || !suffixes.Contains(whole.Surface)))
            {
                continue;
            }

            var start = tokens[first].Start;
            var nameEnd = alone ? whole.Start + whole.Length : whole.Start + 1;
            var text = reading.Value[start..nameEnd];
            if (!alone && IsGeneral(text[..^1]))
            {
                return first;
            }

            municipality = NameFold.Of(text);
            names.Add(new NamedThing(NameKind.Municipality, text, text[..^1], text[^1..], start, text.Length) { Elements = [NameFold.Of(text[..^1])], Municipality = municipality });
            return whole.Surface.EndsWith('市') || alone || whole.Length == 1 || whole.Surface[^1] is '民' or '立' or '所' or '場' or '庁' ? Math.Min(i + 1, last + 1) : first;
        }

        return first;
    }

    private static bool IsGeneral(string name) => general.Contains(name) || name.Length == 0 || name.Length > 8 || name.EndsWith('の') || name.Contains('・') || char.IsAsciiDigit(name[0]);
}
