namespace Yakuba.Search.Segments;

/// <summary>
/// A section of which a search reads a little here and there: it is checked in blocks of <see cref="SegmentFormat.BlockBytes"/>, each
/// before it is first read. Of a segment without checksums for blocks the whole section is checked instead.
/// </summary>
/// <param name="checksums">One for each block; null when the segment has none.</param>
internal sealed unsafe class SectionBlocks(SegmentReader segment, SectionId section, uint* checksums)
{
    private readonly bool[] _sound = new bool[CountOf(segment.Extent(section).Length)];

    /// <summary>Must be called before these bytes of the section are read. Threads may meet here: a block is then checked twice.</summary>
    /// <exception cref="IndexDamagedException">They are not what was written.</exception>
    internal void Demand(long offset, long length)
    {
        var last = (offset + length - 1) >> SegmentFormat.BlockBits;
        for (var block = offset >> SegmentFormat.BlockBits; block <= last; block++)
        {
            if (!Volatile.Read(ref _sound[block]))
            {
                Check(block);
            }
        }
    }

    /// <summary>Asks the system to read the block of a byte ahead, unless it was read before.</summary>
    internal void Expect(long offset)
    {
        var block = offset >> SegmentFormat.BlockBits;
        if (!Volatile.Read(ref _sound[block]))
        {
            segment.Fetch(section, block << SegmentFormat.BlockBits, LengthOf(block));
        }
    }

    /// <summary>Blocks of a section of this many bytes.</summary>
    internal static long CountOf(long length) => (length + SegmentFormat.BlockBytes - 1) >> SegmentFormat.BlockBits;

    private long LengthOf(long block) =>
        Math.Min(SegmentFormat.BlockBytes, segment.Extent(section).Length - (block << SegmentFormat.BlockBits));

    private void Check(long block)
    {
        if (checksums == null)
        {
            SegmentCheck.Checksum(segment, section);
            Array.Fill(_sound, true);
            return;
        }

        var isSound = Crc32C.Of(segment.At(section) + (block << SegmentFormat.BlockBits), LengthOf(block)) == checksums[block];
        SegmentCheck.Demand(segment, section, isSound, "the checksum of a block does not match");
        Volatile.Write(ref _sound[block], true);
    }
}
