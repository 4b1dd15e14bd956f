using System.Buffers.Binary;
using System.Text;
using Yakuba.Search.Segments;

namespace Yakuba.Search.Directories;

/// <summary>The state of an index: its schema and its segments. docs/formats/segment.md draws the bytes.</summary>
/// <param name="Generation">Grows with every commit and merge.</param>
/// <param name="NextSegment">Number for the next segment; numbers are never used again.</param>
internal sealed record Manifest(ulong Generation, uint NextSegment, IndexSchema Schema, IReadOnlyList<ManifestSegment> Segments)
{
    internal const uint Version = 2;
    private const int HeadBytes = 48;
    private const int SegmentBytes = 24;
    private const int MaxNameBytes = 255;

    private static ReadOnlySpan<byte> Magic => "YAKUBIDX"u8;

    internal byte[] Serialise()
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes);
        to.Write(Magic);
        to.Write(Version);
        to.Write((uint)Schema.Fields.Count);
        to.Write((uint)Segments.Count);
        to.Write(NextSegment);
        to.Write(Generation);
        to.Write(new byte[HeadBytes - 32]);
        foreach (var field in Schema.Fields)
        {
            var name = Encoding.UTF8.GetBytes(field.Name);
            if (name.Length > MaxNameBytes)
            {
                throw new ArgumentException($"Field name '{field.Name}' passes {MaxNameBytes} bytes.");
            }

            to.Write(field.Weight);
            to.Write(field.HasPositions);
            to.Write((byte)name.Length);
            to.Write(name);
        }

        foreach (var segment in Segments)
        {
            to.Write(segment.Id);
            to.Write(segment.Stamp.Checksum);
            to.Write(segment.Stamp.Length);
            to.Write(segment.RemovalsVersion);
            to.Write(segment.RemovalsChecksum);
        }

        to.Write(Crc32C.Of(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        return bytes.ToArray();
    }

    /// <exception cref="IndexDamagedException">The file is not a whole manifest.</exception>
    /// <exception cref="IndexVersionException">It is a whole manifest of another version.</exception>
    internal static Manifest Parse(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeadBytes + sizeof(uint) || !bytes.StartsWith(Magic))
        {
            throw new IndexDamagedException(path, "manifest", "this is not a whole manifest.");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]) != Crc32C.Of(bytes[..^4]))
        {
            throw new IndexDamagedException(path, "manifest", "the checksum does not match.");
        }

        var version = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
        if (version != Version)
        {
            throw new IndexVersionException(path, "manifest", version, Version);
        }

        try
        {
            return ParseBody(bytes[..^4]);
        }
        catch (ArgumentException error) // A slice past the end, or a schema that breaks its own rules.
        {
            throw new IndexDamagedException(path, "manifest", "the fields and segments do not fill the file.", error);
        }
    }

    private static Manifest ParseBody(ReadOnlySpan<byte> bytes)
    {
        var fields = new FieldSchema[Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]), IndexSchema.MaxFields + 1)];
        var segments = new ManifestSegment[Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]), (uint)bytes.Length)];
        var rest = bytes[HeadBytes..];
        for (var i = 0; i < fields.Length; i++)
        {
            var weight = BinaryPrimitives.ReadDoubleLittleEndian(rest);
            var name = Encoding.UTF8.GetString(rest.Slice(10, rest[9..10][0]));
            fields[i] = new FieldSchema(name, weight, rest[8] != 0);
            rest = rest[(10 + rest[9])..];
        }

        for (var i = 0; i < segments.Length; i++)
        {
            var row = rest[..SegmentBytes];
            segments[i] = new ManifestSegment(
                BinaryPrimitives.ReadUInt32LittleEndian(row),
                new SegmentStamp(BinaryPrimitives.ReadInt64LittleEndian(row[8..]), BinaryPrimitives.ReadUInt32LittleEndian(row[4..])),
                BinaryPrimitives.ReadUInt32LittleEndian(row[16..]),
                BinaryPrimitives.ReadUInt32LittleEndian(row[20..]));
            rest = rest[SegmentBytes..];
        }

        var schema = new IndexSchema(fields);
        schema.Check();
        return rest.Length == 0
            ? new Manifest(BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]), schema, segments)
            : throw new ArgumentException("Bytes are left over.");
    }
}
