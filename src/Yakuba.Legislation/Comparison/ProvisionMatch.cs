namespace Yakuba.Legislation;

/// <summary>Which provision of the old text became which of the new, among those of one numbering: by what they say, then by their number.</summary>
internal static class ProvisionMatch
{
    /// <summary>Shorter texts (削除) say too little to be known again under another number.</summary>
    private const int ShortestMoved = 8;
    private const double LeastAlike = 0.5;
    private const int MostCompared = 60_000;

    /// <summary>For each old one the index of what it became, or -1.</summary>
    internal static int[] Between(IReadOnlyList<Provision> old, IReadOnlyList<Provision> @new)
    {
        var pairs = Enumerable.Repeat(-1, old.Count).ToArray();
        var taken = new bool[@new.Count];
        void Pair(int i, int j) => (pairs[i], taken[j]) = (j, true);

        string[] oldSays = [.. old.Select(Says)], newSays = [.. @new.Select(Says)];
        var numbers = new Dictionary<ProvisionNumber, int>();
        for (var j = 0; j < @new.Count; j++)
        {
            numbers.TryAdd(@new[j].Number, j);
        }

        for (var i = 0; i < old.Count; i++)
        {
            if (numbers.TryGetValue(old[i].Number, out var j) && !taken[j] && newSays[j] == oldSays[i])
            {
                Pair(i, j);
            }
        }

        var words = Enumerable.Range(0, @new.Count).Where(j => !taken[j] && newSays[j].Length >= ShortestMoved).GroupBy(j => newSays[j]).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First());
        for (var i = 0; i < old.Count; i++)
        {
            if (pairs[i] < 0 && words.TryGetValue(oldSays[i], out var j) && !taken[j])
            {
                Pair(i, j);
            }
        }

        foreach (var (i, j) in Alike(oldSays, newSays, pairs, taken, (i, j) => old[i].Number == @new[j].Number))
        {
            if (pairs[i] < 0 && !taken[j])
            {
                Pair(i, j);
            }
        }

        for (var i = 0; i < old.Count; i++)
        {
            if (pairs[i] < 0 && numbers.TryGetValue(old[i].Number, out var j) && !taken[j])
            {
                Pair(i, j);
            }
        }

        return pairs;
    }

    /// <summary>What a provision says without its number: caption and all texts below it.</summary>
    internal static string Says(Provision provision)
    {
        var parts = new List<string>();
        foreach (var part in provision.WithAllBelow())
        {
            parts.Add(part == provision ? part.Caption : part.Label);
            parts.Add(part.Text);
            parts.AddRange(part.Table?.Rows.SelectMany(r => r) ?? []);
        }

        return string.Join('\n', parts.Where(p => p.Length > 0));
    }

    /// <summary>Pairs of what is left that say much the same, the most alike first; the same number counts a little.</summary>
    private static IEnumerable<(int Old, int New)> Alike(string[] old, string[] @new, int[] pairs, bool[] taken, Func<int, int, bool> sameNumber)
    {
        List<int> left = [.. Enumerable.Range(0, old.Length).Where(i => pairs[i] < 0 && old[i].Length >= ShortestMoved)];
        List<int> right = [.. Enumerable.Range(0, @new.Length).Where(j => !taken[j] && @new[j].Length >= ShortestMoved)];
        if ((long)left.Count * right.Count > MostCompared)
        {
            return [];
        }

        var leftPairs = left.ToDictionary(i => i, i => Couples(old[i]));
        var rightPairs = right.ToDictionary(j => j, j => Couples(@new[j]));
        return [.. from i in left
                   from j in right
                   let alike = Likeness(leftPairs[i], rightPairs[j]) + (sameNumber(i, j) ? 0.1 : 0)
                   where alike >= LeastAlike
                   orderby alike descending, i, j
                   select (i, j)];
    }

    /// <summary>How much two texts share, 0 to 1.</summary>
    internal static double Likeness(string left, string right) => Likeness(Couples(left), Couples(right));

    private static HashSet<int> Couples(string text)
    {
        var couples = new HashSet<int>();
        for (var i = 1; i < text.Length; i++)
        {
            couples.Add((text[i - 1] << 16) | text[i]);
        }

        return couples;
    }

    /// <summary>Share of pairs of characters that both have, 0 to 1 (Dice).</summary>
    private static double Likeness(HashSet<int> left, HashSet<int> right) =>
        left.Count + right.Count == 0 ? 0 : 2.0 * (left.Count < right.Count ? left.Count(right.Contains) : right.Count(left.Contains)) / (left.Count + right.Count);
}
