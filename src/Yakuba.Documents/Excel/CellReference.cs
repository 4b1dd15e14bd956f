using System.Globalization;

namespace Yakuba.Documents;

/// <summary>Cells in A1 form; rows and columns from 0.</summary>
internal static class CellReference
{
    /// <summary>Bounds of a sheet: 1,048,576 rows, 16,384 columns.</summary>
    internal const int MaxRow = 1_048_576;
    internal const int MaxColumn = 16_384;

    internal static (int Row, int Column)? Parse(ReadOnlySpan<char> text)
    {
        int column = 0, at = 0;
        while (at < text.Length && char.IsAsciiLetter(text[at]) && at < 3)
        {
            column = (column * 26) + (char.ToUpperInvariant(text[at++]) - 'A' + 1);
        }

        return at > 0 && column <= MaxColumn
            && int.TryParse(text[at..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is >= 1 and <= MaxRow
            ? (row - 1, column - 1)
            : null;
    }

    internal static string Name(int row, int column) =>
        Letters(column) + (row + 1).ToString(CultureInfo.InvariantCulture);

    internal static string Range(int row, int column, int lastRow, int lastColumn) =>
        row == lastRow && column == lastColumn ? Name(row, column) : $"{Name(row, column)}:{Name(lastRow, lastColumn)}";

    /// <summary>The smallest range that holds all of some ranges of one sheet.</summary>
    internal static CellLocator Around(IEnumerable<CellLocator> ranges)
    {
        var all = ranges.ToList();
        var corners = all.SelectMany(r => r.Range.Split(':')).Select(c => Parse(c) ?? throw new ArgumentException(c, nameof(ranges))).ToList();
        return new CellLocator(all[0].Sheet, Range(corners.Min(c => c.Row), corners.Min(c => c.Column), corners.Max(c => c.Row), corners.Max(c => c.Column)));
    }

    private static string Letters(int column)
    {
        var letters = "";
        for (var n = column + 1; n > 0; n = (n - 1) / 26)
        {
            letters = (char)('A' + ((n - 1) % 26)) + letters;
        }

        return letters;
    }
}
