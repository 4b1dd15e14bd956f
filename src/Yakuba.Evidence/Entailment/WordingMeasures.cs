namespace Yakuba.Evidence;

/// <summary>How alike the two are as strings of characters.</summary>
internal static class WordingMeasures
{
    internal static void Add(PairMeasures to, Alignment pair)
    {
        var (p, h) = (pair.Premise.Text, pair.Hypothesis.Text);
        to.Add("same text", p == h ? 1 : 0);
        to.Add("characters", (h.Length + 1.0) / (p.Length + 1.0));
        for (var size = 1; size <= 3; size++)
        {
            var (one, other) = (Runs(p, size), Runs(h, size));
            var shared = (double)other.Count(one.Contains);
            to.Add($"runs of {size} kept", shared / Math.Max(1, other.Count));
            to.Add($"runs of {size} answered", shared / Math.Max(1, one.Count));
        }

        var run = CommonSubsequence(p, h);
        to.Add("in order kept", (double)run / Math.Max(1, h.Length));
        to.Add("in order answered", (double)run / Math.Max(1, p.Length));
        to.Add("same start", (double)p.Zip(h).TakeWhile(pair => pair.First == pair.Second).Count() / Math.Max(1, h.Length));
        to.Add("same end", (double)p.Reverse().Zip(h.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count() / Math.Max(1, h.Length));
    }

    private static HashSet<string> Runs(string text, int size) =>
        Enumerable.Range(0, Math.Max(0, text.Length - size + 1)).Select(at => text.Substring(at, size)).ToHashSet(StringComparer.Ordinal);

    private static int CommonSubsequence(string a, string b)
    {
        var best = new int[b.Length + 1];
        foreach (var c in a)
        {
            var diagonal = 0;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = best[j];
                best[j] = c == b[j - 1] ? diagonal + 1 : Math.Max(above, best[j - 1]);
                diagonal = above;
            }
        }

        return best[^1];
    }
}
