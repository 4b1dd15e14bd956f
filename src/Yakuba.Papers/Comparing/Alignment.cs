namespace Yakuba.Papers;

/// <summary>Finds what two sequences have in common, in order, with the fewest left over (Myers' O(ND)).</summary>
/// <remarks>Source: Myers, An O(ND) Difference Algorithm and Its Variations, 1986.</remarks>
internal static class Alignment
{
    /// <summary>Beyond so many differences the rest is taken as replaced: nobody reads such marks, and time grows with their square.</summary>
    private const int MostDifferences = 1_500;

    /// <summary>Steps from the older to the newer sequence: both indices where they agree, one of them where only one has it, −1 for the other. Left out ones come before those put in.</summary>
    internal static List<(int Old, int New)> Of<T>(IReadOnlyList<T> old, IReadOnlyList<T> now, Func<T, T, bool> isSame)
    {
        var steps = new List<(int, int)>();
        var (start, oldEnd, newEnd) = (0, old.Count, now.Count);
        for (; start < oldEnd && start < newEnd && isSame(old[start], now[start]); start++)
        {
            steps.Add((start, start));
        }

        while (oldEnd > start && newEnd > start && isSame(old[oldEnd - 1], now[newEnd - 1]))
        {
            (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1);
        }

        var common = Common(start, oldEnd, newEnd, (o, n) => isSame(old[o], now[n]));
        var (a, b) = (start, start);
        foreach (var (o, n) in common.Append((oldEnd, newEnd)))
        {
            for (; a < o; a++)
            {
                steps.Add((a, -1));
            }

            for (; b < n; b++)
            {
                steps.Add((-1, b));
            }

            if (o < oldEnd || n < newEnd)
            {
                steps.Add((o, n));
                (a, b) = (o + 1, n + 1);
            }
        }

        for (; oldEnd < old.Count; oldEnd++, newEnd++)
        {
            steps.Add((oldEnd, newEnd));
        }

        return steps;
    }

    /// <summary>Pairs that agree, in order, between the beginning and the two ends.</summary>
    private static List<(int Old, int New)> Common(int start, int oldEnd, int newEnd, Func<int, int, bool> isSame)
    {
        var (n, m) = (oldEnd - start, newEnd - start);
        var trace = new List<int[]>();
        var furthest = new Dictionary<int, int> { [1] = 0 };
        for (var d = 0; n > 0 && m > 0 && d <= Math.Min(n + m, MostDifferences); d++)
        {
            var row = new int[d + 1];
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && furthest[k - 1] < furthest[k + 1]) ? furthest[k + 1] : furthest[k - 1] + 1;
                for (var y = x - k; x < n && y < m && isSame(start + x, start + y); y++)
                {
                    x++;
                }

                furthest[k] = x;
                row[(k + d) / 2] = x;
                if (x >= n && x - k >= m)
                {
                    trace.Add(row);
                    return Back(trace, start, n, m);
                }
            }

            trace.Add(row);
        }

        return [];
    }

    private static List<(int Old, int New)> Back(List<int[]> trace, int start, int n, int m)
    {
        var pairs = new List<(int, int)>();
        var (x, y) = (n, m);
        for (var d = trace.Count - 1; d >= 0; d--)
        {
            var k = x - y;
            var (fromX, fromY) = (0, 0);
            if (d > 0)
            {
                var isDown = k == -d || (k != d && At(d - 1, k - 1) < At(d - 1, k + 1));
                fromX = At(d - 1, isDown ? k + 1 : k - 1);
                fromY = fromX - (isDown ? k + 1 : k - 1);
            }

            while (x > fromX && y > fromY)
            {
                (x, y) = (x - 1, y - 1);
                pairs.Add((start + x, start + y));
            }

            (x, y) = (fromX, fromY);
        }

        pairs.Reverse();
        return pairs;

        int At(int d, int k) => trace[d][(k + d) / 2];
    }
}
