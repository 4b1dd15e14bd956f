namespace Yakuba.Privacy;

/// <summary>Readings of names: after フリガナ, 名義, なまえ; in brackets after a name; two katakana words beside personal data.</summary>
internal static class KanaNames
{
    private const int ShortestWord = 2;
    private const int LongestWord = 8;

    private static readonly string[] s_labels =
        ["フリガナ", "ふりがな", "カナ", "読み", "よみ", "読み仮名", "よみがな", "名義", "名義人", "なまえ", "名前", "名義人カナ", "かな", "氏名(カナ)", "氏名(かな)", "氏名カナ", "カナ氏名"];

    private static readonly string[] s_endings = ["です", "ですが", "と申", "といい", "と言い", "だよ", "さん", "ちゃん", "くん", "さま", "サン", "サマ", "デス", "の", "と", "に", "が", "は", "を", "へ"];

    /// <param name="text">The text.</param>
    /// <param name="people">Personal data found so far, in order of place.</param>
    /// <param name="findings">Where findings go.</param>
    internal static void Find(PersonalText text, IReadOnlyList<Finding> people, List<Finding> findings)
    {
        var place = new NamePlace(text, people);
        var named = people.Where(p => p.Kind == PersonalKind.Name).Select(p => p.End).ToHashSet();
        for (var at = 0; at < text.Value.Length; at++)
        {
            if (!Letters.IsKana(text.Value[at]) || Letters.IsKana(text.At(at - 1)) && !IsAfterParticle(text, at))
            {
                continue;
            }

            var isLabelled = IsLabelled(text, at);
            var isHiragana = Letters.IsHiragana(text.Value[at]);
            var end = EndOf(text, at, isHiragana && isLabelled, out var words);
            if (end <= at || s_labels.Contains(text.Value[at..end]))
            {
                continue;
            }

            var isReading = text.At(at - 1) == '(' && text.At(end) == ')' && (named.Contains(at - 1) || named.Contains(at - 2));
            var isPair = !isHiragana && words == 2 && place.HasNeighbour(at, end);
            if ((isLabelled && (words == 2 || !isHiragana)) || isReading || isPair)
            {
                findings.Add(new Finding(at, end, PersonalKind.NameKana, isLabelled || isReading ? Certainty.Labelled : Certainty.Shaped));
                at = end - 1;
            }
        }
    }

    private static bool IsAfterParticle(PersonalText text, int at) => text.At(at - 1) is 'は' or 'が' && IsLabelled(text, at);

    private static bool IsLabelled(PersonalText text, int at)
    {
        var before = text.Before(at, 14);
        var label = before.TrimEnd(" :はが=)(」\t\"'");
        return label.Length < before.Length ? label.EndsWithAny(s_labels) : before.EndsWithAny(["名義", "名義人カナ", "氏名カナ"]);
    }

    /// <summary>One or two words of one kana, parted by a space or ・.</summary>
    private static int EndOf(PersonalText text, int start, bool mayEndInWord, out int words)
    {
        words = 0;
        var end = start;
        var isHiragana = Letters.IsHiragana(text.Value[start]);
        for (var from = start; words < 2;)
        {
            var to = WordEnd(text, from, isHiragana, mayEndInWord && words == 1);
            if (to - from is < ShortestWord or > LongestWord)
            {
                break;
            }

            words++;
            end = to;
            if (text.At(to) is not (' ' or '・') || IsOther(text.At(to + 1), isHiragana))
            {
                break;
            }

            from = to + 1;
        }

        return end;
    }

    private static int WordEnd(PersonalText text, int from, bool isHiragana, bool mayEndInWord)
    {
        var to = from;
        while (to < text.Value.Length && to - from <= LongestWord && !IsOther(text.Value[to], isHiragana))
        {
            if (mayEndInWord && to - from >= ShortestWord && text.After(to, 4).StartLength(s_endings) > 0 && text.TokenAt(to) >= 0)
            {
                break;
            }

            to++;
        }

        return to;
    }

    private static bool IsOther(char letter, bool isHiragana) => isHiragana ? !Letters.IsHiragana(letter) : !Letters.IsKatakana(letter);
}
