namespace Yakuba.Search.Segments;

/// <summary>What identifies the bytes of a segment file: its trailer's checksum covers those of all sections.</summary>
/// <param name="Length">Length of the file in bytes.</param>
/// <param name="Checksum">Last four bytes of the file.</param>
internal readonly record struct SegmentStamp(long Length, uint Checksum);
