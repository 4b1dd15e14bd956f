using System.Text;

namespace Yakuba.Text;

/// <summary>Which words carry content: not particles, auxiliaries, conjunctions, fillers and symbols, nor dependent words, suffixes and pronouns.</summary>
internal static class ContentWord
{
    private static readonly HashSet<string> s_emptyVerbs = ["する", "ある", "なる", "いる", "できる", "くださる", "下さる", "教える", "知る"];

    /// <summary>True for a word that is worth a term.</summary>
    /// <param name="partOfSpeech">Four levels joined by commas, as in <see cref="Token.PartOfSpeech"/>.</param>
    /// <param name="baseForm">Dictionary form.</param>
    internal static bool Is(string partOfSpeech, string baseForm)
    {
        var levels = partOfSpeech.Split(',');
        if (levels[0] is "記号" or "助詞" or "助動詞" or "接続詞" or "フィラー" || levels[1] is "非自立" or "代名詞" or "接尾")
        {
            return false;
        }

        if (levels[0] is "動詞" or "形容詞" && levels[1] != "自立")
        {
            return false;
        }

        return !(levels[0] == "動詞" && s_emptyVerbs.Contains(baseForm)) && HasLetter(baseForm);
    }

    /// <summary>True for a numeral: 名詞,数.</summary>
    internal static bool IsNumeral(string partOfSpeech) => partOfSpeech.StartsWith("名詞,数", StringComparison.Ordinal);

    /// <summary>True for what names of things are made of.</summary>
    /// <param name="partOfSpeech">Four levels joined by commas.</param>
    internal static bool IsPartOfName(string partOfSpeech)
    {
        var levels = partOfSpeech.Split(',');
        return levels[0] == "名詞"
            ? levels[1] is not ("数" or "代名詞" or "非自立" or "副詞可能" or "特殊" or "引用文字列") && !(levels[1] == "接尾" && levels[2] is "助数詞" or "助動詞語幹")
            : partOfSpeech.StartsWith("接頭詞,名詞接続", StringComparison.Ordinal);
    }

    /// <summary>True for a character of words: a letter of any script, a digit, an underscore.</summary>
    internal static bool IsWordCharacter(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value == '_' || Rune.IsNumber(rune);

    internal static bool HasLetter(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsWordCharacter(rune))
            {
                return true;
            }
        }

        return false;
    }
}
