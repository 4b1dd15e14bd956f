namespace Yakuba.Search.Segments;

/// <summary>
/// What opening proves of a segment: the checksums and the order of the tables that every search reads. Postings, lengths and
/// positions are far larger; each is checked when it is first read, or all at once by <see cref="Whole"/>.
/// </summary>
internal static unsafe class SegmentCheck
{
    private static readonly SectionId[] _tables = [SectionId.TermText, SectionId.Terms, SectionId.Fields];
    private static readonly SectionId[] _keys = [SectionId.Groups, SectionId.Ordinals];

    /// <returns>Terms of all fields.</returns>
    /// <exception cref="IndexDamagedException">Names the section that fails.</exception>
    internal static long Tables(SegmentReader segment)
    {
        foreach (var table in _tables.Concat(_keys))
        {
            segment.Fetch(table); // The keys come in while the tables are being checked and the first query is scored.
        }

        foreach (var table in _tables)
        {
            Checksum(segment, table);
        }

        var header = segment.Header;
        Demand(segment, SectionId.Groups, Fills(segment, SectionId.Groups, (header.Groups + 1L) * sizeof(GroupRow)), "the length is wrong");
        Demand(segment, SectionId.Ordinals, Fills(segment, SectionId.Ordinals, (long)header.Passages * sizeof(uint)), "the length is wrong");
        Demand(segment, SectionId.Lengths, Fills(segment, SectionId.Lengths, (long)header.Passages * header.Fields * sizeof(ushort)), "the length is wrong");
        var terms = Fields(segment);
        Terms(segment, terms);
        return terms;
    }

    /// <summary>Reads every byte: all checksums, then every number that a search follows without looking.</summary>
    /// <exception cref="IndexDamagedException">Names the section that fails.</exception>
    internal static void Whole(SegmentReader segment)
    {
        foreach (var section in Enum.GetValues<SectionId>())
        {
            Checksum(segment, section);
        }

        Keys(segment);
        for (var field = 0; field < segment.Header.Fields; field++)
        {
            var row = segment.Fields[field];
            for (var term = 0; term < row.Terms; term++)
            {
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
        Demand(segment, section, Crc32C.Of(segment.At(section), extent.Length) == extent.Checksum, "the checksum does not match");
    }

    internal static void Demand(SegmentReader segment, SectionId section, bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new IndexDamagedException(segment.Path, SectionName.Of(section), otherwise + ".");
        }
    }

    /// <summary>Which group and ordinal each passage has, before a result first says so.</summary>
    /// <exception cref="IndexDamagedException">Names the section that fails.</exception>
    internal static void Keys(SegmentReader segment)
    {
        foreach (var section in _keys)
        {
            Checksum(segment, section);
        }

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
        Demand(segment, SectionId.Fields, Fills(segment, SectionId.Fields, (long)fields * sizeof(FieldRow)), "the length is wrong");
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
        Demand(segment, SectionId.Phrases, Fills(segment, SectionId.Phrases, phrases * sizeof(PhraseRow)), "the length is wrong");
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

    private static bool Fills(SegmentReader segment, SectionId section, long bytes) =>
        segment.Extent(section).Length == SegmentFormat.Padded(bytes);
}
