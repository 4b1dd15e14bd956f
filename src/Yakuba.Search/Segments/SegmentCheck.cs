namespace Yakuba.Search.Segments;

/// <summary>
/// Proves at open that a segment is whole: each section's checksum, then each number that a search follows without looking,
/// so that even a forged file with right checksums cannot lead a read out of the mapping.
/// </summary>
internal static unsafe class SegmentCheck
{
    /// <exception cref="IndexDamagedException">Names the section that fails.</exception>
    internal static void Run(SegmentReader segment)
    {
        foreach (var id in Enum.GetValues<SectionId>())
        {
            var extent = segment.Extent(id);
            Demand(segment, id, Crc32C.Of(segment.At(id), extent.Length) == extent.Checksum, "the checksum does not match");
        }

        var header = segment.Header;
        Demand(segment, SectionId.Ordinals, Fills(segment, SectionId.Ordinals, (long)header.Passages * sizeof(uint)), "the length is wrong");
        Demand(segment, SectionId.Lengths, Fills(segment, SectionId.Lengths, (long)header.Passages * header.Fields * sizeof(ushort)), "the length is wrong");
        Groups(segment);
        var terms = Fields(segment);
        Terms(segment, terms);
        for (long row = 0; row < terms; row++)
        {
            Postings(segment, segment.Terms[row]);
        }
    }

    private static void Groups(SegmentReader segment)
    {
        var groups = segment.Header.Groups;
        Demand(segment, SectionId.Groups, Fills(segment, SectionId.Groups, (groups + 1L) * sizeof(GroupRow)), "the length is wrong");
        var rows = segment.Groups;
        var ordered = rows[0].FirstPassage == 0 && rows[groups].FirstPassage == segment.Passages;
        for (var i = 1; i <= groups; i++)
        {
            ordered &= rows[i].FirstPassage > rows[i - 1].FirstPassage && (i == groups || rows[i].Group > rows[i - 1].Group);
        }

        Demand(segment, SectionId.Groups, ordered, "the groups are out of order");
    }

    private static long Fields(SegmentReader segment)
    {
        var fields = segment.Header.Fields;
        Demand(segment, SectionId.Fields, Fills(segment, SectionId.Fields, (long)fields * sizeof(FieldRow)), "the length is wrong");
        long terms = 0;
        for (var i = 0; i < fields; i++)
        {
            var row = segment.Fields[i];
            Demand(segment, SectionId.Fields, row.FirstTerm == terms && double.IsFinite(row.MeanLength) && row.MeanLength > 0, "a row is out of place");
            terms += row.Terms;
        }

        return terms;
    }

    private static void Terms(SegmentReader segment, long terms)
    {
        Demand(segment, SectionId.Terms, Fills(segment, SectionId.Terms, (terms + 1) * sizeof(TermRow)), "the length is wrong");
        var rows = segment.Terms;
        var ordered = rows[0].Text == 0;
        for (long row = 0; row < terms; row++)
        {
            ordered &= rows[row].Text <= rows[row + 1].Text;
        }

        Demand(segment, SectionId.Terms, ordered, "the terms are out of order");
        Demand(segment, SectionId.TermText, Fills(segment, SectionId.TermText, rows[terms].Text), "the length is wrong");
    }

    private static void Postings(SegmentReader segment, TermRow term)
    {
        var start = (long)term.Postings * sizeof(uint);
        var frequent = term.DocumentFrequency >= segment.FrequentFrom;
        var length = frequent
            ? SegmentFormat.Padded(segment.Windows) + (sizeof(uint) * (segment.Windows + 1L)) + ((long)term.DocumentFrequency * sizeof(ushort))
            : (long)term.DocumentFrequency * sizeof(uint);
        Demand(segment, SectionId.Postings, term.DocumentFrequency <= segment.Passages && start + length <= segment.Extent(SectionId.Postings).Length, "a term's postings leave the section");
        Demand(segment, SectionId.Postings, frequent ? WindowsAscend(segment, start, term.DocumentFrequency) : PassagesAscend(segment, start, term.DocumentFrequency), "a term's postings are out of order");
    }

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

    private static bool Fills(SegmentReader segment, SectionId section, long bytes) =>
        segment.Extent(section).Length == SegmentFormat.Padded(bytes);

    private static void Demand(SegmentReader segment, SectionId section, bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new IndexDamagedException(segment.Path, SectionName.Of(section), otherwise + ".");
        }
    }
}
