using System.Buffers.Binary;

namespace Yakuba.Ledger;

/// <summary>Up to 256 consecutive entries in one file: each with its length as two bytes big-endian, then its bytes (C2SP tlog-tiles).</summary>
public static class EntryBundle
{
    /// <summary>Most bytes in one entry of the format.</summary>
    public const int MaxEntryBytes = 65_535;

    private const int LengthBytes = 2;

    /// <summary>Appends one entry to a bundle.</summary>
    /// <exception cref="ArgumentException">The entry has more than 65,535 bytes.</exception>
    public static void Append(Stream bundle, ReadOnlySpan<byte> entry)
    {
        if (entry.Length > MaxEntryBytes)
        {
            throw new ArgumentException($"An entry has at most {MaxEntryBytes} bytes, not {entry.Length}.", nameof(entry));
        }

        Span<byte> length = stackalloc byte[LengthBytes];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)entry.Length);
        bundle.Write(length);
        bundle.Write(entry);
    }

    /// <summary>Splits a bundle.</summary>
    /// <param name="bundle">The whole file.</param>
    /// <param name="entries">The entries up to the first that is cut off.</param>
    /// <returns>False when the last entry is cut off.</returns>
    public static bool TrySplit(ReadOnlyMemory<byte> bundle, out IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        var found = new List<ReadOnlyMemory<byte>>(TilePath.FullWidth);
        entries = found;
        while (!bundle.IsEmpty)
        {
            if (bundle.Length < LengthBytes)
            {
                return false;
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian(bundle.Span);
            if (bundle.Length < LengthBytes + length)
            {
                return false;
            }

            found.Add(bundle.Slice(LengthBytes, length));
            bundle = bundle[(LengthBytes + length)..];
        }

        return true;
    }
}
