using System.Text.RegularExpressions;

namespace Yakuba.Prose;

/// <summary>敬体 and 常体 in one text, sentences that end in a noun, and だ.</summary>
internal static partial class EndingChecks
{
    internal static void Look(IReadOnlyList<Sentence> sentences, ProseText prose, FindingList findings)
    {
        var ends = sentences.Where(s => s.IsFull && !IsItem(s.Span)).Select(s => (Sentence: s, Text: Outside(s.Span.ToString()))).ToList();
        var polite = ends.Where(e => Polite().IsMatch(e.Text)).ToList();
        var plain = ends.Where(e => !Polite().IsMatch(e.Text) && Plain().IsMatch(e.Text)).ToList();
        if (polite.Count > 0 && plain.Count > 0 && prose.Kind != ProseKind.Ordinance)
        {
            // The fewer are the ones to be changed; of as many of both, those of the kind that comes later.
            var isPlainOdd = plain.Count < polite.Count || (plain.Count == polite.Count && plain[0].Sentence.Start > polite[0].Sentence.Start);
            foreach (var (sentence, text) in isPlainOdd ? plain : polite)
            {
                var length = Math.Min(8, sentence.Length);
                findings.Add("bunmatsu-konyou", sentence.End - length, length);
            }
        }

        foreach (var (sentence, text) in ends)
        {
            if (Da().Match(text) is { Success: true } da)
            {
                findings.Add("bunmatsu-da", sentence.Start + da.Index, da.Length);
            }
            else if (text.Length > 16 && Noun().Match(text) is { Success: true } noun && text.AsSpan().ContainsAny("をがはにで") && !text.Contains('：', StringComparison.Ordinal))
            {
                findings.Add("bunmatsu-taigen", sentence.Start + noun.Index, noun.Length);
            }
        }
    }

    /// <summary>Items of a list have endings of their own.</summary>
    private static bool IsItem(ReadOnlySpan<char> sentence) => sentence.TrimStart(" 　") is [('(' or '（' or '・' or '※' or (>= '0' and <= '9') or (>= '０' and <= '９') or (>= '①' and <= '⑳')), ..] start && !start[..Math.Min(5, start.Length)].ContainsAny("年月日時人つ");

    /// <summary>Without what stands in brackets at the end.</summary>
    private static string Outside(string sentence) => sentence.EndsWith("）。", StringComparison.Ordinal) && sentence.LastIndexOf('（') is > 0 and var open ? sentence[..open] + "。" : sentence;

    [GeneratedRegex(@"(?:ます|ました|ません|です|でした|でしょう|ましょう|ください|ませんでした|くださいませ|ますか|ですか|ませ|ますよ|ますね|ますが)。$", RegexOptions.CultureInvariant)]
    private static partial Regex Polite();

    [GeneratedRegex(@"(?:である|であった|とする|とした|[うくぐすつぬぶむる]|した|った|れた|いた|んだ|きた|けた|せた|ない|なかった|てた|べた|めた|えた|みた)。$(?<!(?:こと|とき|もの)。)", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"(?<=[一-鿿々ァ-ヶー）]|から|まで|もの|こと|ほど|の)(?<!ん)(?:だ|だった|だろう|だったろう)。$|(?<=[うくぐすつぬぶむるたい])だろう。$", RegexOptions.CultureInvariant)]
    private static partial Regex Da();

    [GeneratedRegex(@"[一-鿿々ァ-ヶー]{2,8}。$", RegexOptions.CultureInvariant)]
    private static partial Regex Noun();
}
