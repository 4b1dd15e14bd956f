namespace Yakuba.Evidence;

/// <summary>Tells the stance from the function words that follow a predicate.</summary>
internal static class StanceWords
{
    // Negative in form only.
    private static readonly string[] apparent =
        ["にもかかわらず", "にかかわらず", "かかわらず", "だけでなく", "だけではなく", "のみならず", "を問わず", "かもしれない", "かもしれません", "ではないか", "に過ぎない", "にほかならない", "限らず", "ないかどうか", "間もなく", "やむを得ず", "ないよう配慮", "問題ありません", "差し支えありません", "構いません", "構わない", "かまいません", "かまわない", "差し支えない", "さしつかえない", "問題ない", "不要の", "必要な", "必要と思", "可能な限り", "可能な", "必要に応じ", "必要の", "必要書類", "必要事項"];

    private static readonly string[] notRequired =
        ["必要はない", "必要はあり", "必要はござ", "必要ない", "必要ありま", "必要がない", "必要がありま", "必要もない", "必要もありま", "要しない", "要しま", "不要", "なくても", "なくてもよ", "なくてよ", "なくて構", "任意", "には及ば", "いりません", "いらない", "要りません", "要らない", "必要とされない", "必要としない", "必要としま"];

    private static readonly string[] forbidden =
        ["てはなら", "ではなら", "てはいけ", "ではいけ", "できませ", "できない", "できな", "できず", "できかね", "出来ませ", "出来ない", "不可", "禁止", "禁じ", "お断り", "ご遠慮", "ないでくだ", "ないで下さ", "認められません", "認められない", "認めない", "認めません", "わけにはい", "られません", "られない", "れません", "えません", "けません", "いけない"];

    private static readonly string[] required =
        ["なければなり", "なければなら", "なければいけ", "なくてはなり", "なくてはなら", "なくてはいけ", "ねばなら", "ないといけ", "必要", "必須", "要する", "要します", "を要し", "義務", "べき", "てくだ", "て下さ", "ください", "下さい", "お願い", "願います", "こととする", "ものとする", "こととします", "ものとします"];

    private static readonly string[] permitted =
        ["できる", "できます", "できた", "できて", "でき、", "出来る", "出来ます", "可能", "てもよ", "ても良", "てもい", "ても構", "てもかま", "ても差し支え", "可と", "可です", "可。", "可)"];

    private static readonly string[] negated =
        ["ませ", "ない", "なか", "なし", "無し", "なく", "対象外", "を除", "は除", "除き", "除く", "以外", "せず", "ずに", "外です", "外と", "外に", "外。", "外で", "なければ", "ねば", "ぬ", "及ばず", "行わず", "含まず"];

    /// <summary>Stance of a predicate from what follows it up to the next content word.</summary>
    /// <param name="tail">Function words in normal form, without adverbs.</param>
    internal static Stance Of(string tail)
    {
        if (tail.Length == 0)
        {
            return Stance.Affirmed;
        }

        foreach (var form in apparent)
        {
            tail = tail.Replace(form, "", StringComparison.Ordinal);
        }

        return IsNot(tail, notRequired) ? Stance.NotRequired
            : IsNot(tail, forbidden) ? Stance.Forbidden
            : IsNot(tail, required) ? Stance.Required
            : IsNegated(tail) ? Stance.Negated
            : IsNot(tail, permitted) ? Stance.Permitted
            : Stance.Affirmed;
    }

    private static bool IsNot(string tail, string[] words)
    {
        foreach (var word in words)
        {
            if (tail.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // ませ alone may be polite hope (いらっしゃいませ); ません is negative.
    private static bool IsNegated(string tail)
    {
        foreach (var word in negated)
        {
            var at = tail.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && (word != "ませ" || (at + 2 < tail.Length && tail[at + 2] == 'ん')))
            {
                return true;
            }
        }

        return false;
    }
}
