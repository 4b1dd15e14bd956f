namespace Yakuba.Search.Queries;

/// <summary>A query term that the current segment holds.</summary>
internal unsafe struct ActiveTerm
{
    /// <summary>Fixed-point weight; the sum over all terms stays below 2^24, so that 255 times it fits 32 bits.</summary>
    internal uint Weight;

    internal uint Postings;

    /// <summary>Frequent: greatest impact of each window.</summary>
    internal byte* Maxima;

    /// <summary>Frequent: first posting of each window, and the end.</summary>
    internal uint* Offsets;

    /// <summary>Frequent: place in the window &lt;&lt; 8 | impact.</summary>
    internal ushort* InWindow;

    /// <summary>Rare: passage &lt;&lt; 8 | impact.</summary>
    internal uint* Flat;

    /// <summary>Rare: for each window 1 + its first posting, or 0. All 0 between queries.</summary>
    internal uint* FirstOfWindow;
}
