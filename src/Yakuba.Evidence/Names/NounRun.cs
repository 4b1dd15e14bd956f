using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>Runs of words that stand together without a particle: the stuff that names are made of.</summary>
internal static class NounRun
{
    private static readonly HashSet<string> breaks =
        ["こと", "もの", "とき", "場合", "ため", "方", "よう", "際", "何", "どこ", "誰", "いつ", "今", "本日", "今日", "明日", "昨日", "現在", "今年", "来年", "昨年", "去年", "以上", "以下", "以内", "未満", "以外", "以降", "以前", "はず", "つもり", "わけ", "それ", "これ", "あれ", "私", "自分", "うち", "皆さん", "教え", "場合", "(", ")", "[", "]", "/", ":", ";", ",", ".", "~", "=", "*", "#", "<", ">", "&", "+", "|", "\"", "'", "?", "!", "_", "^", "`", "{", "}", "\\"];

    // Verbs that say what one may do with a thing, and are no part of its name.
    private static readonly HashSet<string> modifiers =
        ["もらえる", "つかえる", "うけられる", "かりられる", "いただける", "はたらく", "あつまる", "おこなう", "いただく", "まなべる", "あそべる", "とまれる", "つくれる", "くださる", "あずける", "あずけられる", "はいれる", "えらべる", "たすかる", "かかわる", "まつわる", "よろこぶ", "さがせる", "くらせる", "すごせる", "たのしめる", "みつかる", "みつける", "しらべる", "たべられる", "すてられる", "いける"];

    /// <summary>True when the second word continues the run that the first one is in.</summary>
    internal static bool Joins(IReadOnlyList<Token> tokens, int first, int second) =>
        IsPart(tokens[first]) && IsPart(tokens[second]) && tokens[first].Start + tokens[first].Length == tokens[second].Start
        && !(Words.IsNumber(tokens[second]) && !Words.IsNumber(tokens[first]) && tokens[first].Surface != "第" && !Words.IsProper(tokens[first]) && IsUnitNext(tokens, second));

    /// <summary>True for nouns, noun prefixes, verb stems inside compounds (見守り), doubled adverbs (いきいき) and the signs that join names.</summary>
    internal static bool IsPart(in Token token)
    {
        var part = token.PartOfSpeech;
        if (breaks.Contains(token.Surface))
        {
            return false;
        }

        if (part.StartsWith("名詞", StringComparison.Ordinal))
        {
            return token.Surface == "がい" || (!part.StartsWith("名詞,代名詞", StringComparison.Ordinal) && !part.StartsWith("名詞,非自立", StringComparison.Ordinal) && HasLetterOrJoin(token.Surface));
        }

        return part.StartsWith("接頭詞,名詞接続", StringComparison.Ordinal) || part.StartsWith("接頭詞,数接続", StringComparison.Ordinal)
            || token.Surface is "・" or "ー" or "ノ" or "ヶ" or "ケ" or "ッ" or "がい" or "ひとり"
            || (part.StartsWith("動詞", StringComparison.Ordinal) && IsKanji(token.Surface))
            || (part.StartsWith("動詞,自立", StringComparison.Ordinal) && token.Length >= 2 && IsStem(token))
            || (part.StartsWith("副詞", StringComparison.Ordinal) && token.Length == 4 && token.Surface[0] == token.Surface[2] && token.Surface[1] == token.Surface[3])
            || !token.IsKnown;
    }

    // 連用形 of a godan verb or of an ichidan verb that ends in り-like kana: 見守り, 助け合い, 困り.
    private static bool IsStem(in Token token) =>
        token.Surface != token.BaseForm && token.Surface[^1] is 'り' or 'い' or 'き' or 'み' or 'ち' or 'び' or 'ぎ' or 'に' or 'え' or 'け' or 'せ' or 'て' or 'め' or 'れ'
        && token.Surface is not ("つい" or "より" or "おり" or "あり" or "なり" or "とり" or "おき" or "いい" or "用い" or "つき" or "使い" or "もらい" or "知り" or "行き" or "受け" or "聞き" or "買い");

    // 霧見, 障がい: the dictionary takes a character of the name for a verb stem.
    private static bool IsKanji(string surface)
    {
        foreach (var c in surface)
        {
            if (c is < '一' or > '鿿')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Index of the first word of a name that begins before the run, with a word the dictionary misreads: つちかえる補助金, ほたる保育所.</summary>
    internal static int Widen(IReadOnlyList<Token> tokens, int first)
    {
        if (first == 0 || tokens[first - 1].Start + tokens[first - 1].Length != tokens[first].Start)
        {
            return first;
        }

        var before = tokens[first - 1];
        if (before.PartOfSpeech.StartsWith("助動詞", StringComparison.Ordinal) && before.Surface is "る" or "り" && first >= 2 && IsPart(tokens[first - 2]) && IsHiragana(tokens[first - 2].Surface))
        {
            return first - 2;
        }

        var isName = before.PartOfSpeech.StartsWith("動詞,自立", StringComparison.Ordinal) && before.Length >= 4 && IsHiragana(before.Surface) && before.Surface == before.BaseForm && !modifiers.Contains(before.Surface);
        return isName && (first == 1 || !tokens[first - 2].PartOfSpeech.StartsWith("助詞,格助詞", StringComparison.Ordinal)) ? first - 1 : first;
    }

    private static bool IsHiragana(string surface)
    {
        foreach (var c in surface)
        {
            if (c is < 'ぁ' or > 'ゖ')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUnitNext(IReadOnlyList<Token> tokens, int number) =>
        number + 1 < tokens.Count && tokens[number + 1].PartOfSpeech.StartsWith("名詞,接尾,助数詞", StringComparison.Ordinal);

    private static bool HasLetterOrJoin(string surface)
    {
        foreach (var c in surface)
        {
            if (char.IsLetterOrDigit(c) || c is '・' or 'ー' or '-' or '々' or '〇')
            {
                return true;
            }
        }

        return false;
    }
}
