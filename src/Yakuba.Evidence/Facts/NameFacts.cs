using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>Names as facts: those with a head, quoted ones, and proper nouns that stand alone. Canonical is the folded name.</summary>
internal static class NameFacts
{
    // Who decides: putting 知事 for 町長 makes another rule.
    private static readonly HashSet<string> offices =
        ["町長", "市長", "村長", "区長", "知事", "議長", "教育長", "副町長", "副市長", "大臣", "委員長", "管理者", "所長", "館長", "園長", "校長", "裁判所", "警察", "国", "県", "都", "府"];

    internal static void Read(TextReading reading, List<Fact> facts)
    {
        var covered = new bool[reading.Value.Length];
        foreach (var name in NameReader.Read(reading))
        {
            facts.Add(new Fact(FactKind.Name, NameFold.Of(name.Text), name.Start, name.Length) { Group = name.Text.Length == name.Head.Length ? "general" : name.Kind == NameKind.Section ? "section" + name.Head : Group(name.Kind) });
            covered.AsSpan(name.Start, name.Length).Fill(true);
        }

        ReadKinds(reading, facts);
        foreach (var token in reading.Tokens)
        {
            if (offices.Contains(token.Surface))
            {
                facts.Add(new Fact(FactKind.Name, token.Surface, token.Start, token.Length) { Group = "office" });
            }
            else if (Words.IsProper(token) && token.Length >= 2 && !covered[token.Start])
            {
                facts.Add(new Fact(FactKind.Name, NameFold.Of(token.Surface), token.Start, token.Length) { Group = Group(NameKind.Proper) });
            }
        }
    }

    // 粗大ごみ, 生活保護法: sorts of waste and laws are told apart like names, but nobody has to know them to ask.
    private static void ReadKinds(TextReading reading, List<Fact> facts)
    {
        var tokens = reading.Tokens;
        for (var i = 1; i < tokens.Count; i++)
        {
            var isLaw = tokens[i].Surface == "法" && Words.IsNoun(tokens[i]);
            if ((isLaw || tokens[i].Surface is "ごみ" or "ゴミ") && NounRun.Joins(tokens, i - 1, i))
            {
                var first = i - 1;
                while (isLaw && first > 0 && NounRun.Joins(tokens, first - 1, first))
                {
                    first--;
                }

                var start = tokens[first].Start;
                var end = tokens[i].Start + tokens[i].Length;
                facts.Add(new Fact(FactKind.Name, NameFold.Of(reading.Value[start..end]), start, end - start) { Group = isLaw ? "law" : "waste" });
            }
        }
    }

    private static string Group(NameKind kind) => kind switch
    {
        NameKind.Ordinance => "ordinance",
        NameKind.Scheme => "scheme",
        NameKind.Facility => "facility",
        NameKind.Section => "section",
        NameKind.Certificate => "certificate",
        NameKind.Municipality => "municipality",
        NameKind.Quoted => "quoted",
        _ => "proper",
    };
}
