namespace Yakuba.Search.Segments;

/// <summary>
/// Proves of one term's postings, before they are first read, that they are what was written and that no number in them leads out of
/// the mapping; the second holds even for forged bytes with a right checksum.
/// </summary>
internal static unsafe class PostingsCheck
{
    /// <exception cref="IndexDamagedException">The postings of the term are not what was written.</exception>
    internal static void Run(SegmentReader segment, in TermRow term)
    {
        var (start, length) = BytesOf(segment, term);
        Demand(segment, term.DocumentFrequency <= segment.Passages && start + length <= segment.Extent(SectionId.Postings).Length, "a term's postings leave the section");
        Fetch(segment, term);
        Demand(segment, Crc32C.Of(segment.Postings + start, length) == term.Checksum, "the checksum of a term does not match");
        Demand(segment, IsFrequent(segment, term) ? WindowsAscend(segment, start, term.DocumentFrequency) : PassagesAscend(segment, start, term.DocumentFrequency), "a term's postings are out of order");
    }

    /// <summary>Asks the system to read a term's postings ahead.</summary>
    internal static void Fetch(SegmentReader segment, in TermRow term)
    {
        var (start, length) = BytesOf(segment, term);
        segment.Fetch(SectionId.Postings, start, Math.Min(length, segment.Extent(SectionId.Postings).Length - start));
    }

    private static bool IsFrequent(SegmentReader segment, in TermRow term) => term.DocumentFrequency >= segment.FrequentFrom;

    private static (long Start, long Length) BytesOf(SegmentReader segment, in TermRow term) => ((long)term.Postings * sizeof(uint), IsFrequent(segment, term)
        ? SegmentFormat.Padded(segment.Windows) + (sizeof(uint) * (segment.Windows + 1L)) + ((long)term.DocumentFrequency * sizeof(ushort))
        : (long)term.DocumentFrequency * sizeof(uint));

    private static bool WindowsAscend(SegmentReader segment, long start, uint postings)
    {
        var offsets = (uint*)(segment.Postings + start + SegmentFormat.Padded(segment.Windows));
        var ordered = start % SegmentFormat.Alignment == 0 && offsets[0] == 0 && offsets[segment.Windows] == postings;
        for (var i = 0; i < segment.Windows; i++)
        {
            ordered &= offsets[i] <= offsets[i + 1];
        }

        return ordered && LastWindowEnds(segment, (ushort*)(offsets + segment.Windows + 1), offsets[segment.Windows - 1], postings);
    }

    private static bool LastWindowEnds(SegmentReader segment, ushort* list, uint from, uint to)
    {
        var room = segment.Passages - ((segment.Windows - 1) << SegmentFormat.WindowBits);
        var inside = true;
        for (var i = from; i < to; i++)
        {
            inside &= list[i] >> 8 < room;
        }

        return inside;
    }

    private static bool PassagesAscend(SegmentReader segment, long start, uint postings)
    {
        var list = (uint*)(segment.Postings + start);
        var ordered = postings == 0 || list[postings - 1] >> 8 < segment.Passages;
        for (uint i = 1; i < postings; i++)
        {
            ordered &= list[i - 1] >> 8 < list[i] >> 8;
        }

        return ordered;
    }

    private static void Demand(SegmentReader segment, bool holds, string otherwise) =>
        SegmentCheck.Demand(segment, SectionId.Postings, holds, otherwise);
}
