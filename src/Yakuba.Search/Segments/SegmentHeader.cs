using System.Buffers.Binary;

namespace Yakuba.Search.Segments;

/// <summary>The first 64 bytes of a segment file.</summary>
/// <param name="Version">Format version, <see cref="SegmentFormat.OldestVersion"/> to <see cref="SegmentFormat.Version"/>.</param>
/// <param name="Segment">Number of the segment; never used twice in an index directory.</param>
/// <param name="Passages">0 to <see cref="SegmentFormat.MaxPassages"/>.</param>
/// <param name="Groups">Groups that have a passage here.</param>
/// <param name="Fields">Fields of the schema.</param>
internal readonly record struct SegmentHeader(uint Version, uint Segment, int Passages, int Groups, int Fields)
{
    internal int Windows => SegmentFormat.WindowsOf(Passages);

    internal int FrequentFrom => SegmentFormat.FrequentFrom(Windows);

    internal void Write(Span<byte> to)
    {
        to.Clear();
        SegmentFormat.HeaderMagic.CopyTo(to);
        BinaryPrimitives.WriteUInt32LittleEndian(to[8..], Version);
        BinaryPrimitives.WriteUInt32LittleEndian(to[12..], Segment);
        BinaryPrimitives.WriteUInt32LittleEndian(to[16..], (uint)Passages);
        BinaryPrimitives.WriteUInt32LittleEndian(to[20..], (uint)Groups);
        BinaryPrimitives.WriteUInt32LittleEndian(to[24..], (uint)Fields);
        BinaryPrimitives.WriteUInt32LittleEndian(to[60..], Crc32C.Of(to[..60]));
    }

    /// <exception cref="IndexDamagedException">Not a segment, or altered.</exception>
    /// <exception cref="IndexVersionException">A sound header of another format version.</exception>
    internal static SegmentHeader Read(string path, ReadOnlySpan<byte> from)
    {
        if (!from.StartsWith(SegmentFormat.HeaderMagic))
        {
            throw new IndexDamagedException(path, "header", "this is not a segment file.");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(from[60..]) != Crc32C.Of(from[..60]))
        {
            throw new IndexDamagedException(path, "header", "the checksum does not match.");
        }

        var version = BinaryPrimitives.ReadUInt32LittleEndian(from[8..]);
        if (version is < SegmentFormat.OldestVersion or > SegmentFormat.Version)
        {
            throw new IndexVersionException(path, "header", version, SegmentFormat.Version);
        }

        var passages = BinaryPrimitives.ReadUInt32LittleEndian(from[16..]);
        var groups = BinaryPrimitives.ReadUInt32LittleEndian(from[20..]);
        var fields = BinaryPrimitives.ReadUInt32LittleEndian(from[24..]);
        if (passages > SegmentFormat.MaxPassages || groups > passages || fields is 0 or > IndexSchema.MaxFields)
        {
            throw new IndexDamagedException(path, "header", $"{passages} passages, {groups} groups and {fields} fields are not possible.");
        }

        return new SegmentHeader(version, BinaryPrimitives.ReadUInt32LittleEndian(from[12..]), (int)passages, (int)groups, (int)fields);
    }
}
