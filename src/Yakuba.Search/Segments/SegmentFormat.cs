namespace Yakuba.Search.Segments;

/// <summary>Constants of the segment file. docs/formats/segment.md draws the same bytes; change both together.</summary>
internal static class SegmentFormat
{
    /// <summary>Format version that this program writes.</summary>
    internal const uint Version = 3;

    /// <summary>The oldest that it reads: without the sections from <see cref="SectionId.Guide"/> on.</summary>
    internal const uint OldestVersion = 2;

    /// <summary>Every section starts at a multiple of this many bytes and is padded to one.</summary>
    internal const int Alignment = 64;

    internal const int HeaderBytes = 64;
    internal const int TrailerBytes = 64;
    internal const int TableRowBytes = 24;

    /// <summary>Passages in a window.</summary>
    internal const int Window = 1 << WindowBits;

    internal const int WindowBits = 7;

    /// <summary>Bytes that have a checksum of their own in the tables of which a search reads little.</summary>
    internal const int BlockBytes = 1 << BlockBits;

    internal const int BlockBits = 12;

    /// <summary>Rows of the term table that fill a block.</summary>
    internal const int TermsInStep = BlockBytes / 16;

    /// <summary>Rows of the group table that fill a block.</summary>
    internal const int GroupsInStep = BlockBytes / 8;

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

    /// <summary>Sections of a segment of a format version.</summary>
    internal static int SectionsOf(uint version) => version == OldestVersion ? (int)SectionId.Phrases : (int)SectionId.Blocks;

    internal static long Padded(long bytes) => (bytes + Alignment - 1) & ~(long)(Alignment - 1);

    internal static int WindowsOf(int passages) => (passages + Window - 1) >> WindowBits;

    internal static long SkipsOf(long postings) => (postings + PostingsInSkip - 1) / PostingsInSkip;

    /// <summary>
    /// Passages from which a term is stored in windows. Below twice the number of windows, the flat list is both smaller and
    /// faster than a maximum and an offset for each window.
    /// </summary>
    internal static int FrequentFrom(int windows) => Math.Max(64, windows * 2);
}
