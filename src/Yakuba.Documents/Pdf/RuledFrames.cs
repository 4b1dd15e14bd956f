namespace Yakuba.Documents;

/// <summary>Puts crossing rules together to frames: the lines between rows and columns of one ruled table.</summary>
internal sealed record RuledFrame(IReadOnlyList<double> Xs, IReadOnlyList<double> Ys, IReadOnlyList<PdfRule> Across, IReadOnlyList<PdfRule> Down)
{
    /// <summary>Rules this near, in points, are two edges of one line or meet each other.</summary>
    private const double Near = 4;

    /// <summary>No letter has an edge this long, in points.</summary>
    private const double Long = 60;

    internal PageBox Box => new(Xs[0], Ys[0], Xs[^1], Ys[^1]);

    /// <summary>Frames of at least two rows and two columns, small ones first: a table inside a cell is found before the one around it.</summary>
    internal static List<RuledFrame> Of(PdfRules rules)
    {
        var across = rules.Across;
        var group = Enumerable.Range(0, across.Count + rules.Down.Count).ToArray();
        for (var d = 0; d < rules.Down.Count; d++)
        {
            for (var a = 0; a < across.Count; a++)
            {
                if (Meet(across[a], rules.Down[d]))
                {
                    group[Root(group, across.Count + d)] = Root(group, a);
                }
            }
        }

        return [.. Enumerable.Range(0, group.Length).GroupBy(i => Root(group, i)).Select(g => Frame(rules, [.. g])).OfType<RuledFrame>()
            .OrderBy(f => (f.Box.Right - f.Box.Left) * (f.Box.Bottom - f.Box.Top))];
    }

    /// <summary>A rule parts two places beside each other.</summary>
    internal bool PartsColumns(int line, int row) => Covers(Down, Xs[line], (Ys[row] + Ys[row + 1]) / 2);

    /// <summary>A rule parts two places above each other.</summary>
    internal bool PartsRows(int line, int column) => Covers(Across, Ys[line], (Xs[column] + Xs[column + 1]) / 2);

    private static bool Covers(IReadOnlyList<PdfRule> rules, double at, double middle) =>
        rules.Any(r => Math.Abs(r.At - at) <= Near && r.From <= middle && middle <= r.To);

    private static RuledFrame? Frame(PdfRules rules, List<int> members)
    {
        var down = members.Where(m => m >= rules.Across.Count).Select(m => rules.Down[m - rules.Across.Count]).ToList();
        var across = members.Where(m => m < rules.Across.Count).Select(m => rules.Across[m]).Where(r => IsLong(r) || EndsAt(r, down)).ToList();
        down.RemoveAll(r => !IsLong(r) && !EndsAt(r, across));
        if (across.Count < 2 || down.Count == 0)
        {
            return null;
        }

        // Many Japanese tables are open at the sides: where their long rules end, their outer columns end.
        var xs = Lines([.. down.Select(r => r.At), across.Min(r => r.From), across.Max(r => r.To)]);
        var ys = Lines([.. across.Select(r => r.At), down.Min(r => r.From), down.Max(r => r.To)]);
        return xs.Count < 3 || ys.Count < 3 ? null : new RuledFrame(xs, ys, across, down);
    }

    private static bool IsLong(PdfRule rule) => rule.To - rule.From >= Long;

    /// <summary>Both ends lie on crossing rules; the edge of a letter ends free.</summary>
    private static bool EndsAt(PdfRule rule, List<PdfRule> crossing) =>
        crossing.Exists(c => Math.Abs(c.At - rule.From) <= Near) && crossing.Exists(c => Math.Abs(c.At - rule.To) <= Near);

    private static List<double> Lines(List<double> places)
    {
        places.Sort();
        var lines = new List<double>();
        foreach (var place in places)
        {
            if (lines.Count == 0 || place - lines[^1] > Near)
            {
                lines.Add(place);
            }
        }

        return lines;
    }

    private static bool Meet(PdfRule across, PdfRule down) =>
        down.At >= across.From - Near && down.At <= across.To + Near && across.At >= down.From - Near && across.At <= down.To + Near;

    private static int Root(int[] group, int i)
    {
        while (group[i] != i)
        {
            i = group[i] = group[group[i]];
        }

        return i;
    }
}
