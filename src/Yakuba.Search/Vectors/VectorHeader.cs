using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Yakuba.Search.Segments;

namespace Yakuba.Search.Vectors;

/// <summary>The first 128 bytes of a vector file. They fix where everything lies, so the file needs no table.</summary>
/// <param name="Dimension">Values of a vector.</param>
/// <param name="Vectors">Vectors in the file.</param>
/// <param name="Groups">Groups that have a vector here.</param>
/// <param name="LabelBytes">UTF-8 bytes of the label.</param>
internal readonly record struct VectorHeader(int Dimension, int Vectors, int Groups, int LabelBytes)
{
    internal const int Sections = 6;
    private const int ChecksumsAt = 32;
    private const int CrcAt = VectorFormat.HeaderBytes - sizeof(uint);

    internal int Stride => VectorFormat.Stride(Dimension);

    internal int SignWords => VectorFormat.SignWords(Dimension);

    /// <summary>Length of the whole file.</summary>
    internal long FileBytes => StartOf((VectorSection)Sections);

    /// <summary>Bytes of a section, without padding.</summary>
    internal long LengthOf(VectorSection section) => section switch
    {
        VectorSection.Codes => (long)Vectors * Stride,
        VectorSection.Signs => (long)Vectors * SignWords * sizeof(ulong),
        VectorSection.Scales => (long)Vectors * sizeof(float),
        VectorSection.Ordinals => (long)Vectors * sizeof(uint),
        VectorSection.Groups => (Groups + 1L) * Unsafe.SizeOf<GroupRow>(),
        _ => LabelBytes,
    };

    internal long StartOf(VectorSection section)
    {
        long at = VectorFormat.HeaderBytes;
        for (VectorSection before = 0; before < section; before++)
        {
            at += SegmentFormat.Padded(LengthOf(before));
        }

        return at;
    }

    internal void Write(Span<byte> to, ReadOnlySpan<uint> checksums)
    {
        to.Clear();
        VectorFormat.Magic.CopyTo(to);
        BinaryPrimitives.WriteUInt32LittleEndian(to[8..], VectorFormat.Version);
        BinaryPrimitives.WriteInt32LittleEndian(to[12..], Dimension);
        BinaryPrimitives.WriteInt32LittleEndian(to[16..], Vectors);
        BinaryPrimitives.WriteInt32LittleEndian(to[20..], Groups);
        BinaryPrimitives.WriteInt32LittleEndian(to[24..], LabelBytes);
        for (var i = 0; i < Sections; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(to[(ChecksumsAt + (i * sizeof(uint)))..], checksums[i]);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(to[CrcAt..], Crc32C.Of(to[..CrcAt]));
    }

    /// <summary>The checksum of a section with its padding, as the header states it.</summary>
    internal static uint ChecksumOf(ReadOnlySpan<byte> header, VectorSection section) =>
        BinaryPrimitives.ReadUInt32LittleEndian(header[(ChecksumsAt + ((int)section * sizeof(uint)))..]);

    /// <exception cref="IndexDamagedException">Not a vector file, or altered.</exception>
    /// <exception cref="IndexVersionException">A sound header of another format version.</exception>
    internal static VectorHeader Read(string path, ReadOnlySpan<byte> from)
    {
        if (!from.StartsWith(VectorFormat.Magic))
        {
            throw new IndexDamagedException(path, "header", "this is not a vector file.");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(from[CrcAt..]) != Crc32C.Of(from[..CrcAt]))
        {
            throw new IndexDamagedException(path, "header", "the checksum does not match.");
        }

        var version = BinaryPrimitives.ReadUInt32LittleEndian(from[8..]);
        if (version != VectorFormat.Version)
        {
            throw new IndexVersionException(path, "header", version, VectorFormat.Version);
        }

        var header = new VectorHeader(Number(from, 12), Number(from, 16), Number(from, 20), Number(from, 24));
        return header.Dimension is >= VectorCode.MinDimension and <= VectorCode.MaxDimension
            && header.Vectors is >= 0 and <= VectorFormat.MaxVectors
            && header.Groups >= 0 && header.Groups <= header.Vectors
            && header.LabelBytes is >= 0 and <= VectorFormat.MaxLabelBytes
            ? header
            : throw new IndexDamagedException(path, "header", "the counts are not possible.");
    }

    private static int Number(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadInt32LittleEndian(from[at..]);
}
