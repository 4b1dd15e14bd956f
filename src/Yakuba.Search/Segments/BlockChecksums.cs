namespace Yakuba.Search.Segments;

/// <summary>Collects the checksums of the blocks of some sections while a segment is being written.</summary>
internal sealed class BlockChecksums
{
    private readonly List<uint> _checksums = [];

    /// <summary>All so far, section after section.</summary>
    internal ReadOnlySpan<uint> All => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_checksums);

    /// <param name="section">The bytes of a section without its padding; the padding counts as part of the last block.</param>
    internal void Add(ReadOnlySpan<byte> section)
    {
        ReadOnlySpan<byte> zeros = stackalloc byte[SegmentFormat.Alignment];
        var padding = (int)(SegmentFormat.Padded(section.Length) - section.Length);
        for (; section.Length > 0; section = section[Math.Min(SegmentFormat.BlockBytes, section.Length)..])
        {
            var block = section[..Math.Min(SegmentFormat.BlockBytes, section.Length)];
            var checksum = Crc32C.Of(block);
            _checksums.Add(block.Length == section.Length ? Crc32C.Append(checksum, zeros[..padding]) : checksum);
        }
    }
}
