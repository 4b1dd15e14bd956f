namespace Yakuba.Search.Segments;

/// <summary>
/// Remembers which parts of a segment were found sound, so that each is checked once, before it is first read. Threads may meet here:
/// a mark lost to a race is only made again.
/// </summary>
internal sealed unsafe class FirstReadings
{
    private const byte PostingsSound = 1;
    private const byte PositionsSound = 2;
    private readonly SegmentReader _segment;
    private readonly byte[] _terms;
    private volatile bool _groupsSound;
    private volatile bool _lengthsSound;
    private volatile bool _phrasesSound;

    /// <param name="terms">Terms of the segment.</param>
    internal FirstReadings(SegmentReader segment, long terms)
    {
        _segment = segment;
        _terms = new byte[terms];
        var checksums = segment.Has(SectionId.Blocks) ? (uint*)segment.At(SectionId.Blocks) : null;
        TermText = Next(SectionId.TermText, ref checksums);
        Terms = Next(SectionId.Terms, ref checksums);
        Groups = Next(SectionId.Groups, ref checksums);
        Ordinals = Next(SectionId.Ordinals, ref checksums);
    }

    internal SectionBlocks TermText { get; }

    internal SectionBlocks Terms { get; }

    internal SectionBlocks Groups { get; }

    internal SectionBlocks Ordinals { get; }

    /// <exception cref="IndexDamagedException">The postings are not what was written.</exception>
    internal void DemandPostings(int term)
    {
        if ((Volatile.Read(ref _terms[term]) & PostingsSound) == 0)
        {
            PostingsCheck.Run(_segment, _segment.Term(term));
            Volatile.Write(ref _terms[term], (byte)(_terms[term] | PostingsSound));
        }
    }

    /// <exception cref="IndexDamagedException">The positions are not what was written.</exception>
    internal void DemandPositions(int field, int term)
    {
        if ((Volatile.Read(ref _terms[term]) & PositionsSound) == 0)
        {
            DemandPhrases();
            PositionsCheck.Run(_segment, _segment.Term(term).DocumentFrequency, _segment.PhraseOf(field, term));
            Volatile.Write(ref _terms[term], (byte)(_terms[term] | PositionsSound));
        }
    }

    /// <summary>Asks the system to read a term's postings ahead, unless they were read before.</summary>
    internal void ExpectPostings(int term)
    {
        if ((Volatile.Read(ref _terms[term]) & PostingsSound) == 0)
        {
            PostingsCheck.Fetch(_segment, _segment.Term(term));
        }
    }

    /// <exception cref="IndexDamagedException">The groups are not what was written.</exception>
    internal void DemandGroups()
    {
        if (!_groupsSound)
        {
            SegmentCheck.Groups(_segment);
            _groupsSound = true;
        }
    }

    /// <exception cref="IndexDamagedException">The lengths are not what was written.</exception>
    internal void DemandLengths()
    {
        if (!_lengthsSound)
        {
            SegmentCheck.Checksum(_segment, SectionId.Lengths);
            _lengthsSound = true;
        }
    }

    private void DemandPhrases()
    {
        if (!_phrasesSound)
        {
            SegmentCheck.Checksum(_segment, SectionId.Phrases);
            _phrasesSound = true;
        }
    }

    private SectionBlocks Next(SectionId section, ref uint* checksums)
    {
        var blocks = new SectionBlocks(_segment, section, checksums);
        checksums = checksums == null ? null : checksums + SectionBlocks.CountOf(_segment.Extent(section).Length);
        return blocks;
    }
}
