using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Yakuba.Search.Segments;

namespace Yakuba.Search.Directories;

/// <summary>The removed groups of one segment, sorted. A removal writes a new version of this file, never the segment.</summary>
internal static class RemovedGroups
{
    private const uint Version = 1;
    private const int HeadBytes = 32;

    private static ReadOnlySpan<byte> Magic => "YAKUBREM"u8;

    /// <summary>Bytes of the file; the last four are its checksum.</summary>
    internal static byte[] Serialise(uint segment, ReadOnlySpan<uint> groups)
    {
        var bytes = new byte[HeadBytes + (groups.Length * sizeof(uint)) + sizeof(uint)];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), Version);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), segment);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), (uint)groups.Length);
        MemoryMarshal.AsBytes(groups).CopyTo(bytes.AsSpan(HeadBytes));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.Length - 4), Crc32C.Of(bytes.AsSpan(0, bytes.Length - 4)));
        return bytes;
    }

    internal static uint ChecksumOf(ReadOnlySpan<byte> file) => BinaryPrimitives.ReadUInt32LittleEndian(file[^4..]);

    /// <exception cref="IndexDamagedException">Not the file that the manifest names.</exception>
    /// <exception cref="IndexVersionException">A sound file of another version.</exception>
    internal static uint[] Read(string path, ManifestSegment expected)
    {
        var bytes = File.ReadAllBytes(path).AsSpan();
        if (bytes.Length < HeadBytes + sizeof(uint) || !bytes.StartsWith(Magic) || ChecksumOf(bytes) != Crc32C.Of(bytes[..^4]))
        {
            throw new IndexDamagedException(path, "removed groups", "the file is cut off or altered.");
        }

        var version = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
        if (version != Version)
        {
            throw new IndexVersionException(path, "removed groups", version, Version);
        }

        var groups = MemoryMarshal.Cast<byte, uint>(bytes[HeadBytes..^4]).ToArray();
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]) != expected.Id || ChecksumOf(bytes) != expected.RemovalsChecksum
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]) != groups.Length)
        {
            throw new IndexDamagedException(path, "removed groups", "the manifest names another file.");
        }

        return groups;
    }
}
