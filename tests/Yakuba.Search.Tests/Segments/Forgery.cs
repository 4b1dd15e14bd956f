using System.Buffers.Binary;
using Yakuba.Search.Queries;
using Yakuba.Search.Segments;
using Yakuba.Search.Directories;

namespace Yakuba.Search.Tests.Segments;

/// <summary>Gives altered segment bytes right checksums, so that only the checks of the numbers stand between them and a search.</summary>
internal static class Forgery
{
    internal static void Seal(Span<byte> bytes)
    {
        var trailer = bytes[^SegmentFormat.TrailerBytes..];
        var table = bytes[(int)BinaryPrimitives.ReadInt64LittleEndian(trailer)..^SegmentFormat.TrailerBytes];
        for (var i = 0; i < 7; i++)
        {
            var row = table[(i * SegmentFormat.TableRowBytes)..];
            var section = bytes.Slice((int)BinaryPrimitives.ReadInt64LittleEndian(row[8..]), (int)BinaryPrimitives.ReadInt64LittleEndian(row[16..]));
            BinaryPrimitives.WriteUInt32LittleEndian(row[4..], Crc32C.Of(section));
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes[60..], Crc32C.Of(bytes[..60]));
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[20..], Crc32C.Of(table));
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[60..], Crc32C.Of(trailer[..60]));
    }

    /// <returns>False when the segment was refused with a named error.</returns>
    internal static bool TrySearch(string path)
    {
        SegmentReader segment;
        try
        {
            segment = SegmentReader.Open(path);
        }
        catch (IndexException)
        {
            return false;
        }

        var view = new SegmentView(segment, [11]);
        var fields = GoldenIndex.Schema.Fields.Take(segment.Header.Fields).ToArray();
        var set = new SegmentSet(new Manifest(1, 2, new IndexSchema(fields), [default]), [view]);
        using var searcher = new Searcher();
        var hits = new SearchHit[20];
        foreach (var permitted in new[] { PermittedGroups.All, PermittedGroups.Of([12, 13, 20]) })
        {
            searcher.Run(set, new IndexQuery([new(0, "ごみ", 1), new(fields.Length - 1, "収集", 1), new(fields.Length - 1, "申請", 1)]), permitted, hits);
        }

        set.Release();
        return true;
    }
}
