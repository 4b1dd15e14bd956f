namespace Yakuba.Office.Evaluate.Learn;

/// <summary>How well right passages stand at the top: the normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen, TOIS 2002), each right one counting the same.</summary>
internal static class RankGain
{
    internal const int Depth = 10;

    /// <summary>0 to 1; 1 when all right ones come first.</summary>
    /// <param name="ranked">Best first.</param>
    /// <param name="right">The right ones; at least one.</param>
    internal static double Of<T>(IEnumerable<T> ranked, IReadOnlySet<T> right)
    {
        var gain = ranked.Take(Depth).Select((r, i) => right.Contains(r) ? Discount(i) : 0).Sum();
        return gain / Enumerable.Range(0, Math.Min(Depth, right.Count)).Sum(Discount);
    }

    private static double Discount(int place) => 1 / Math.Log2(place + 2);
}
