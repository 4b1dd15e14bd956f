using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>Rows of a 別表, named by their first cell: 2の項.</summary>
internal static class TableRows
{
    /// <summary>The tables and row numbers whose first cell is the name; blanks do not count.</summary>
    internal static IReadOnlyList<(DraftNode Table, int Row)> Named(DraftNode node, string name)
    {
        var plain = Blanks.Without(name);
        return [.. from table in node.WithAllBelow()
                   where table.Table is not null
                   from row in Enumerable.Range(0, table.Table!.Rows.Length)
                   where Blanks.Without(table.Table!.Rows[row][0]) == plain
                   select (table, row)];
    }

    /// <summary>Lines of an amendment as rows: cells are divided by tabs; null where a line is no row.</summary>
    internal static ImmutableArray<ImmutableArray<string>>? Read(ImmutableArray<string> lines)
    {
        if (lines.Any(l => !l.Contains('\t', StringComparison.Ordinal)))
        {
            return null;
        }

        return [.. lines.Select(l => l.StartsWith('\t') ? l[1..] : l).Select(l => l.Split('\t').ToImmutableArray())];
    }

    /// <summary>A row as a line: a tab before each cell.</summary>
    internal static string Line(ImmutableArray<string> row) => string.Concat(row.Select(cell => '\t' + cell));
}
