using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

/// <summary>Words that name a provision, found by their look alone.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Text">As written.</param>
/// <param name="Depth">How many （ are open where it stands.</param>
/// <param name="Least">The fewest that were open since the mention before it.</param>
/// <param name="Groups">Its parts by name: supplement, article, paragraph, item, mark, annexed, division.</param>
internal sealed partial record Mention(int Start, string Text, int Depth, int Least, GroupCollection Groups)
{
    internal int End => Start + Text.Length;

    internal string Article => Groups["article"].Value;

    internal string Paragraph => Groups["paragraph"].Value;

    internal string Item => Groups["item"].Value;

    internal string Mark => Groups["mark"].Value;

    /// <summary>Below the mark: (1) of 第三号イ(1).</summary>
    internal string Below => Groups["below"].Value;

    internal string Annexed => Groups["annexed"].Value;

    internal string Division => Groups["division"].Value;

    internal bool SaysSupplement => Groups["supplement"].Success;

    /// <summary>All mentions of a text outside 「quotations」, whose words belong to another text.</summary>
    internal static List<Mention> In(string text)
    {
        var found = new List<Mention>();
        int quotes = 0, brackets = 0, least = 0, seen = 0;
        foreach (Match match in Shape().Matches(text))
        {
            for (; seen < match.Index; seen++)
            {
                quotes = Math.Max(0, quotes + (text[seen] == '「' ? 1 : text[seen] == '」' ? -1 : 0));
                brackets = Math.Max(0, brackets + (text[seen] is '（' or '(' ? 1 : text[seen] is '）' or ')' ? -1 : 0));
                least = Math.Min(least, brackets);
            }

            if (quotes == 0 && !IsPartOfName(text, match))
            {
                found.Add(new(match.Index, match.Value, brackets, least, match.Groups));
                least = brackets;
            }
        }

        return found;
    }

    /// <summary>第六十七号 of 法律第六十七号, 第二項 of 予算第二項: a noun stands right before it.</summary>
    private static bool IsPartOfName(string text, Match match) =>
        (match.Groups["loose"].Success || match.Groups["division"].Success) && match.Index > 0 && IsKanji(text[match.Index - 1]);

    private static bool IsKanji(char c) => c is (>= '一' and <= '龠') or '々';

    private const string N = "[〇一二三四五六七八九十百千0-9０-９]{1,7}";
    private const string Branch = "(?:の(?!一(?![〇一二三四五六七八九十百]))" + N + "(?![条項号人年月日歳分割倍種つ]))*";
    private const string ArticleWords = "(?<article>(?:前(?:" + N + ")?|次)条(?![例約件文])|[同本]条(?![例約件文])|第" + N + "条(?![例約件文])" + Branch + ")";
    private const string ParagraphWords = "(?<paragraph>(?:前(?:" + N + ")?|次)項|同項|第" + N + "項" + Branch + ")";
    private const string ItemWords = "(?<item>(?:前(?:" + N + ")?|次)号|同号|第" + N + "号(?!様式|[一-龠](?<![中又及並若以前後本該各列規]))" + Branch + ")";
    private const string MarkWords = "(?<mark>[ア-ンヰヱ](?![ァ-ヺー]))(?<below>[（(][ア-ンｱ-ﾝ0-9０-９a-zａ-ｚ]{1,3}[）)])?";

    [GeneratedRegex(
        "(?<annexed>別表(?:第" + N + ")?(?:の" + N + "(?![条項号人年月日]))?|様式第" + N + "号?(?:の" + N + ")?|第" + N + "号様式(?:の" + N + ")?)"
        + "|(?<supplement>附則)(?:" + ArticleWords + ParagraphWords + "?|" + ParagraphWords + ")" + "(?:" + ItemWords + "(?:" + MarkWords + ")?)?"
        + "|" + ArticleWords + ParagraphWords + "?" + "(?:" + ItemWords + "(?:" + MarkWords + ")?)?"
        + "|(?<loose>" + ParagraphWords + "(?:" + ItemWords + "(?:" + MarkWords + ")?)?|" + ItemWords + "(?:" + MarkWords + ")?)"
        + "|(?<division>第" + N + "[編章節款](?:の" + N + ")?(?:第" + N + "[章節款目](?:の" + N + ")?)*)")]
    private static partial Regex Shape();
}
