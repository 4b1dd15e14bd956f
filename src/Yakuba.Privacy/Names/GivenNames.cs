using Yakuba.Text;

namespace Yakuba.Privacy;

/// <summary>Reads the given names that may follow a family name: those of the dictionary, and short runs of one script that look like one (陽葵, そら).</summary>
internal sealed class GivenNames(PersonalText text)
{
    private const string GivenName = "名詞,固有名詞,人名,名";
    private const int LongestKanji = 3;
    private const int LongestKana = 5;

    private readonly List<DictionaryWord> _words = [];

    /// <summary>Ways to go on after a family name, the likeliest first; the last is none.</summary>
    internal IEnumerable<GivenName> After(int family)
    {
        var isSpaced = text.At(family) == ' ' && family + 1 < text.Value.Length;
        var start = isSpaced ? family + 1 : family;
        text.Lexicon.WordsAt(text.Value, start, _words);
        var known = _words.Where(w => w.PartOfSpeech == GivenName).Select(w => start + w.Length).Distinct().OrderDescending().ToArray();
        foreach (var end in known)
        {
            if (IsEnd(end))
            {
                yield return new GivenName(start, end, true, false, isSpaced);
            }
        }

        var plausible = PlausibleEnd(start);
        if (plausible > start && !known.Contains(plausible) && IsEnd(plausible))
        {
            var isWord = IsPlainNoun(start, plausible);
            if (!isWord || isSpaced || Letters.IsKana(text.Value[start]))
            {
                yield return new GivenName(start, plausible, false, isWord, isSpaced);
            }
        }

        yield return new GivenName(family, family, false, false, false);
    }

    /// <summary>True if a name may end here: the script changes, or a word begins that may follow a name.</summary>
    internal bool IsEnd(int end)
    {
        if (end >= text.Value.Length)
        {
            return true;
        }

        var (last, next) = (text.Value[end - 1], text.Value[end]);
        if (Letters.IsKanji(next))
        {
            return text.After(end, 4).StartLength(NameWords.AfterName) > 0;
        }

        return Letters.IsKatakana(next) ? !Letters.IsKatakana(last)
            : !Letters.IsHiragana(next) || !Letters.IsHiragana(last) || text.TokenAt(end) >= 0 || text.After(end, 4).StartLength(NameWords.Honorifics) > 0;
    }

    private int PlausibleEnd(int start)
    {
        var first = text.At(start);
        if (Letters.IsKanji(first))
        {
            var end = start;
            while (end < text.Value.Length && end - start < LongestKanji && Letters.IsKanji(text.Value[end]) && !(end > start && text.After(end, 4).StartLength(NameWords.AfterName) > 0))
            {
                end++;
            }

            // 美咲子 and むつ美 mix, but rarely; one kana after kanji belongs to names such as 沙也加 only as kanji.
            return end;
        }

        return Letters.IsKana(first) ? KanaEnd(start, Letters.IsHiragana(first)) : start;
    }

    private int KanaEnd(int start, bool isHiragana)
    {
        var end = start;
        while (end < text.Value.Length && end - start < LongestKana && (isHiragana ? Letters.IsHiragana(text.Value[end]) : Letters.IsKatakana(text.Value[end])))
        {
            var token = text.TokenAt(end);
            if (token >= 0 && (text.Tokens[token].PartOfSpeech is var part && (part.StartsWith('助') || part == "名詞,接尾,人名,*") || text.After(end, 4).StartLength(NameWords.Honorifics) > 0))
            {
                break;
            }

            end++;
        }

        return end - start >= 2 ? end : start;
    }

    /// <summary>True for a single word of two letters and more that is no given name: 課長, 地区, 長野.</summary>
    private bool IsPlainNoun(int start, int end)
    {
        var token = text.TokenAt(start);
        return token >= 0 && text.Tokens[token] is var word && word.Length == end - start && word.Length >= 2 && word.IsKnown
            && word.PartOfSpeech != GivenName && word.PartOfSpeech is not ("名詞,固有名詞,人名,一般" or "名詞,固有名詞,一般,*");
    }
}
