namespace Yakuba.Search.Segments;

/// <summary>The same proof for the positions of one term, before a phrase first reads them.</summary>
internal static unsafe class PositionsCheck
{
    /// <exception cref="IndexDamagedException">The positions of the term are not what was written.</exception>
    internal static void Run(SegmentReader segment, uint postings, in PhraseRow row)
    {
        var start = (long)row.Start * sizeof(uint);
        var skips = SegmentFormat.SkipsOf(postings);
        var length = (skips * sizeof(uint)) + ((long)row.Count * sizeof(ushort));
        Demand(segment, start + length <= segment.Extent(SectionId.Positions).Length, "a term's positions leave the section");
        segment.Fetch(SectionId.Positions, start, length);
        Demand(segment, Crc32C.Of(segment.At(SectionId.Positions) + start, length) == row.Checksum, "the checksum of a term does not match");
        Demand(segment, LastsMatch(segment.At(SectionId.Positions) + start, postings, skips, row.Count), "a term's positions are out of order");
    }

    /// <summary>Each posting has positions, the last of them marked; each skip names the first position of its posting.</summary>
    private static bool LastsMatch(byte* block, uint postings, long skips, uint count)
    {
        var starts = (uint*)block;
        var positions = (ushort*)(starts + skips);
        uint posting = 0;
        for (uint i = 0; i < count; i++)
        {
            var isFirst = i == 0 || (positions[i - 1] & SegmentFormat.LastPosition) != 0;
            if (isFirst && posting % SegmentFormat.PostingsInSkip == 0 && (posting >= postings || starts[posting / SegmentFormat.PostingsInSkip] != i))
            {
                return false;
            }

            posting += (positions[i] & SegmentFormat.LastPosition) != 0 ? 1u : 0;
        }

        return posting == postings && (count == 0 || (positions[count - 1] & SegmentFormat.LastPosition) != 0);
    }

    private static void Demand(SegmentReader segment, bool holds, string otherwise) =>
        SegmentCheck.Demand(segment, SectionId.Positions, holds, otherwise);
}
