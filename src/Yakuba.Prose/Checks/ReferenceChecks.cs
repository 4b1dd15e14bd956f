using System.Text.RegularExpressions;

namespace Yakuba.Prose;

/// <summary>Articles and counts that a text refers to and does not have, times that run backwards, months outside of their fiscal year.</summary>
internal static partial class ReferenceChecks
{
    internal static void Look(IReadOnlyList<Sentence> sentences, ProseText prose, FindingList findings)
    {
        Articles(prose, findings);
        foreach (var (sentence, next) in sentences.Zip(sentences.Skip(1)))
        {
            Count(sentence, next, prose, findings);
        }

        foreach (var sentence in sentences)
        {
            var text = prose.Text.Substring(sentence.Start, sentence.Length);
            Times(text, sentence, findings);
            Fiscal(text, sentence, findings);
        }
    }

    /// <summary>Only in a text that has its articles itself, or says how many there are.</summary>
    private static void Articles(ProseText prose, FindingList findings)
    {
        var text = prose.Text;
        var own = Own().Matches(text).Select(m => WrittenDate.Number(m.Groups["n"].Value)).ToHashSet();
        var last = Whole().Match(text) is { Success: true } whole ? WrittenDate.Number(whole.Groups["n"].Value) : own.Count >= 2 ? own.Max() : 0;
        if (last is 0 or > 30 || (own.Count > 0 && own.Count != last))
        {
            return; // of a part of an act nothing can be said
        }

        foreach (Match match in Cited().Matches(text))
        {
            if (WrittenDate.Number(match.Groups["n"].Value) > last && !OwnLaw().IsMatch(text.AsSpan(Math.Max(0, match.Index - 60), Math.Min(60, match.Index))))
            {
                findings.Add("fact-article", match.Index, match.Length);
            }
        }
    }

    private static void Count(Sentence sentence, Sentence next, ProseText prose, FindingList findings)
    {
        var text = prose.Text.Substring(sentence.Start, sentence.Length);
        if (Told().Match(text) is not { Success: true } told || !next.IsFull)
        {
            return;
        }

        var list = ListEnd().Replace(prose.Text.Substring(next.Start, next.Length), "");
        var parts = list.Split(["、", "及び", "並びに", "と", "や"], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length >= 2 && parts.All(p => p.Length is > 0 and <= 14 && !p.Contains('が') && !p.Contains('を')) && parts.Length != WrittenDate.Number(Yakuba.Text.NormalText.Of(told.Groups["n"].Value).Value))
        {
            var span = prose.Text.Substring(next.Start, next.Length).TrimEnd('。').Length;
            findings.Add("fact-count", next.Start, span, "", $"{told.Groups["n"].Value}つとありますが、{parts.Length}つ挙げています。");
        }
    }

    private static void Times(string text, Sentence sentence, FindingList findings)
    {
        foreach (Match match in Between().Matches(text))
        {
            var (from, to) = (Minutes(match, "a", "h1", "m1", ""), Minutes(match, "b", "h2", "m2", match.Groups["a"].Value));
            if (to < from && from < 17 * 60 && !match.Value.Contains('翌'))
            {
                findings.Add("fact-order", sentence.Start + match.Index, match.Length);
            }
        }
    }

    private static int Minutes(Match match, string half, string hour, string minute, string inherited)
    {
        var part = match.Groups[half].Success ? match.Groups[half].Value : inherited;
        var hours = WrittenDate.Number(Yakuba.Text.NormalText.Of(match.Groups[hour].Value).Value);
        var minutes = match.Groups[minute].Value is "半" ? 30 : match.Groups[minute].Success ? WrittenDate.Number(Yakuba.Text.NormalText.Of(match.Groups[minute].Value).Value) : 0;
        return ((part == "午後" && hours < 12 ? hours + 12 : hours) * 60) + minutes;
    }

    /// <summary>令和8年2月 in one sentence with 令和8年度 alone: 2月 of that year belongs to the year before.</summary>
    private static void Fiscal(string text, Sentence sentence, FindingList findings)
    {
        var (years, months) = (FiscalYear().Matches(text), EraMonth().Matches(text));
        if (years.Count != 1 || months.Count != 1 || years[0].Groups["era"].Value != months[0].Groups["era"].Value || !Joined().IsMatch(text))
        {
            return;
        }

        var (fiscal, year, month) = (Year(years[0]), Year(months[0]), WrittenDate.Number(Yakuba.Text.NormalText.Of(months[0].Groups["m"].Value).Value));
        var real = month < 4 ? year - 1 : year;
        if (fiscal != real && Math.Abs(fiscal - real) <= 1)
        {
            findings.Add("fact-fiscal", sentence.Start + Math.Min(years[0].Index, months[0].Index), Math.Max(years[0].Index + years[0].Length, months[0].Index + months[0].Length) - Math.Min(years[0].Index, months[0].Index), "", $"{months[0].Value}は{months[0].Groups["era"].Value}{real}年度です。");
        }
    }

    private static int Year(Match match) => WrittenDate.Number(Yakuba.Text.NormalText.Of(match.Groups["y"].Value).Value);

    private const string N = "[0-9０-９一二三四五六七八九十]{1,3}";

    [GeneratedRegex("(?:^|。|\\n)[ 　]*第(?<n>" + N + ")条(?=[ 　])", RegexOptions.CultureInvariant)]
    private static partial Regex Own();

    [GeneratedRegex("全(?<n>" + N + ")条", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex("(?<![法例則程綱領令])第(?<n>" + N + ")条", RegexOptions.CultureInvariant)]
    private static partial Regex Cited();

    [GeneratedRegex("(?:法|条例|規則|規程|要綱|政令|省令|」|号）)(?:（[^）]{1,40}）)?$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnLaw();

    [GeneratedRegex("(?:次の|以下の|は|が)(?<n>[2-9２-９二三四五六七八九])(?:点|つ|項目|種類|か所)(?:を|に|が|です|で|あ|の)?[^。]{0,16}。$", RegexOptions.CultureInvariant)]
    private static partial Regex Told();

    [GeneratedRegex("(?:です|である|が必要です|を(?:お持ち|持って)[^。]*|になります|となります|が[^。、]{1,8})?。$", RegexOptions.CultureInvariant)]
    private static partial Regex ListEnd();

    [GeneratedRegex("(?<a>午前|午後)?(?<h1>[0-9０-９]{1,2})時(?:(?<m1>半|[0-9０-９]{1,2})分?)?(?:から|～)(?:翌日?の?)?(?<b>午前|午後)?(?<h2>[0-9０-９]{1,2})時(?!間)(?:(?<m2>半|[0-9０-９]{1,2})分?)?(?:まで)?", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex("(?<era>令和|平成)(?<y>[0-9０-９元]{1,2})年度", RegexOptions.CultureInvariant)]
    private static partial Regex FiscalYear();

    [GeneratedRegex("(?<era>令和|平成)(?<y>[0-9０-９元]{1,2})年(?<m>[0-9０-９]{1,2})月", RegexOptions.CultureInvariant)]
    private static partial Regex EraMonth();

    [GeneratedRegex("に当たる|に始まる|の予算で|の冊子|から始まる|度の[^。、]{0,10}(?:に載せ|で支払|として|に計上|に含め|の実績|の決算|の報告|の事業)|度分|（(?:令和|平成)|に属する|に当たり|に終わる", RegexOptions.CultureInvariant)]
    private static partial Regex Joined();
}
