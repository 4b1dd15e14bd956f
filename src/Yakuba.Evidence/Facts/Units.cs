namespace Yakuba.Evidence;

/// <summary>A unit or counter as written, and what it stands for.</summary>
internal sealed record UnitWord(string Written, string Name, FactKind Kind, decimal Factor);

/// <summary>Units and counters of municipal prose. The longest spelling that fits wins.</summary>
internal static class Units
{
    private static readonly string[] idioms =
        ["一部", "一時", "一度", "一番", "一種", "一口", "一方", "一点", "一期", "一級", "一位", "一組", "一本", "一段", "一部分", "十分", "一人一人", "万が一", "一通", "一体", "一つ", "一人親", "三つ子"];

    // Written in normal form (NFKC, lower case).
    private static readonly UnitWord[] words =
    [
        .. Same(FactKind.Amount, "円", "円"), new("千円", "円", FactKind.Amount, 1_000), new("万円", "円", FactKind.Amount, 10_000), new("億円", "円", FactKind.Amount, 100_000_000),
        .. Same(FactKind.Unit, "%", "%", "パーセント", "ぱーせんと"), new("割", "%", FactKind.Unit, 10),
        .. Same(FactKind.Period, "年", "年", "年間", "か年", "ヶ年", "カ年", "箇年"), .. Same(FactKind.Period, "か月", "か月", "ヶ月", "カ月", "ヵ月", "ケ月", "箇月", "ヶ月間", "か月間", "カ月間", "箇月間", "月", "月間"),
        .. Same(FactKind.Period, "週", "週間", "週"), .. Same(FactKind.Period, "日", "日", "日間"), .. Same(FactKind.Period, "営業日", "営業日", "開庁日", "開館日"), .. Same(FactKind.Period, "時間", "時間"), .. Same(FactKind.Period, "分", "分", "分間"), .. Same(FactKind.Period, "秒", "秒", "秒間"),
        .. Same(FactKind.Unit, "kg", "kg", "キログラム", "キロ"), .. Same(FactKind.Unit, "g", "g", "グラム"), .. Same(FactKind.Unit, "t", "t", "トン"), .. Same(FactKind.Unit, "l", "l", "リットル", "リッター"),
        .. Same(FactKind.Unit, "ml", "ml", "ミリリットル", "cc"), .. Same(FactKind.Unit, "cm", "cm", "センチメートル", "センチ"), .. Same(FactKind.Unit, "mm", "mm", "ミリメートル", "ミリ"),
        .. Same(FactKind.Unit, "m", "m", "メートル"), .. Same(FactKind.Unit, "km", "km", "キロメートル"), .. Same(FactKind.Unit, "m2", "m2", "平方メートル", "平米"), .. Same(FactKind.Unit, "m3", "m3", "立方メートル", "立米"),
        .. Same(FactKind.Unit, "ha", "ha", "ヘクタール"), .. Same(FactKind.Unit, "kw", "kw", "キロワット"), .. Same(FactKind.Unit, "kwh", "kwh", "キロワット時"), .. Same(FactKind.Unit, "db", "db", "デシベル"),
        .. Same(FactKind.Unit, "度", "度", "℃", "°c"), .. Same(FactKind.Unit, "歳", "歳", "才"), .. Same(FactKind.Unit, "人", "人", "名", "名様"), .. Same(FactKind.Unit, "個", "個", "コ", "つ", "ケ"),
        .. Same(FactKind.Unit, "箇所", "箇所", "か所", "ヶ所", "カ所", "ヵ所", "ケ所"), .. Same(FactKind.Unit, "匹", "匹", "頭"), .. Same(FactKind.Unit, "年度", "年度"), .. Same(FactKind.Unit, "年生", "年生"), .. Same(FactKind.Unit, "番地", "番地", "番"),
        .. Counters("枚", "本", "件", "回", "部", "通", "台", "冊", "世帯", "戸", "棟", "室", "階", "号", "倍", "点", "位", "級", "期", "親等", "種類", "種", "地区", "ページ", "袋", "箱", "束", "杯", "食", "泊", "口", "区画", "票", "議席", "組", "段", "両", "列", "行", "品", "曲", "校", "団体", "事業所", "店舗", "社", "丁目", "子", "次", "号棟", "号室", "羽", "着", "足", "脚", "隻", "基", "面", "試合", "講座", "科目", "単位", "等級", "等", "胎", "セット", "パック", "ポイント", "コース", "クラス", "チーム", "グループ", "便", "路線", "駅", "ターム", "学級", "学期", "学年", "圏", "段階", "区分", "方", "親子", "家族", "世代", "床", "席", "名分", "人分", "回分", "年分", "日分", "か月分", "枚分", "項目", "事項", "要件", "条件"),
    ];

    private static readonly Dictionary<char, UnitWord[]> byFirst = words
        .GroupBy(word => word.Written[0])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(word => word.Written.Length).ToArray());

    /// <summary>The unit that starts at <paramref name="at"/>, or null.</summary>
    internal static UnitWord? At(FactScan scan, int at)
    {
        if (at >= scan.Text.Length || !byFirst.TryGetValue(scan.Text[at], out var candidates))
        {
            return null;
        }

        foreach (var word in candidates)
        {
            if (scan.Has(at, word.Written) && !RunsOn(scan, at + word.Written.Length, word))
            {
                return word;
            }
        }

        return null;
    }

    /// <summary>Words such as 一部 and 十分 that look like a count and are none.</summary>
    internal static bool IsIdiom(ReadOnlySpan<char> written)
    {
        foreach (var idiom in idioms)
        {
            if (written.SequenceEqual(idiom))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes 前, 後, 目 and the like, which change what the count means.</summary>
    internal static int SkipTail(FactScan scan, UnitWord unit, int at, out string tail)
    {
        tail = "";
        if (scan.Has(at, "前後") || scan.Has(at, "後半"))
        {
            return at;
        }

        foreach (var word in (ReadOnlySpan<string>)["前", "後", "目", "ごと", "おき", "引き", "引", "増", "減"])
        {
            if (scan.Has(at, word))
            {
                tail = word == "引" ? "引き" : word;
                return at + word.Length;
            }
        }

        return at;
    }

    // Latin units must end there: 5m is metres, 5may is not.
    private static bool RunsOn(FactScan scan, int at, UnitWord word) =>
        char.IsAsciiLetter(word.Written[^1]) && at < scan.Text.Length && char.IsAsciiLetter(scan.Text[at]);

    private static IEnumerable<UnitWord> Same(FactKind kind, string name, params string[] written) =>
        written.Select(spelling => new UnitWord(spelling, name, kind, 1));

    private static IEnumerable<UnitWord> Counters(params string[] written) =>
        written.Select(spelling => new UnitWord(spelling, spelling, FactKind.Unit, 1));
}
