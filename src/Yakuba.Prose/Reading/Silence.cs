namespace Yakuba.Prose;

/// <summary>
/// What the writer wants left as it is, said in the text itself: from 〔校正しない〕 to 〔校正する〕, the line of 〔この行は校正しない〕;
/// rules may be named, 〔校正しない：kana-koto kana-mono〕. It may stand in a comment of HTML or Markdown.
/// </summary>
internal sealed class Silence
{
    private const string From = "〔校正しない";
    private const string To = "〔校正する〕";
    private const string Line = "〔この行は校正しない";

    private readonly List<Stretch> _parts = [];
    private readonly List<Stretch> _lines = [];

    internal Silence(string text)
    {
        for (var at = text.IndexOf(From, StringComparison.Ordinal); at >= 0;)
        {
            var end = text.IndexOf(To, at, StringComparison.Ordinal) is >= 0 and var to ? to + To.Length : text.Length;
            _parts.Add(new Stretch(at, end, Named(text, at + From.Length)));
            at = text.IndexOf(From, end, StringComparison.Ordinal);
        }

        for (var at = text.IndexOf(Line, StringComparison.Ordinal); at >= 0;)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var next ? next : text.Length;
            _lines.Add(new Stretch(text.LastIndexOf('\n', at) + 1, end, Named(text, at + Line.Length)));
            at = text.IndexOf(Line, end, StringComparison.Ordinal);
        }
    }

    internal bool Covers(Finding finding) => Covers(_parts, finding) || Covers(_lines, finding);

    /// <summary>The stretches of one list are in order and apart: only the last that begins before the finding can hold it.</summary>
    private static bool Covers(List<Stretch> stretches, Finding finding)
    {
        var (low, high) = (0, stretches.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = stretches[middle].Start <= finding.Start ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && stretches[low - 1] is var last && finding.Start < last.End && (last.Rules.Count == 0 || last.Rules.Contains(finding.Rule));
    }

    private static HashSet<string> Named(string text, int at)
    {
        var end = text.AsSpan(at, Math.Min(400, text.Length - at)).IndexOf('〕');
        return end <= 0 ? [] : [.. text.Substring(at, end).Split(['：', ':', ' ', '　', ',', '、'], StringSplitOptions.RemoveEmptyEntries)];
    }

    private sealed record Stretch(int Start, int End, IReadOnlySet<string> Rules);
}
