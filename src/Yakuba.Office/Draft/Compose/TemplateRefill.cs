using Yakuba.Office.Draft.Text;

namespace Yakuba.Office.Draft.Compose;

/// <summary>Takes facts that changed over into the lines of a part.</summary>
/// <param name="before">The facts as they were, of the house too.</param>
/// <param name="now">The facts as they are.</param>
/// <param name="optional">Facts that may be missing.</param>
internal sealed class TemplateRefill(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now, IReadOnlySet<string> optional)
{
    /// <summary>The part with the facts as they are.</summary>
    /// <param name="lines">The template's lines of the part.</param>
    /// <param name="part">Its pieces.</param>
    internal IReadOnlyList<DraftSpan> Apply(IReadOnlyList<string> lines, IReadOnlyList<DraftSpan> part)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var (old, next) = (TemplateComposer.Line(lines[i], before, optional), TemplateComposer.Line(lines[i], now, optional));
            if (Words(old) == Words(next))
            {
                continue;
            }

            part = old.Count == 0 ? PutIn(lines, i, part, next)
                : Find(part, Words(old)) is var (from, to) ? Replaced(part, from, to, next)
                : Facts(part);
        }

        return part;
    }

    /// <summary>The part with each fact that is still whole in it as it is now. One that was emptied stays: its line was worded around it.</summary>
    internal IReadOnlyList<DraftSpan> Facts(IReadOnlyList<DraftSpan> part) => [.. part.Select(s => s.Origin == SpanOrigin.Fact && now.TryGetValue(s.From, out var words) && before.GetValueOrDefault(s.From, "") != words && (words.Length > 0 || !optional.Contains(s.From))
        ? s with { Text = words.Length > 0 ? words : FactWords.Placeholder(s.From) }
        : s)];

    private static string Words(IEnumerable<DraftSpan> spans) => string.Concat(spans.Select(s => s.Text));

    // After the nearest line above that stands, else before the nearest below, else at the end.
    private IReadOnlyList<DraftSpan> PutIn(IReadOnlyList<string> lines, int at, IReadOnlyList<DraftSpan> part, List<DraftSpan> next)
    {
        var end = new DraftSpan("\n", SpanOrigin.Template);
        for (var above = at - 1; above >= 0; above--)
        {
            if (Words(TemplateComposer.Line(lines[above], now, optional)) is { Length: > 0 } words && Find(part, words) is var (_, to))
            {
                return Replaced(part, to, to, [end, .. next]);
            }
        }

        for (var below = at + 1; below < lines.Count; below++)
        {
            if (Words(TemplateComposer.Line(lines[below], before, optional)) is { Length: > 0 } words && Find(part, words) is var (from, _))
            {
                return Replaced(part, from, from, [.. next, end]);
            }
        }

        return part.Count == 0 ? next : [.. part, end, .. next];
    }

    /// <summary>Where a line stands as the template made it: whole, and nothing in it of anybody else.</summary>
    private static (int From, int To)? Find(IReadOnlyList<DraftSpan> part, string line)
    {
        var words = Words(part);
        for (var from = words.IndexOf(line, StringComparison.Ordinal); from >= 0; from = words.IndexOf(line, from + 1, StringComparison.Ordinal))
        {
            var to = from + line.Length;
            if ((from == 0 || words[from - 1] == '\n') && (to == words.Length || words[to] == '\n') && IsTemplates(part, from, to))
            {
                return (from, to);
            }
        }

        return null;
    }

    private static bool IsTemplates(IReadOnlyList<DraftSpan> part, int from, int to)
    {
        var at = 0;
        foreach (var span in part)
        {
            var (first, after) = (at, at + span.Text.Length);
            at = after;
            if (first < to && after > from && span.Origin != SpanOrigin.Template && (span.Origin != SpanOrigin.Fact || first < from || after > to))
            {
                return false;
            }
        }

        return true;
    }

    private static List<DraftSpan> Replaced(IReadOnlyList<DraftSpan> part, int from, int to, IReadOnlyList<DraftSpan> by)
    {
        var length = part.Sum(s => s.Text.Length);
        if (by.Count == 0 && to < length)
        {
            to++; // the end of the line goes with it
        }
        else if (by.Count == 0 && from > 0)
        {
            from--;
        }

        return [.. Slice(part, 0, from), .. by, .. Slice(part, to, length)];
    }

    private static IEnumerable<DraftSpan> Slice(IReadOnlyList<DraftSpan> part, int from, int to)
    {
        var at = 0;
        foreach (var span in part)
        {
            var (first, last) = (Math.Max(from, at), Math.Min(to, at + span.Text.Length));
            if (first < last)
            {
                yield return span with { Text = span.Text[(first - at)..(last - at)] };
            }

            at += span.Text.Length;
        }
    }
}
