using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>Lines of two versions with what differs marked.</summary>
internal static class MarkedLines
{
    private const double LeastAlike = 0.4;

    /// <summary>A line that the other version has not.</summary>
    internal static ImmutableArray<MarkedText> Whole(string line) => [new(line, true)];

    internal static (ImmutableArray<ImmutableArray<MarkedText>> Old, ImmutableArray<ImmutableArray<MarkedText>> New) Between(ImmutableArray<string> old, ImmutableArray<string> @new)
    {
        var left = old.Select(Whole).ToArray();
        var right = @new.Select(Whole).ToArray();
        int i = 0, j = 0;
        foreach (var (same, other) in SequenceMatch.Between(old, @new).Append((old.Length, @new.Length)))
        {
            for (; j < other; j++)
            {
                // A line of which much is left is the same line, changed.
                for (var at = i; at < same; at++)
                {
                    if (ProvisionMatch.Likeness(old[at], @new[j]) >= LeastAlike)
                    {
                        (left[at], right[j]) = Marked(old[at], @new[j]);
                        i = at + 1;
                        break;
                    }
                }
            }

            if (same < old.Length)
            {
                (left[same], right[other]) = ([new(old[same], false)], [new(@new[other], false)]);
            }

            (i, j) = (same + 1, other + 1);
        }

        return ([.. left], [.. right]);
    }

    private static (ImmutableArray<MarkedText> Old, ImmutableArray<MarkedText> New) Marked(string old, string @new)
    {
        var hunks = PhraseDifference.Between(old, @new);
        return (Marked(old, [.. hunks.Select(h => (h.Start, h.Old.Length))]), Marked(@new, [.. hunks.Select(h => (h.NewStart, h.New.Length))]));
    }

    private static ImmutableArray<MarkedText> Marked(string line, IReadOnlyList<(int Start, int Length)> marks)
    {
        var pieces = ImmutableArray.CreateBuilder<MarkedText>();
        var at = 0;
        void Add(int to, bool isMarked)
        {
            if (to > at)
            {
                pieces.Add(new(line[at..to], isMarked));
            }

            at = to;
        }

        foreach (var (start, length) in marks)
        {
            Add(start, false);
            Add(start + length, true);
        }

        Add(line.Length, false);
        return pieces.ToImmutable();
    }
}
