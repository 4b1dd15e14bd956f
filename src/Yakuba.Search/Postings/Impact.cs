namespace Yakuba.Search.Postings;

/// <summary>The part of BM25 that depends on one passage, as a number of 8 bits.</summary>
/// <remarks>
/// Source: Robertson and Zaragoza, BM25 and Beyond, 2009, with k1 = 1.2 and b = 0.75, without the constant factor k1 + 1.
/// The other part, idf, is applied at query time from counts over all segments, so that segments agree.
/// </remarks>
internal static class Impact
{
    internal const double K1 = 1.2;
    internal const double B = 0.75;

    /// <summary>Largest number of occurrences that is counted; more count as this many.</summary>
    internal const int MaxOccurrences = 255;

    /// <summary>Largest field length that is counted, in terms.</summary>
    internal const int MaxLength = ushort.MaxValue;

    /// <summary>The saturation constant k1(1 − b + b·length/mean) of a passage's field.</summary>
    internal static double Saturation(int length, double meanLength) => K1 * (1 - B + (B * length / meanLength));

    /// <summary>round(255·tf / (tf + saturation)), at least 1.</summary>
    internal static byte Of(int occurrences, double saturation) =>
        (byte)Math.Max(1, (int)((255.0 * occurrences / (occurrences + saturation)) + 0.5));

    /// <summary>
    /// The occurrences that gave <paramref name="impact"/>. Exact for counts that 8 bits tell apart (up to about 12 in a
    /// passage of mean length); above, a count whose impact is the same.
    /// </summary>
    internal static int OccurrencesOf(byte impact, double saturation) => impact == 255
        ? MaxOccurrences
        : Math.Clamp((int)((saturation * impact / (255.0 - impact)) + 0.5), 1, MaxOccurrences);
}
