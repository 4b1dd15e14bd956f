namespace Yakuba.Prose;

/// <summary>Long rows of kanji, and words typed twice.</summary>
internal static class RunChecks
{
    private const int LongestRun = 9;
    private const int LongestRepeat = 8;

    /// <summary>Words that are made by saying a thing twice.</summary>
    private static readonly string[] s_doubled = ["一人", "一つ", "一歩", "一日", "一枚", "一軒", "一戸", "一件", "一度", "一個", "一言", "一刻", "一本", "一冊", "所", "別", "次", "年", "個"];

    /// <summary>A row with such an ending is a name, which cannot be opened.</summary>
    private static readonly string[] s_names =
        ["法", "条例", "規則", "要綱", "委員会", "協議会", "審議会", "連合会", "協会", "組合", "法人", "大学", "事務所", "学校", "病院", "支部", "課", "係", "室", "部", "署", "局", "所", "館", "園", "市長", "町長", "会長", "会", "施設", "線", "場", "区", "計画", "行動要支援者"];

    internal static void Look(Sentence sentence, ProseText prose, FindingList findings)
    {
        var text = prose.Text;
        var run = sentence.Start;
        for (var at = sentence.Start; at <= sentence.End; at++)
        {
            if (at < sentence.End && Script.IsKanji(text[at]))
            {
                continue;
            }

            if (at - run > LongestRun && !Array.Exists(s_names, name => text.AsSpan(run, at - run).EndsWith(name)))
            {
                findings.Add("easy-kango-chain", run, at - run);
            }

            run = at + 1;
        }

        for (var at = sentence.Start; at < sentence.End; at++)
        {
            if (Repeated(text, at, sentence.End) is > 0 and var length)
            {
                findings.Add("typo-word-repeat", at, length * 2, text.Substring(at, length));
                at += length;
            }
        }
    }

    /// <summary>Length of what stands at a place and right behind it once more; it begins with a kanji and has two or more letters.</summary>
    private static int Repeated(string text, int at, int end)
    {
        for (var length = 2; Script.IsKanji(text[at]) && length <= LongestRepeat && at + (length * 2) <= end; length++)
        {
            var word = text.AsSpan(at, length);
            if (word.SequenceEqual(text.AsSpan(at + length, length)) && !word.ContainsAny("、。") && word[0] != word[1] && !Array.Exists(s_doubled, d => text.AsSpan(at).StartsWith(d)))
            {
                return length;
            }
        }

        return 0;
    }
}
