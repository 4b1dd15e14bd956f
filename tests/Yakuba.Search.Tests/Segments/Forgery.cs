using System.Buffers.Binary;
using System.Runtime.InteropServices;
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
        SealTerms(bytes, table);
        SealBlocks(bytes, table);
        for (var i = 0; i < (int)SectionId.Blocks; i++)
        {
            var row = table[(i * SegmentFormat.TableRowBytes)..];
            var section = bytes.Slice((int)BinaryPrimitives.ReadInt64LittleEndian(row[8..]), (int)BinaryPrimitives.ReadInt64LittleEndian(row[16..]));
            BinaryPrimitives.WriteUInt32LittleEndian(row[4..], Crc32C.Of(section));
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes[60..], Crc32C.Of(bytes[..60]));
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[20..], Crc32C.Of(table));
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[60..], Crc32C.Of(trailer[..60]));
    }

    /// <summary>The checksum of each term whose postings lie in the file, as far as the forged tables still make sense.</summary>
    private static void SealTerms(Span<byte> bytes, ReadOnlySpan<byte> table)
    {
        var postings = SectionOf(bytes, table, SectionId.Postings);
        var terms = MemoryMarshal.Cast<byte, TermRow>(SectionOf(bytes, table, SectionId.Terms));
        var passages = BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]);
        var windows = passages is >= 0 and <= SegmentFormat.MaxPassages ? SegmentFormat.WindowsOf(passages) : 0;
        foreach (ref var term in terms)
        {
            var length = term.DocumentFrequency >= SegmentFormat.FrequentFrom(windows)
                ? SegmentFormat.Padded(windows) + (4 * (windows + 1)) + (2L * term.DocumentFrequency)
                : 4L * term.DocumentFrequency;
            if ((4L * term.Postings) + length <= postings.Length)
            {
                term.Checksum = Crc32C.Of(postings.Slice((int)(4 * term.Postings), (int)length));
            }
        }
    }

    private static void SealBlocks(Span<byte> bytes, ReadOnlySpan<byte> table)
    {
        var checksums = new BlockChecksums();
        foreach (var section in new[] { SectionId.TermText, SectionId.Terms, SectionId.Groups, SectionId.Ordinals })
        {
            checksums.Add(SectionOf(bytes, table, section));
        }

        MemoryMarshal.AsBytes(checksums.All).CopyTo(SectionOf(bytes, table, SectionId.Blocks));
    }

    private static Span<byte> SectionOf(Span<byte> bytes, ReadOnlySpan<byte> table, SectionId section)
    {
        var row = table[(((int)section - 1) * SegmentFormat.TableRowBytes)..];
        return bytes.Slice((int)BinaryPrimitives.ReadInt64LittleEndian(row[8..]), (int)BinaryPrimitives.ReadInt64LittleEndian(row[16..]));
    }

    /// <summary>Makes the manifest of a folder name the forged bytes of segment 1.</summary>
    internal static void Name(string folder, ReadOnlySpan<byte> bytes)
    {
        var directory = new IndexDirectory(folder);
        var manifest = ManifestFile.Read(directory);
        var stamp = new SegmentStamp(bytes.Length, BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]));
        var segments = manifest.Segments.Select(segment => segment.Id == 1 ? segment with { Stamp = stamp } : segment).ToList();
        File.WriteAllBytes(directory.Manifest, (manifest with { Segments = segments }).Serialise());
    }

    /// <returns>False when the segment was refused with a named error.</returns>
    internal static bool TrySearch(string path)
    {
        try
        {
            Search(SegmentReader.Open(path));
            return true;
        }
        catch (IndexException)
        {
            return false;
        }
    }

    private static void Search(SegmentReader segment)
    {
        try
        {
            var view = new SegmentView(segment, [11]);
            var fields = GoldenIndex.Schema.Fields.Take(segment.Header.Fields).ToArray();
            var set = new SegmentSet(new Manifest(1, 2, new IndexSchema(fields), [default]), [view]);
            using var searcher = new Searcher();
            var hits = new SearchHit[20];
            foreach (var permitted in new[] { PermittedGroups.All, PermittedGroups.Of([12, 13, 20]) })
            {
                searcher.Run(set, new IndexQuery([new(0, "ごみ", 1), new(fields.Length - 1, "収集", 1), new(fields.Length - 1, "申請", 1)]), permitted, hits);
            }
        }
        finally
        {
            segment.Release();
        }
    }
}
