using System.Text.RegularExpressions;

namespace Yakuba.Prose;

/// <summary>The length and the ends of sentences, and brackets without their other half.</summary>
internal static partial class ShapeChecks
{
    private const int LongestSentence = 100;
    private const int MostCommas = 6;

    internal static void Look(Sentence sentence, ProseText prose, FindingList findings)
    {
        var span = sentence.Span;
        if (sentence.IsFull)
        {
            var start = sentence.Start + (span.Length - span.TrimStart(" 　").Length);
            if (sentence.End - start > LongestSentence)
            {
                findings.Add("str-long-sentence", start, sentence.End - start, "", $"一文が{sentence.End - start}字あります。文を分けてください。");
            }

            if (span.Count('、') >= MostCommas)
            {
                findings.Add("str-many-commas", start, sentence.End - start, "", $"一文に読点が{span.Count('、')}か所あります。");
            }
        }

        Open(sentence, prose, findings);
    }

    /// <summary>An opener or a closer that stands alone in its line; in a piece of a long row of letters nothing can be said.</summary>
    private static void Open(Sentence sentence, ProseText prose, FindingList findings)
    {
        for (var at = sentence.Start; at < sentence.End; at++)
        {
            var letter = prose.Text[at];
            if (letter is '（' or '「' or '『' or '【' && !prose.IsMatched(at))
            {
                var next = prose.Text.AsSpan(at + 1, sentence.End - at - 1);
                findings.Add("kakko-taiou", at, Math.Min(1 + next.Length, 40), "", $"「{letter}」が閉じていません。");
            }
            else if (letter is '）' or '」' or '』' or '】' && !prose.IsMatched(at) && !IsItemMark(prose.Text, at, sentence.Start))
            {
                var from = Math.Max(sentence.Start, at - 24);
                findings.Add("kakko-taiou", from, at + 1 - from, "", $"「{letter}」に対応する始まりの括弧がありません。");
            }
        }
    }

    /// <summary>1） and ア） are marks of items.</summary>
    private static bool IsItemMark(string text, int at, int start) => at - start <= 3 && at > start && (Script.Of(text[at - 1]) is Script.Kind.Digit or Script.Kind.Latin or Script.Kind.Katakana);

    /// <summary>A text that ends its sentences with 。 and leaves one out, and one that puts 。 after what is no sentence.</summary>
    internal static void Stops(IReadOnlyList<Sentence> sentences, ProseText prose, FindingList findings)
    {
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            var line = sentence.Span.ToString().TrimEnd();
            if (!sentence.IsFull && Predicate().Match(line) is { Success: true } end && !prose.Has(sentence.Start + line.Length - 1, Marks.Quoted | Marks.Bracketed) && line.Length >= 8)
            {
                findings.Add("kuten-nuke", sentence.Start + end.Index, sentence.End - sentence.Start - end.Index + (i + 1 < sentences.Count ? Math.Min(2, sentences[i + 1].End - sentence.End) : 0));
            }

            if (sentence.StartsLine && Item().Match(line) is { Success: true } item)
            {
                var body = item.Groups["b"].Value;
                if (!sentence.IsFull && Condition().IsMatch(body))
                {
                    var length = Math.Min(body.Length, 4);
                    findings.Add("kuten-koto-toki", sentence.Start + line.Length - length, length);
                }
                else if (sentence.IsFull && body.Length <= 24 && NounStop().IsMatch(body) && !body.Contains('、'))
                {
                    findings.Add("kuten-meishi", sentence.Start + item.Groups["b"].Index, body.Length, body.TrimEnd('。'));
                }
            }

            if (sentence.IsFull && Title().IsMatch(line))
            {
                findings.Add("kuten-meishi", sentence.Start, line.Length, line.TrimEnd('。'));
            }

            if (i + 1 < sentences.Count && sentence.IsFull && sentences[i + 1] is { StartsLine: false } note && Note().Match(note.Span.ToString()) is { Success: true } bracket)
            {
                findings.Add("kakko-kuten", sentence.End - 1, note.Start + bracket.Length - sentence.End + 1);
            }
        }
    }

    [GeneratedRegex(@"(?:(?:し|り|き|い|ち|み|び|え|け|め|れ|せ|て|べ|げ|ね|ぎ|じ|ざい)ます|ました|ません|でした|です|ください|である|(?:した|する|される|された|いる|おりた)|(?:ない))(?<!と(?:する|した)|次のとおりです|について.{0,4}する)$", RegexOptions.CultureInvariant)]
    private static partial Regex Predicate();

    [GeneratedRegex(@"^[ 　]{0,8}(?:[(（][0-9０-９アイウエオカキクケコ]{1,2}[)）]|[0-9０-９]{1,2}(?=[ 　])|[アイウエオカキクケコ](?=[ 　])|[・①-⑳])[ 　]*(?<b>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"[うくぐすつぬぶむるたい](?:こと|とき)$", RegexOptions.CultureInvariant)]
    private static partial Regex Condition();

    [GeneratedRegex(@"(?:[一-鿿々ァ-ヶー）A-Za-z0-9０-９])。$", RegexOptions.CultureInvariant)]
    private static partial Regex NounStop();

    [GeneratedRegex(@"^(?:件名|題名|標題|議題|見出し)?[ 　：:]{0,3}[^。、]{3,40}について(?:（(?:通知|依頼|照会|回答|報告|伺い)）)?。$", RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(@"^（[^（）。]{1,30}）$", RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}
