namespace Yakuba.Legislation;

/// <summary>What two sequences share in order: the longest common subsequence, by Myers' greedy method.</summary>
/// <remarks>Source: E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986.</remarks>
internal static class SequenceMatch
{
    /// <summary>Pairs beyond this many differences are not sought: the sequences have nothing to say to each other.</summary>
    private const int MostDifferences = 3_000;

    /// <summary>Index pairs (old, new) that match, ascending in both.</summary>
    internal static IReadOnlyList<(int Old, int New)> Between<T>(IReadOnlyList<T> old, IReadOnlyList<T> @new, IEqualityComparer<T>? same = null)
    {
        same ??= EqualityComparer<T>.Default;
        var head = 0;
        while (head < old.Count && head < @new.Count && same.Equals(old[head], @new[head]))
        {
            head++;
        }

        var tail = 0;
        while (tail < old.Count - head && tail < @new.Count - head && same.Equals(old[^(tail + 1)], @new[^(tail + 1)]))
        {
            tail++;
        }

        var pairs = new List<(int, int)>(Enumerable.Range(0, head).Select(i => (i, i)));
        var middle = Middle(head, old.Count - tail, head, @new.Count - tail, (i, j) => same.Equals(old[i], @new[j]));
        pairs.AddRange(middle);
        pairs.AddRange(Enumerable.Range(1, tail).Reverse().Select(i => (old.Count - i, @new.Count - i)));
        return pairs;
    }

    private static List<(int Old, int New)> Middle(int oldFrom, int oldTo, int newFrom, int newTo, Func<int, int, bool> same)
    {
        int n = oldTo - oldFrom, m = newTo - newFrom;
        if (n == 0 || m == 0)
        {
            return [];
        }

        // furthest[k] = how far into the old sequence diagonal k came; one copy is kept for each count of differences, to walk back.
        var most = Math.Min(n + m, MostDifferences);
        var furthest = new int[(2 * most) + 3];
        var history = new List<int[]>();
        for (var d = 0; d <= most; d++)
        {
            history.Add(furthest[(most + 1 - d - 1)..(most + 1 + d + 2)]);
            for (var k = -d; k <= d; k += 2)
            {
                var down = k == -d || (k != d && furthest[most + 1 + k - 1] < furthest[most + 1 + k + 1]);
                var x = down ? furthest[most + 1 + k + 1] : furthest[most + 1 + k - 1] + 1;
                while (x < n && x - k < m && same(oldFrom + x, newFrom + x - k))
                {
                    x++;
                }

                furthest[most + 1 + k] = x;
                if (x >= n && x - k >= m)
                {
                    return Back(history, n, m, oldFrom, newFrom);
                }
            }
        }

        return [];
    }

    private static List<(int Old, int New)> Back(List<int[]> history, int n, int m, int oldFrom, int newFrom)
    {
        var pairs = new List<(int, int)>();
        int x = n, y = m;
        for (var d = history.Count - 1; d >= 0; d--)
        {
            var furthest = history[d]; // index of diagonal k is k + d + 1
            var k = x - y;
            var down = k == -d || (k != d && furthest[k + d] < furthest[k + d + 2]);
            var from = down ? k + 1 : k - 1;
            var startX = d == 0 ? 0 : furthest[from + d + 1];
            var startY = d == 0 ? 0 : startX - from;
            while (x > startX && y > startY && x > 0 && y > 0)
            {
                if (d > 0 && (down ? x <= startX : x <= startX + 1))
                {
                    break;
                }

                pairs.Add((oldFrom + --x, newFrom + --y));
            }

            (x, y) = (startX, startY);
        }

        pairs.Reverse();
        return pairs;
    }
}
