namespace Yakuba.Evidence;

/// <summary>Rows of measures cut into at most 32 bins a column at the quantiles of the rows they were cut by.</summary>
internal sealed class BinnedRows
{
    internal const int MostBins = 32;

    private readonly float[][] _edges;

    internal BinnedRows(IReadOnlyList<float[]> rows)
    {
        _edges = Enumerable.Range(0, rows[0].Length).Select(column => Edges(rows, column)).ToArray();
        Rows = rows.Select(Cut).ToArray();
    }

    /// <summary>The rows given, as bins.</summary>
    internal byte[][] Rows { get; }

    internal int Columns => _edges.Length;

    /// <summary>Another row by the same edges: bin i holds what is above edge i − 1 and not above edge i.</summary>
    internal byte[] Cut(float[] row)
    {
        var bins = new byte[row.Length];
        for (var column = 0; column < row.Length; column++)
        {
            var edges = _edges[column];
            var bin = 0;
            while (bin < edges.Length && row[column] > edges[bin])
            {
                bin++;
            }

            bins[column] = (byte)bin;
        }

        return bins;
    }

    private static float[] Edges(IReadOnlyList<float[]> rows, int column)
    {
        var values = rows.Select(row => row[column]).Order().ToArray();
        var distinct = values.Distinct().ToArray();
        return distinct.Length <= MostBins
            ? distinct[..^1]
            : Enumerable.Range(1, MostBins - 1).Select(i => values[i * values.Length / MostBins]).Distinct().ToArray();
    }
}
