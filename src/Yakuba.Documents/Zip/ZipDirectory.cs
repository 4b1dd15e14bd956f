using System.Buffers.Binary;
using System.Text;

namespace Yakuba.Documents;

/// <summary>Reads the central directory of a ZIP file and refuses one that lies: counts, names, sizes and places are checked before anything is expanded.</summary>
/// <remarks>Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16 and 4.5.3.</remarks>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int HeaderLength = 46;
    private const int LocalLength = 30;

    internal static IReadOnlyList<ZipEntry> Read(ReadSource source)
    {
        var content = source.Content;
        var end = FindEnd(content);
        if (end < 0)
        {
            throw Damaged(source, "ZIPの目録がない");
        }

        int count = U16(content, end + 10);
        long at = U32(content, end + 16);
        if (count > source.Limits.MaxZipEntries)
        {
            throw Unsafe(source, "項目が多すぎる");
        }

        var entries = new List<ZipEntry>(count);
        for (var i = 0; i < count; i++)
        {
            if (at < 0 || at + HeaderLength > content.Length || U32(content, at) != 0x02014B50)
            {
                throw Damaged(source, "ZIPの目録が途中で切れている");
            }

            var entry = Entry(content, at);
            entries.Add(entry);
            at += HeaderLength + U16(content, at + 28) + U16(content, at + 30) + U16(content, at + 32);
        }

        ZipChecks.Check(source, entries);
        return entries;
    }

    /// <summary>Offset of the packed bytes of an entry, after its local header.</summary>
    internal static long DataAt(ReadSource source, ZipEntry entry)
    {
        var content = source.Content;
        if (entry.HeaderAt < 0 || entry.HeaderAt + LocalLength > content.Length || U32(content, entry.HeaderAt) != 0x04034B50)
        {
            throw Damaged(source, "ZIPの項目の見出しがない");
        }

        var data = entry.HeaderAt + LocalLength + U16(content, entry.HeaderAt + 26) + U16(content, entry.HeaderAt + 28);
        return entry.Packed >= 0 && data + entry.Packed <= content.Length ? data : throw Damaged(source, "ZIPの中身が途中で切れている");
    }

    internal static UnreadableException Unsafe(ReadSource source, string what) => new(Refusals.UnsafeZip(source.FileName, what));

    internal static UnreadableException Damaged(ReadSource source, string what) => new(Refusals.Damaged(source.FileName, what));

    private static ZipEntry Entry(byte[] content, long at)
    {
        int nameLength = U16(content, at + 28), extraLength = U16(content, at + 30);
        var nameBytes = Slice(content, at + HeaderLength, nameLength);
        var name = Encoding.UTF8.GetString(nameBytes);
        long packed = U32(content, at + 20), expanded = U32(content, at + 24), header = U32(content, at + 42);
        var extra = Slice(content, at + HeaderLength + nameLength, extraLength);
        Zip64(extra, ref expanded, ref packed, ref header);
        return new ZipEntry(name, U16(content, at + 10), U32(content, at + 16), packed, expanded, header, (U16(content, at + 8) & 1) != 0);
    }

    /// <summary>Sizes too large for 32 bits stand in extra field 1, in this order, each only when its short form is all ones.</summary>
    private static void Zip64(ReadOnlySpan<byte> extra, ref long expanded, ref long packed, ref long header)
    {
        while (extra.Length >= 4)
        {
            int id = BinaryPrimitives.ReadUInt16LittleEndian(extra), length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            var field = extra.Slice(4, Math.Min(length, extra.Length - 4));
            if (id == 1)
            {
                expanded = Wide(ref field, expanded);
                packed = Wide(ref field, packed);
                header = Wide(ref field, header);
                return;
            }

            extra = extra[Math.Min(extra.Length, 4 + length)..];
        }
    }

    private static long Wide(ref ReadOnlySpan<byte> field, long value)
    {
        if (value != uint.MaxValue || field.Length < 8)
        {
            return value;
        }

        var wide = BinaryPrimitives.ReadInt64LittleEndian(field);
        field = field[8..];
        return wide;
    }

    private static int FindEnd(byte[] content)
    {
        for (var at = content.Length - EndLength; at >= Math.Max(0, content.Length - EndLength - ushort.MaxValue); at--)
        {
            if (U32(content, at) == 0x06054B50)
            {
                return at;
            }
        }

        return -1;
    }

    private static ReadOnlySpan<byte> Slice(byte[] content, long at, int length) =>
        at + length <= content.Length ? content.AsSpan((int)at, length) : [];

    private static ushort U16(byte[] content, long at) => BinaryPrimitives.ReadUInt16LittleEndian(content.AsSpan((int)at));

    private static uint U32(byte[] content, long at) => BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan((int)at));
}
