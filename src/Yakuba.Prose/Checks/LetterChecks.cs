using System.Text.RegularExpressions;

namespace Yakuba.Prose;

/// <summary>The parts of a letter: date, addressee, sender, subject, 記 and 以上, opening and closing words, what is attached.</summary>
internal static partial class LetterChecks
{
    private static readonly (string Opening, string[] Closings)[] s_greetings =
        [("拝啓", ["敬具", "敬白", "拝具"]), ("謹啓", ["謹言", "敬白", "謹白"]), ("前略", ["草々", "早々"]), ("拝復", ["敬具", "敬答", "拝答"]), ("冠省", ["草々", "不一"]), ("急啓", ["草々", "敬具"])];

    internal static void Look(IReadOnlyList<Sentence> sentences, ProseText prose, FindingList findings)
    {
        var lines = Lines(prose.Text);
        Parts(lines, prose, findings);
        Notes(lines, prose, findings);
        Greeting(prose, findings);
        Attached(prose, findings);
    }

    /// <summary>A text that opens with a document number or a date and has a subject line is a letter.</summary>
    private static void Parts(List<(int Start, string Text)> lines, ProseText prose, FindingList findings)
    {
        var subject = lines.FindIndex(l => Subject().IsMatch(l.Text));
        if (subject is < 1 or > 7)
        {
            return;
        }

        var head = lines.Take(subject).ToList();
        var (date, to, from) = (head.FindIndex(l => DateLine().IsMatch(l.Text)), head.FindIndex(l => To().IsMatch(l.Text)), head.FindIndex(l => From().IsMatch(l.Text)));
        var number = head.FindIndex(l => Number().IsMatch(l.Text));
        if (number < 0 && date < 0)
        {
            return;
        }

        if (date < 0)
        {
            Add("tsuuchi-hizuke", lines[Math.Min(number + 1, subject)]);
        }
        else if (to < 0)
        {
            Span("tsuuchi-atena", lines[date].Start, lines[Math.Min(date + 1, subject)]);
        }
        else if (from < 0)
        {
            Span("tsuuchi-hasshin", lines[to].Start, lines[subject]);
        }
        else if (!lines[subject].Text.TrimEnd().EndsWith('）'))
        {
            Add("tsuuchi-kenmei", lines[subject]);
        }

        void Add(string rule, (int Start, string Text) line) => findings.Add(rule, line.Start, line.Text.Length);
        void Span(string rule, int start, (int Start, string Text) last) => findings.Add(rule, start, last.Start + last.Text.Length - start);
    }

    private static void Notes(List<(int Start, string Text)> lines, ProseText prose, FindingList findings)
    {
        var note = lines.FindIndex(l => l.Text.Trim(' ', '　') == "記");
        var below = prose.Text.IndexOf("下記の", StringComparison.Ordinal);
        if (note < 0 && below >= 0 && !ItemAhead().IsMatch(prose.Text[..below]) && prose.Text.IndexOf('\n', below) is > 0 and var end && Below().IsMatch(prose.Text.AsSpan(below)))
        {
            findings.Add("tsuuchi-ki", below, Math.Min(prose.Text.Length, end + 2) - below, "", "「下記」とありますが、「記」がありません。");
        }
        else if (note >= 0)
        {
            var body = prose.Text.AsSpan(0, lines[note].Start);
            if (body.IndexOf("下記") < 0 && body.IndexOf("次のとおり") is >= 0 and var next)
            {
                findings.Add("tsuuchi-ki", next, 5, "下記のとおり", "「記」がありますが、本文に「下記」がありません。");
            }

            if (!lines.Skip(note).Any(l => l.Text.Trim(' ', '　') is "以上") && lines.Count > note + 1)
            {
                findings.Add("tsuuchi-ijou", lines[^1].Start, lines[^1].Text.Length);
            }
        }
    }

    private static void Greeting(ProseText prose, FindingList findings)
    {
        var text = prose.Text;
        foreach (var (opening, closings) in s_greetings)
        {
            var at = text.IndexOf(opening, StringComparison.Ordinal);
            if (at >= 0 && (at == 0 || text[at - 1] is '\n' or ' ' or '　') && Closing().Matches(text[at..]) is { Count: > 0 } found && !closings.Contains(found[^1].Value))
            {
                findings.Add("tougo-ketsugo", at + found[^1].Index, found[^1].Length, closings[0]);
            }
        }
    }

    /// <summary>別紙のとおり in a text that names no 別紙 a second time.</summary>
    private static void Attached(ProseText prose, FindingList findings)
    {
        if (Attachment().Matches(prose.Text) is { Count: 1 } matches && AnyAttachment().Count(prose.Text) == 1)
        {
            findings.Add("fact-attachment", matches[0].Index, matches[0].Length);
        }
    }

    private static List<(int Start, string Text)> Lines(string text)
    {
        var lines = new List<(int, string)>();
        var start = 0;
        for (var at = 0; at <= text.Length && lines.Count < 400; at++)
        {
            if (at == text.Length || text[at] == '\n')
            {
                if (at > start && at - start < 2_000 && !string.IsNullOrWhiteSpace(text[start..at]))
                {
                    lines.Add((start, text[start..at].TrimEnd('\r')));
                }

                start = at + 1;
            }
        }

        return lines;
    }

    [GeneratedRegex(@"^[ 　]*[^。、]{3,60}(?:について|の件)(?:（[^（）]{2,8}）)?[ 　]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Subject();

    [GeneratedRegex(@"^[ 　]*(?:令和|平成|昭和)[0-9０-９元]{1,2}年[0-9０-９]{1,2}月[0-9０-９]{1,2}日[ 　]*$", RegexOptions.CultureInvariant)]
    private static partial Regex DateLine();

    [GeneratedRegex(@"(?:様|殿|各位|御中|あて|宛て)[ 　]*$", RegexOptions.CultureInvariant)]
    private static partial Regex To();

    [GeneratedRegex(@"(?:長|市|町|村|会|局|課|室|部|所|館|委員会|知事|園|校|センター|事務組合)(?:[ 　]+[一-鿿 　]{2,10}|（公印省略）)?[ 　]*$", RegexOptions.CultureInvariant)]
    private static partial Regex From();

    [GeneratedRegex(@"^[ 　]*[一-鿿ぁ-んァ-ヶー0-9０-９]{1,8}第[ 　]?[0-9０-９\-－の]{1,8}[ 　]?号[ 　]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^下記の(?:とおり|日程|事項|要領)", RegexOptions.CultureInvariant)]
    private static partial Regex Below();

    [GeneratedRegex(@"(?m)^[ 　]*下記", RegexOptions.CultureInvariant)]
    private static partial Regex ItemAhead();

    [GeneratedRegex(@"敬具|敬白|拝具|謹言|謹白|草々|早々(?=[ 　]*$)|敬答|拝答|不一", RegexOptions.CultureInvariant)]
    private static partial Regex Closing();

    [GeneratedRegex("別紙|別添|添付|同封|別表|別図|別記", RegexOptions.CultureInvariant)]
    private static partial Regex AnyAttachment();

    [GeneratedRegex(@"(?<w>別紙|別添|添付)(?:一覧)?(?:[0-9０-９]{0,2})?(?:の[一-鿿ぁ-んァ-ヶー]{1,10}(?:の)?)?(?:のとおり|を(?:御覧|見て|参照|確認)|に(?:示す|示して|掲げる|記載))(?:です|である|とする|ください|に[^。、]{0,10})?", RegexOptions.CultureInvariant)]
    private static partial Regex Attachment();
}
