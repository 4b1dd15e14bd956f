namespace Yakuba.Legislation;

/// <summary>The lines of a text that are not blank, with their looks and their places in the source.</summary>
internal sealed class SourceLines
{
    private readonly List<LineShape> _shapes = [];
    private readonly List<int> _numbers = [];

    internal SourceLines(IEnumerable<string> lines)
    {
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (LineShape.Of(line) is { Text.Length: > 0 } shape)
            {
                _shapes.Add(shape);
                _numbers.Add(number);
            }
        }
    }

    internal int Count => _shapes.Count;

    internal LineShape this[int index] => _shapes[index];

    /// <summary>Line of the source, from 1.</summary>
    internal int LineOf(int index) => _numbers[index];

    /// <summary>The first line from a place on that a test holds for; the count when there is none.</summary>
    internal int Find(int from, Func<LineShape, bool> test)
    {
        while (from < Count && !test(this[from]))
        {
            from++;
        }

        return from;
    }
}
