using System.Text.RegularExpressions;

namespace Yakuba.Prose;

/// <summary>Numbered items: order, levels, kinds of number, and what refers to them.</summary>
internal static partial class ItemChecks
{
    private const int MostItems = 2_000; // a longer list is a table

    /// <summary>Of the levels of official documents, outermost first 第1, 1, (1), ア, (ア), a, the one in kana.</summary>
    private static readonly string[] s_kana = ["ア", "イ", "ウ", "エ", "オ", "カ", "キ", "ク", "ケ", "コ", "サ", "シ", "ス", "セ", "ソ", "タ", "チ", "ツ", "テ", "ト", "ナ", "ニ", "ヌ", "ネ", "ノ"];

    internal static void Look(IReadOnlyList<Sentence> sentences, ProseText prose, FindingList findings)
    {
        if (prose.Kind == ProseKind.Ordinance)
        {
            return; // provisions have numbers of their own
        }

        var items = sentences.Where(s => s.StartsLine).Select(s => Read(s)).OfType<Item>().Take(MostItems).ToList();
        Numbers(items, findings);
        Levels(items, prose, findings);
        Alone(items, findings);
        foreach (var item in items.Where(i => i.Punctuated && i.Level is 1 or 2))
        {
            findings.Add("koumoku-period", item.Start, item.End - item.Start);
        }

        if (items.Count > 1)
        {
            References(items, prose, findings);
        }
    }

    private static void Numbers(List<Item> items, FindingList findings)
    {
        var last = new int[8];
        foreach (var item in items)
        {
            Array.Clear(last, item.Level + 1, last.Length - item.Level - 1);
            if (item.IsOther)
            {
                findings.Add("koumoku-konzai", item.Start, item.End - item.Start);
                last[item.Level] = item.Number;
                continue;
            }

            if (last[item.Level] > 0 && item.Number != last[item.Level] + 1 && item.Number != 1)
            {
                findings.Add("koumoku-tobi", item.Start, item.End - item.Start, "", item.Number == last[item.Level] ? $"番号「{item.Mark}」が二つあります。" : $"「{item.Mark}」の前の番号が抜けています。");
            }

            last[item.Level] = item.Number;
        }
    }

    /// <summary>A step down goes by one level; the outermost level of a text may be any.</summary>
    private static void Levels(List<Item> items, ProseText prose, FindingList findings)
    {
        for (var i = 1; i < items.Count; i++)
        {
            var (above, item) = (items[i - 1], items[i]);
            if (item.Number == 1 && !item.IsOther && item.Level > above.Level + 1)
            {
                var end = items.Skip(i).TakeWhile(x => x.Level >= item.Level).Last().End;
                findings.Add("koumoku-kaisou", item.Start, Math.Min(end, prose.Text.Length) - item.Start);
            }
            else if (item.Level == 0 && item.Number > 1 && items.Take(i).All(x => x.Level == 1) && items[i - 1].Number == item.Number - 1)
            {
                findings.Add("koumoku-konzai", item.Start, item.End - item.Start);
            }
        }
    }

    private static void Alone(List<Item> items, FindingList findings)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            var goesOn = items.Skip(i + 1).TakeWhile(x => x.Level >= item.Level).Any(x => x.Level == item.Level);
            if (item is { Number: 1, IsOther: false, Level: < 5 } && !goesOn && !(i + 1 < items.Count && items[i + 1].Level > item.Level) && !items.Skip(i + 1).Any(x => x.Level != item.Level && x.IsOther))
            {
                findings.Add("koumoku-hitotsu", item.Start, item.End - item.Start);
            }
        }
    }

    private static void References(List<Item> items, ProseText prose, FindingList findings)
    {
        var known = items.Select(item => (item.Level, item.Number)).ToHashSet();
        foreach (Match match in Reference().Matches(prose.Text))
        {
            var isBracketed = match.Groups["b"].Success;
            var number = WrittenDate.Number(isBracketed ? match.Groups["b"].Value : match.Groups["n"].Value);
            if (!known.Contains((isBracketed ? 2 : 1, number)))
            {
                var group = isBracketed ? match.Groups["p"] : match.Groups["n"];
                findings.Add("koumoku-sanshou", group.Index, group.Length, "", $"「{match.Value}」とありますが、その番号の項目がありません。");
            }
        }
    }

    private static Item? Read(Sentence sentence)
    {
        var match = Head().Match(sentence.Span.ToString());
        if (!match.Success)
        {
            return null;
        }

        var (level, number, other) = match.Groups switch
        {
            var g when g["dai"].Success => (0, Value(g["dai"].Value), false),
            var g when g["num"].Success => (1, Value(g["num"].Value), false),
            var g when g["par"].Success => (2, Value(g["par"].Value), false),
            var g when g["kana"].Success => (3, Array.IndexOf(s_kana, g["kana"].Value) + 1, false),
            var g when g["pkana"].Success => (4, Array.IndexOf(s_kana, g["pkana"].Value) + 1, false),
            var g when g["abc"].Success => (5, g["abc"].Value[0] - 'a' + 1, false),
            var g when g["half"].Success => (2, Value(g["half"].Value), true),
            var g => (1, g["circle"].Value[0] - '①' + 1, true),
        };
        return number <= 0 ? null : new Item(level, number, sentence.Start + match.Groups["all"].Index, sentence.End, match.Groups["all"].Value, other, match.Groups["punct"].Success);
    }

    private static int Value(string digits) => int.TryParse(digits.Normalize(System.Text.NormalizationForm.FormKC), out var value) ? value : 0;

    private sealed record Item(int Level, int Number, int Start, int End, string Mark, bool IsOther, bool Punctuated);

    [GeneratedRegex(@"^[ 　]{0,8}(?<all>第(?<dai>[0-9０-９]{1,2})(?=[ 　])|[(（](?<par>[0-9０-９]{1,2})[)）](?<punct>[.．、:：])?|(?<half>[0-9]{1,2})[)）]|(?<num>[0-9０-９]{1,2})(?<punct>[.．、:：](?![0-9０-９]))?(?=[ 　.．、:：])(?![.．、:：][0-9０-９])|(?<kana>[アイウエオカキクケコサシスセソ])(?=[ 　])|[(（](?<pkana>[アイウエオカキクケコサシスセソ])[)）]|(?<abc>[a-j])(?=[ 　])|(?<circle>[①-⑳])(?=[ 　]?))", RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    [GeneratedRegex(@"(?:上記|下記|前記)の?(?:(?<p>[(（](?<b>[0-9]{1,2})[)）])|(?<n>[0-9]{1,2})(?=の|は|を|に|で|、|から|及|又|か))(?!つ|点|日|月|件|人)", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
