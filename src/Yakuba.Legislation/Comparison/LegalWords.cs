using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

/// <summary>Cuts the text of a provision where a drafter would end a quoted phrase: words keep their endings, numbers their units, references their whole label.</summary>
/// <remarks>Without a dictionary, so that the same two texts give the same amendment on every machine.</remarks>
internal static partial class LegalWords
{
    /// <summary>The words in order. Joined they are the text again.</summary>
    internal static IReadOnlyList<string> Cut(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var length = LengthAt(text, at);
            words.Add(text.Substring(at, length));
            at += length;
        }

        return words;
    }

    /// <summary>Whether a word says something by itself: no mark and no particle.</summary>
    internal static bool HasContent(string word)
    {
        foreach (var c in word)
        {
            if (char.IsLetterOrDigit(c) && c is not (>= 'ぁ' and <= 'ん'))
            {
                return true;
            }
        }

        return word.Length > 3;
    }

    private static int LengthAt(string text, int at)
    {
        if (Whole().Match(text, at) is { Success: true, Length: > 0 } whole)
        {
            return whole.Length;
        }

        if (IsKanji(text[at]))
        {
            var end = at + 1;
            while (end < text.Length && IsKanji(text[end]) && !Whole().Match(text, end).Success)
            {
                end++;
            }

            return end - at + EndingLength(text, end);
        }

        return Run().Match(text, at) is { Success: true, Length: > 0 } run ? run.Length
            : char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
    }

    /// <summary>Hiragana that belong to the verb before them, up to the next particle or formal noun.</summary>
    private static int EndingLength(string text, int at)
    {
        if (Particle().Match(text, at).Success)
        {
            return 0;
        }

        var end = at;
        while (end < text.Length && text[end] is >= 'ぁ' and <= 'ん' && (end == at || !AfterEnding().Match(text, end).Success))
        {
            end++;
        }

        return end - at;
    }

    private static bool IsKanji(char c) => c is (>= '\u4e00' and <= '\u9fff') or (>= '\u3400' and <= '\u4dbf') or (>= '\uf900' and <= '\ufaff') or '々' or '〆' or 'ヶ';

    private const string N = "[〇一二三四五六七八九十百千0-9０-９]+";

    /// <summary>What is never cut: references, numbers with units, eras, conjunctions.</summary>
    [GeneratedRegex(@"\G(?:第" + N + "(?:条|項|号|編|章|節|款|目|表|種|類|級|期|回)(?:の" + N + @"(?![条項号人日月年円]))*|(?:別表|様式)第" + N + "号?|(?:明治|大正|昭和|平成|令和)(?:元|" + N + @")年(?:度|" + N + "月(?:" + N + @"日)?)?|(?:[0-9０-９][0-9０-９,，.．]*|[〇一二三四五六七八九十百千万]+)(?:パーセント|キログラム|トン|メートル|平方メートル|立方メートル|リットル|箇月|か月|ヶ月|週間|時間|日間|年間|年度|万円|千円|億円|円|人|日|月|年|歳|時|分|％|%|回|件|台|個|割|倍)|[0-9０-９][0-9０-９,，.．]*|又は|若しくは|及び|並びに|ただし、|この場合において、|しなければならない|することができる|してはならない|ものとする)")]
    private static partial Regex Whole();

    /// <summary>Kana, letters and marks of one sort.</summary>
    [GeneratedRegex(@"\G(?:[ァ-ヺー・ｦ-ﾟ]+|[A-Za-zＡ-Ｚａ-ｚ]+|ところにより|における|において|に関する|に関し|による|により|について|に係る|に対し|に基づ[きく]|とする|である|された|される|した|する|から|まで|より|には|では|とは|への|との|ところ|こと|もの|とき|ため|ほか|[はがをにのとでもへや]|[ぁ-ん]+?(?=[^ぁ-ん]|ところ|こと|もの|とき|ため|$)|\s+)")]
    private static partial Regex Run();

    [GeneratedRegex(@"\G(?:から|まで|より|には|では|とは|への|との|に|は|が|を|の|と|で|も|へ|や|した|する|され|して|し[、，]|しな|せ[ずね]|ところ|こと|もの|とき|ため|ほか)")]
    private static partial Regex Particle();

    [GeneratedRegex(@"\G(?:ところ|こと|もの|とき|ため|ほか|を|については|により|場合)")]
    private static partial Regex AfterEnding();
}
