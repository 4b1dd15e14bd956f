namespace Yakuba.Papers;

/// <summary>Makes one sequence of two aligned ones. Where some were left out and others put in at one place, the first of them that are alike become one that changed.</summary>
internal static class Gaps
{
    /// <param name="steps">How the two agree.</param>
    /// <param name="old">The older sequence.</param>
    /// <param name="now">The newer one.</param>
    /// <param name="pair">One as a change of the other; null when they are two things.</param>
    /// <param name="mark">One that only one sequence has.</param>
    internal static IEnumerable<T> Fill<T>(List<(int Old, int New)> steps, IReadOnlyList<T> old, IReadOnlyList<T> now, Func<T, T, T?> pair, Func<T, PaperChange, T> mark)
        where T : class
    {
        var (gone, come) = (new Queue<T>(), new Queue<T>());
        foreach (var (o, n) in steps.Append((int.MaxValue, int.MaxValue)))
        {
            if (n < 0)
            {
                gone.Enqueue(old[o]);
                continue;
            }

            if (o < 0)
            {
                come.Enqueue(now[n]);
                continue;
            }

            foreach (var one in Filled(gone, come, pair, mark))
            {
                yield return one;
            }

            if (n < int.MaxValue)
            {
                yield return now[n];
            }
        }
    }

    private static IEnumerable<T> Filled<T>(Queue<T> gone, Queue<T> come, Func<T, T, T?> pair, Func<T, PaperChange, T> mark)
        where T : class
    {
        while (come.TryDequeue(out var next))
        {
            var (left, match) = Match(gone, next, pair);
            for (; left > 0; left--)
            {
                yield return mark(gone.Dequeue(), PaperChange.Deleted);
            }

            if (match is not null)
            {
                gone.Dequeue();
            }

            yield return match ?? mark(next, PaperChange.Inserted);
        }

        while (gone.TryDequeue(out var rest))
        {
            yield return mark(rest, PaperChange.Deleted);
        }
    }

    /// <summary>Looks a few ahead, so that one line put in between does not part all that follow it.</summary>
    private static (int Left, T? Match) Match<T>(Queue<T> gone, T next, Func<T, T, T?> pair)
        where T : class
    {
        const int Ahead = 4;
        var left = 0;
        foreach (var old in gone.Take(Ahead))
        {
            if (pair(old, next) is { } match)
            {
                return (left, match);
            }

            left++;
        }

        return (0, null);
    }
}
