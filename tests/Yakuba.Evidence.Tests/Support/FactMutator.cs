using System.Text.RegularExpressions;

namespace Yakuba.Evidence.Tests;

/// <summary>Makes one fact of a sentence wrong, in every way that it knows. Deterministic.</summary>
internal static partial class FactMutator
{
    private const string kanji = "一二三四五六七八九";

    private static readonly (string From, string To)[] units =
    [
        ("か月", "年"), ("ヶ月", "週間"), ("週間", "か月"), ("日以内", "週間以内"), ("日前", "週間前"), ("日後", "か月後"), ("時間に", "日に"), ("歳", "か月"), ("冊", "点"), ("点", "袋"), ("円", "ポイント"), ("センチ", "メートル"), ("cm", "m"), ("㎥", "リットル"), ("％", "円"), ("1頭", "1世帯"), ("1泊", "1時間"), ("1区画", "1人"),
    ];

    private static readonly (string From, string To)[] comparators =
    [
        ("以上", "以下"), ("以上", "未満"), ("以下", "以上"), ("以内", "以上"), ("未満", "以上"), ("を超える", "未満の"), ("までに", "から"), ("までは", "からは"), ("日まで", "日以降"), ("時まで", "時以降"), ("上限", "下限"), ("から施行", "まで施行"), ("以降", "以前"), ("分から", "分まで"), ("日前", "日後"), ("は約", "は最低"),
    ];

    private static readonly (string From, string To)[] negations =
    [
        ("が必要です", "は不要です"), ("は不要です", "が必要です"), ("は必要ありません", "が必要です"), ("できません", "できます"), ("できます", "できません"), ("はありません", "があります"), ("なければなりません", "なくてもかまいません"), ("なければなりません", "てはなりません"), ("対象外です", "対象です"), ("の対象です", "の対象外です"), ("となりません", "となります"), ("ことができます", "ことができません"),
        ("禁止です", "自由です"), ("は禁止されています", "は認められています"), ("出してください", "出さないでください"), ("届け出てください", "届け出ないでください"), ("申請してください", "申請しないでください"), ("連絡してください", "連絡しないでください"), ("貼ってください", "貼らないでください"), ("行ってください", "行わないでください"), ("は閉庁します", "は開庁します"), ("交付しません", "交付します"), ("受け付けません", "受け付けます"), ("返還しません", "返還します"), ("支給します", "支給しません"), ("無料です", "有料です"), ("利用できます", "利用できません"), ("支給されます", "支給されません"), ("減免されます", "減免されません"), ("担当します", "担当しません"), ("借りられます", "借りられません"), ("申請しないと", "申請すると"), ("非課税", "課税"), ("広げました", "広げませんでした"), ("延長します", "延長しません"),
        ("提出しなければなりません", "提出することができます"), ("登録しなければなりません", "登録することができます"), ("返還しなければなりません", "返還することができます"), ("受けなければなりません", "受けることができます"), ("することができます", "しなければなりません"),
    ];

    private static readonly (string From, string To)[] names =
    [
        ("住民課", "福祉課"), ("環境課", "税務課"), ("上下水道課", "建設課"), ("こども課", "福祉課"), ("こども課", "こども室"), ("税務課", "住民課"), ("児童手当", "児童扶養手当"), ("移住支援金", "創業支援金"), ("移住支援金", "移住定住金"), ("石蕗公園", "桐坂公園"), ("図書館", "公民館"), ("町長", "知事"), ("受給者証", "障害者手帳"), ("転出証明書", "罹災証明書"), ("戸籍全部事項証明書", "戸籍個人事項証明書"), ("除籍謄本", "住民票の写し"),
        ("住民税", "法人税"), ("固定資産税", "軽自動車税"), ("介護", "看護"), ("生活保護", "児童扶養"), ("障害者手帳", "療育手帳"), ("粗大ごみ", "資源ごみ"), ("マイナンバーカード", "在留カード"), ("医療機関", "保健所"), ("月曜日", "火曜日"), ("木曜日", "金曜日"), ("土曜日", "水曜日"), ("狂犬病", "結核"), ("sumino", "sumono"),
    ];

    internal static IEnumerable<Mutation> Of(string claim)
    {
        foreach (Match number in Digits().Matches(claim))
        {
            var kind = KindOf(claim, number.Index, number.Index + number.Length);
            foreach (var other in Others(number.Value))
            {
                yield return new Mutation(kind, string.Concat(claim.AsSpan(0, number.Index), other, claim.AsSpan(number.Index + number.Length)));
            }
        }

        foreach (var (kind, table) in new[] { ("unit", units), ("comparator", comparators), ("negation", negations), ("name", names) })
        {
            foreach (var (from, to) in table)
            {
                var at = claim.IndexOf(from, StringComparison.Ordinal);
                if (at >= 0)
                {
                    yield return new Mutation(kind, string.Concat(claim.AsSpan(0, at), to, claim.AsSpan(at + from.Length)));
                }
            }
        }
    }

    // One more, and ten times as much.
    private static IEnumerable<string> Others(string digits)
    {
        if (kanji.IndexOf(digits[0], StringComparison.Ordinal) is >= 0 and var at)
        {
            yield return kanji[(at + 3) % kanji.Length].ToString();
            yield break;
        }

        var last = digits[^1] is '9' or '９' ? (char)(digits[^1] - 4) : (char)(digits[^1] + 1);
        yield return digits[..^1] + last;
        if (digits.Length >= 3)
        {
            var first = digits[0] is '9' or '９' ? (char)(digits[0] - 1) : (char)(digits[0] + 1);
            yield return first + digits[1..];
            yield return digits + "0";
        }
    }

    private static string KindOf(string claim, int start, int end)
    {
        var after = claim.AsSpan(end);
        return after.StartsWith("円") || after.StartsWith("万円") || after.StartsWith(",") ? "amount"
            : after.StartsWith("条") || after.StartsWith("項") || after.StartsWith("号") || (start > 0 && claim[start - 1] == 'の') ? "reference"
            : after.StartsWith("年") || after.StartsWith("月") || after.StartsWith("日です") || after.StartsWith("日か") || after.StartsWith("時") || after.StartsWith(":") ? "date"
            : "number";
    }

    [GeneratedRegex("[0-9０-９]+|[一二三四五六七八九](?=日|条)")]
    private static partial Regex Digits();
}
