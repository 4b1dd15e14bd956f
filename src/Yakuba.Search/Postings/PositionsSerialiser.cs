using System.Runtime.InteropServices;
using Yakuba.Search.Segments;

namespace Yakuba.Search.Postings;

/// <summary>Writes the positions of one term: where every 64th posting begins, then the positions themselves.</summary>
internal static class PositionsSerialiser
{
    /// <returns>Position in the stream at which the block starts, a multiple of 4, and its checksum.</returns>
    internal static (long At, uint Checksum) Write(SegmentStream to, ReadOnlySpan<ushort> positions)
    {
        var skips = Skips(positions);
        to.PadTo(sizeof(uint));
        var at = to.Position;
        to.Write(skips);
        to.Write(positions);
        return (at, Crc32C.Append(Crc32C.Of(MemoryMarshal.AsBytes(skips)), MemoryMarshal.AsBytes(positions)));
    }

    private static ReadOnlySpan<uint> Skips(ReadOnlySpan<ushort> positions)
    {
        var skips = new List<uint>();
        var posting = 0;
        for (var i = 0; i < positions.Length; i++)
        {
            if (posting % SegmentFormat.PostingsInSkip == 0 && (i == 0 || (positions[i - 1] & SegmentFormat.LastPosition) != 0))
            {
                skips.Add((uint)i);
            }

            posting += (positions[i] & SegmentFormat.LastPosition) != 0 ? 1 : 0;
        }

        return CollectionsMarshal.AsSpan(skips);
    }
}
