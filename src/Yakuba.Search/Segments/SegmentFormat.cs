namespace Yakuba.Search.Segments;

/// <summary>Constants of the segment file. docs/formats/segment.md draws the same bytes; change both together.</summary>
internal static class SegmentFormat
{
    /// <summary>Format version that this program writes and reads.</summary>
    internal const uint Version = 2;

    /// <summary>Every section starts at a multiple of this many bytes and is padded to one.</summary>
    internal const int Alignment = 64;

    internal const int HeaderBytes = 64;
    internal const int TrailerBytes = 64;
    internal const int TableRowBytes = 24;

    /// <summary>Passages in a window.</summary>
    internal const int Window = 1 << WindowBits;

    internal const int WindowBits = 7;

    /// <summary>Shift from a rare posting (passage &lt;&lt; 8 | impact) to its window.</summary>
    internal const int RareWindowShift = 8 + WindowBits;

    /// <summary>A rare posting keeps the passage number in 24 bits.</summary>
    internal const int MaxPassages = 1 << 24;

    /// <summary>Postings between two places at which reading positions can begin.</summary>
    internal const int PostingsInSkip = 64;

    /// <summary>Marks the last position of a posting.</summary>
    internal const int LastPosition = 1 << 15;

    /// <summary>Positions from this one on are not kept; stands alone where a posting has no smaller one.</summary>
    internal const int NoPosition = LastPosition - 1;

    internal static ReadOnlySpan<byte> HeaderMagic => "YAKUBSEG"u8;

    internal static ReadOnlySpan<byte> TrailerMagic => "YAKUBEND"u8;

    internal static long Padded(long bytes) => (bytes + Alignment - 1) & ~(long)(Alignment - 1);

    internal static int WindowsOf(int passages) => (passages + Window - 1) >> WindowBits;

    internal static long SkipsOf(long postings) => (postings + PostingsInSkip - 1) / PostingsInSkip;

    /// <summary>
    /// Passages from which a term is stored in windows. Below twice the number of windows, the flat list is both smaller and
    /// faster than a maximum and an offset for each window.
    /// </summary>
    internal static int FrequentFrom(int windows) => Math.Max(64, windows * 2);
}
