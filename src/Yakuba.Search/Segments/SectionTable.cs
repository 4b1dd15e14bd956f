using System.Buffers.Binary;

namespace Yakuba.Search.Segments;

/// <summary>Where each section lies, and its checksum; at the end of the file, before a trailer of 64 bytes that finds it.</summary>
internal static class SectionTable
{
    /// <summary>A section: padded to 64 bytes, the padding included in length and checksum.</summary>
    internal readonly record struct Extent(long Offset, long Length, uint Checksum);

    /// <summary>Bytes of the table with its padding, followed by the trailer.</summary>
    internal static byte[] Serialise(ReadOnlySpan<Extent> sections, long tableOffset)
    {
        var padded = PaddedBytes(sections.Length);
        var bytes = new byte[padded + SegmentFormat.TrailerBytes];
        for (var i = 0; i < sections.Length; i++)
        {
            var row = bytes.AsSpan(i * SegmentFormat.TableRowBytes);
            BinaryPrimitives.WriteUInt32LittleEndian(row, (uint)(i + 1));
            BinaryPrimitives.WriteUInt32LittleEndian(row[4..], sections[i].Checksum);
            BinaryPrimitives.WriteInt64LittleEndian(row[8..], sections[i].Offset);
            BinaryPrimitives.WriteInt64LittleEndian(row[16..], sections[i].Length);
        }

        var trailer = bytes.AsSpan(padded);
        BinaryPrimitives.WriteInt64LittleEndian(trailer, tableOffset);
        BinaryPrimitives.WriteInt64LittleEndian(trailer[8..], tableOffset + bytes.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[16..], (uint)sections.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[20..], Crc32C.Of(bytes.AsSpan(0, padded)));
        SegmentFormat.TrailerMagic.CopyTo(trailer[52..]);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[60..], Crc32C.Of(trailer[..60]));
        return bytes;
    }

    /// <summary>Reads table and trailer and checks both; checks that the sections lie in the file, in order, without a gap.</summary>
    /// <param name="count">Sections that the format version has.</param>
    internal static unsafe Extent[] Read(string path, MappedFile file, int count)
    {
        var trailer = new ReadOnlySpan<byte>(file.Start + file.Length - SegmentFormat.TrailerBytes, SegmentFormat.TrailerBytes);
        var padded = PaddedBytes(count);
        var tableOffset = BinaryPrimitives.ReadInt64LittleEndian(trailer);
        if (!trailer.Slice(52, 8).SequenceEqual(SegmentFormat.TrailerMagic)
            || BinaryPrimitives.ReadUInt32LittleEndian(trailer[60..]) != Crc32C.Of(trailer[..60])
            || BinaryPrimitives.ReadInt64LittleEndian(trailer[8..]) != file.Length
            || BinaryPrimitives.ReadUInt32LittleEndian(trailer[16..]) != count
            || tableOffset != file.Length - SegmentFormat.TrailerBytes - padded
            || tableOffset < SegmentFormat.HeaderBytes)
        {
            throw new IndexDamagedException(path, "trailer", "the end of the file is cut off or altered.");
        }

        var table = new ReadOnlySpan<byte>(file.Start + tableOffset, padded);
        if (BinaryPrimitives.ReadUInt32LittleEndian(trailer[20..]) != Crc32C.Of(table))
        {
            throw new IndexDamagedException(path, "section table", "the checksum does not match.");
        }

        var sections = new Extent[count];
        long at = SegmentFormat.HeaderBytes;
        for (var i = 0; i < count; i++)
        {
            var row = table[(i * SegmentFormat.TableRowBytes)..];
            var extent = new Extent(
                BinaryPrimitives.ReadInt64LittleEndian(row[8..]),
                BinaryPrimitives.ReadInt64LittleEndian(row[16..]),
                BinaryPrimitives.ReadUInt32LittleEndian(row[4..]));
            if (BinaryPrimitives.ReadUInt32LittleEndian(row) != i + 1 || extent.Offset != at || extent.Length < 0
                || extent.Length % SegmentFormat.Alignment != 0 || extent.Length > tableOffset - at)
            {
                throw new IndexDamagedException(path, "section table", $"section {i + 1} is out of place.");
            }

            sections[i] = extent;
            at += extent.Length;
        }

        return at == tableOffset ? sections : throw new IndexDamagedException(path, "section table", "the sections do not fill the file.");
    }

    private static int PaddedBytes(int sections) => (int)SegmentFormat.Padded(sections * SegmentFormat.TableRowBytes);
}
