using Yakuba.Search.Queries;

namespace Yakuba.Search.Vectors;

/// <summary>Vectors of a snapshot that a search may look at, as ranges: rights come before any score.</summary>
internal sealed unsafe class PermittedRanges : IDisposable
{
    private readonly NativeBuffer<Range> _ranges = new();

    /// <param name="Part">Place of the file in the snapshot.</param>
    /// <param name="From">First vector.</param>
    /// <param name="To">One past the last.</param>
    internal readonly record struct Range(int Part, int From, int To);

    internal int Count { get; private set; }

    /// <summary>Vectors in all ranges.</summary>
    internal long Vectors { get; private set; }

    internal ref readonly Range this[int index] => ref _ranges.Start[index];

    internal void Set(VectorPart[] parts, PermittedGroups permitted)
    {
        var groups = 0;
        foreach (var part in parts)
        {
            groups += part.File.Header.Groups;
        }

        _ranges.Reserve(groups);
        (Count, Vectors) = (0, 0);
        for (var part = 0; part < parts.Length; part++)
        {
            Add(part, parts[part], permitted.Groups);
        }
    }

    public void Dispose() => _ranges.Dispose();

    // Both lists ascend. Few permitted groups are looked up one by one; many are walked side by side with the group table.
    private void Add(int number, VectorPart part, uint[]? permitted)
    {
        var groups = part.File.Header.Groups;
        if (permitted is not null && permitted.Length < groups / 32)
        {
            foreach (var group in permitted)
            {
                var row = part.File.FindGroup(group);
                if (row >= 0)
                {
                    AddRow(number, part, row);
                }
            }

            return;
        }

        var next = 0;
        for (var row = 0; row < groups; row++)
        {
            var group = part.File.Groups[row].Group;
            while (permitted is not null && next < permitted.Length && permitted[next] < group)
            {
                next++;
            }

            if (permitted is null || (next < permitted.Length && permitted[next] == group))
            {
                AddRow(number, part, row);
            }
        }
    }

    private void AddRow(int number, VectorPart part, int row)
    {
        if (part.Hides(part.File.Groups[row].Group))
        {
            return;
        }

        var range = new Range(number, (int)part.File.Groups[row].FirstPassage, (int)part.File.Groups[row + 1].FirstPassage);
        Vectors += range.To - range.From;
        if (Count > 0 && _ranges.Start[Count - 1] is { } last && last.Part == number && last.To == range.From)
        {
            _ranges.Start[Count - 1] = last with { To = range.To };
        }
        else
        {
            _ranges.Start[Count++] = range;
        }
    }
}
