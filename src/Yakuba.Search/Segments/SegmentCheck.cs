namespace Yakuba.Search.Segments;

/// <summary>
/// What opening proves of a segment: the checksums of its small tables, and that all sections have the lengths that belong together.
/// All else is far larger; each part is checked when it is first read, or all at once by <see cref="Whole"/>.
/// </summary>
internal static unsafe class SegmentCheck
{
    private static readonly SectionId[] _tables = [SectionId.Fields, SectionId.Guide, SectionId.Blocks];
    private static readonly SectionId[] _inBlocks = [SectionId.TermText, SectionId.Terms, SectionId.Groups, SectionId.Ordinals];

    /// <returns>Terms of all fields.</returns>
    /// <exception cref="IndexDamagedException">Names the section that fails.</exception>
    internal static long Tables(SegmentReader segment)
    {
        foreach (var table in _tables)
        {
            if (segment.Has(table))
            {
                Checksum(segment, table);
            }
        }

        var header = segment.Header;
        DemandLength(segment, SectionId.Groups, (header.Groups + 1L) * sizeof(GroupRow));
        DemandLength(segment, SectionId.Ordinals, (long)header.Passages * sizeof(uint));
        DemandLength(segment, SectionId.Lengths, (long)header.Passages * header.Fields * sizeof(ushort));
        var terms = Fields(segment);
        DemandLength(segment, SectionId.Terms, (terms + 1) * sizeof(TermRow));
        if (segment.Has(SectionId.Guide))
        {
            DemandLength(segment, SectionId.Guide, SegmentGuide.LengthOf(terms, header.Groups));
            long blocks = 0;
            foreach (var section in _inBlocks)
            {
                blocks += SectionBlocks.CountOf(segment.Extent(section).Length);
            }

            DemandLength(segment, SectionId.Blocks, blocks * sizeof(uint));
        }

        return terms;
    }

    /// <summary>Reads every byte: all checksums, then every number that a search follows without looking.</summary>
    /// <exception cref="IndexDamagedException">Names the section that fails.</exception>
    internal static void Whole(SegmentReader segment)
    {
        foreach (var section in Enum.GetValues<SectionId>())
        {
            if (segment.Has(section))
            {
                Checksum(segment, section);
            }
        }

        Groups(segment);
        for (var field = 0; field < segment.Header.Fields; field++)
        {
            var row = segment.Fields[field];
            for (var term = 0; term < row.Terms; term++)
            {
                segment.TextOf(row.FirstTerm + term);
                segment.DemandPostings((int)row.FirstTerm + term);
                if (row.HasPositions != 0)
                {
                    segment.DemandPositions(field, (int)row.FirstTerm + term);
                }
            }
        }
    }

    internal static void Checksum(SegmentReader segment, SectionId section)
    {
        var extent = segment.Extent(section);
        segment.Fetch(section);
        Demand(segment, section, Crc32C.Of(segment.At(section), extent.Length) == extent.Checksum, "the checksum does not match");
    }

    internal static void Demand(SegmentReader segment, SectionId section, bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new IndexDamagedException(segment.Path, SectionName.Of(section), otherwise + ".");
        }
    }

    /// <summary>Which passages each group has, before all of it is walked.</summary>
    /// <exception cref="IndexDamagedException">Names the section that fails.</exception>
    internal static void Groups(SegmentReader segment)
    {
        Checksum(segment, SectionId.Groups);
        var groups = segment.Header.Groups;
        var rows = (GroupRow*)segment.At(SectionId.Groups);
        var ordered = rows[0].FirstPassage == 0 && rows[groups].FirstPassage == segment.Passages;
        for (var i = 1; i <= groups; i++)
        {
            ordered &= rows[i].FirstPassage > rows[i - 1].FirstPassage && (i == groups || rows[i].Group > rows[i - 1].Group);
        }

        Demand(segment, SectionId.Groups, ordered, "the groups are out of order");
    }

    /// <returns>Terms of all fields.</returns>
    private static long Fields(SegmentReader segment)
    {
        var fields = segment.Header.Fields;
        DemandLength(segment, SectionId.Fields, (long)fields * sizeof(FieldRow));
        long terms = 0, phrases = 0;
        for (var i = 0; i < fields; i++)
        {
            var row = segment.Fields[i];
            var inPlace = row.FirstTerm == terms && row.FirstPhrase == phrases && row.HasPositions <= 1;
            Demand(segment, SectionId.Fields, inPlace && double.IsFinite(row.MeanLength) && row.MeanLength > 0, "a row is out of place");
            terms += row.Terms;
            phrases += row.HasPositions * row.Terms;
        }

        Demand(segment, SectionId.Fields, terms <= int.MaxValue, "there are too many terms");
        DemandLength(segment, SectionId.Phrases, phrases * sizeof(PhraseRow));
        return terms;
    }

    private static void DemandLength(SegmentReader segment, SectionId section, long bytes) =>
        Demand(segment, section, segment.Extent(section).Length == SegmentFormat.Padded(bytes), "the length is wrong");
}
