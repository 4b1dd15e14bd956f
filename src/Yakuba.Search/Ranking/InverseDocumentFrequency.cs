namespace Yakuba.Search.Ranking;

/// <summary>The weight of a rare term over a common one.</summary>
internal static class InverseDocumentFrequency
{
    /// <summary>ln(1 + (N − n + ½) / (n + ½)).</summary>
    /// <param name="passages">Passages of the index, N; at least <paramref name="holding"/>.</param>
    /// <param name="holding">Passages that hold the term, n; at least 1.</param>
    /// <returns>Above 0, in nats.</returns>
    /// <remarks>Source: Robertson and Zaragoza, BM25 and Beyond, 2009, with the 1 that keeps it positive as in Lucene.</remarks>
    internal static double Of(long passages, long holding) => Math.Log(1 + ((passages - holding + 0.5) / (holding + 0.5)));
}
