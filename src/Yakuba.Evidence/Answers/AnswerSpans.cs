using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>Finds what may be an answer in a passage: runs of nouns and numbers, their beginnings and ends, runs joined by の or a comma, and what stands in quotation marks.</summary>
internal static class AnswerSpans
{
    private const int longestRun = 12;
    private const int mostJoined = 3;

    internal static List<AnswerSpan> Of(TextReading reading)
    {
        var tokens = reading.Tokens;
        var runs = Runs(tokens);
        var spans = new HashSet<(int First, int End)>();
        for (var i = 0; i < runs.Count; i++)
        {
            var (first, end) = runs[i];
            for (var cut = first + 1; cut < end && end - first <= longestRun; cut++)
            {
                spans.Add((first, cut));
                spans.Add((cut, end));
            }

            spans.Add((first, end));
            for (var j = i + 1; j < runs.Count && j <= i + mostJoined && Joins(tokens, runs[j - 1].End, runs[j].First); j++)
            {
                spans.Add((first, runs[j].End));
            }
        }

        AddQuoted(tokens, spans);
        return spans.Select(span => new AnswerSpan(span.First, span.End, SpanKind.Of(tokens, span.First, span.End))).ToList();
    }

    private static List<(int First, int End)> Runs(IReadOnlyList<Token> tokens)
    {
        var runs = new List<(int First, int End)>();
        var first = -1;
        for (var i = 0; i <= tokens.Count; i++)
        {
            var inside = i < tokens.Count && (IsNominal(tokens[i]) || (tokens[i].Surface is "・" or "." or "," or "-" or "=" or "＝" && first >= 0 && i + 1 < tokens.Count && IsNominal(tokens[i + 1])));
            if (inside && first < 0)
            {
                first = i;
            }
            else if (!inside && first >= 0)
            {
                runs.Add((first, i));
                first = -1;
            }
        }

        return runs;
    }

    private static bool IsNominal(in Token token) =>
        (token.PartOfSpeech.StartsWith("名詞", StringComparison.Ordinal) && char.IsLetterOrDigit(token.Surface[0]) && token.Surface is not ("こと" or "もの" or "ため" or "よう" or "の" or "これ" or "それ" or "ん"))
        || token.PartOfSpeech.StartsWith("接頭詞", StringComparison.Ordinal) || token.Surface is "%" or "％";

    // One or two words such as の, な, や, と, 、 or a quotation mark between two runs.
    private static bool Joins(IReadOnlyList<Token> tokens, int from, int to)
    {
        if (to - from > 2)
        {
            return false;
        }

        for (var i = from; i < to; i++)
        {
            if (tokens[i].Surface is not ("の" or "な" or "や" or "と" or "、" or "「" or "」" or "『" or "』" or "・" or "・" or "及び" or "および" or "(" or ")" or "から" or "または" or "的" or "で" or "への" or "による"))
            {
                return false;
            }
        }

        return true;
    }

    private static void AddQuoted(IReadOnlyList<Token> tokens, HashSet<(int First, int End)> spans)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Surface is "「" or "『" or "“")
            {
                for (var j = i + 1; j < tokens.Count && j < i + 25; j++)
                {
                    if (tokens[j].Surface is "」" or "』" or "”")
                    {
                        if (j > i + 1)
                        {
                            spans.Add((i + 1, j));
                            spans.Add((i, j + 1));
                        }

                        break;
                    }
                }
            }
        }
    }
}
