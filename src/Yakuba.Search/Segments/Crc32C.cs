using System.Buffers.Binary;
using System.Numerics;

namespace Yakuba.Search.Segments;

/// <summary>CRC-32C (Castagnoli, RFC 3720 appendix B.4): one machine instruction for eight bytes where the processor has it.</summary>
internal static class Crc32C
{
    /// <summary>Checksum of <paramref name="bytes"/>; "123456789" in ASCII gives E3069283 (hexadecimal).</summary>
    internal static uint Of(ReadOnlySpan<byte> bytes) => Append(0, bytes);

    /// <summary>Checksum of what <paramref name="crc"/> covers, followed by <paramref name="bytes"/>.</summary>
    internal static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        var state = ~crc;
        while (bytes.Length >= 8)
        {
            state = BitOperations.Crc32C(state, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        foreach (var value in bytes)
        {
            state = BitOperations.Crc32C(state, value);
        }

        return ~state;
    }

    /// <summary>Checksum of a mapped range, which may be longer than a span can be.</summary>
    internal static unsafe uint Of(byte* start, long length)
    {
        const int Step = 1 << 30;
        uint crc = 0;
        for (long at = 0; at < length; at += Step)
        {
            crc = Append(crc, new ReadOnlySpan<byte>(start + at, (int)Math.Min(Step, length - at)));
        }

        return crc;
    }
}
