namespace Yakuba.Search.Segments;

/// <summary>
/// Remembers which parts of a segment were found sound, so that each is checked once, before it is first read. Threads may meet here:
/// a mark lost to a race is only made again.
/// </summary>
/// <param name="terms">Terms of the segment.</param>
internal sealed unsafe class FirstReadings(SegmentReader segment, long terms)
{
    private const byte PostingsSound = 1;
    private const byte PositionsSound = 2;
    private readonly byte[] _terms = new byte[terms];
    private volatile bool _keysSound;
    private volatile bool _lengthsSound;
    private volatile bool _phrasesSound;

    /// <exception cref="IndexDamagedException">The postings are not what was written.</exception>
    internal void DemandPostings(int term)
    {
        if ((Volatile.Read(ref _terms[term]) & PostingsSound) == 0)
        {
            PostingsCheck.Run(segment, segment.Terms[term]);
            Volatile.Write(ref _terms[term], (byte)(_terms[term] | PostingsSound));
        }
    }

    /// <exception cref="IndexDamagedException">The positions are not what was written.</exception>
    internal void DemandPositions(int field, int term)
    {
        if ((Volatile.Read(ref _terms[term]) & PositionsSound) == 0)
        {
            DemandPhrases();
            PositionsCheck.Run(segment, segment.Terms[term].DocumentFrequency, segment.PhraseOf(field, term));
            Volatile.Write(ref _terms[term], (byte)(_terms[term] | PositionsSound));
        }
    }

    /// <exception cref="IndexDamagedException">The groups or ordinals are not what was written.</exception>
    internal void DemandKeys()
    {
        if (!_keysSound)
        {
            SegmentCheck.Keys(segment);
            _keysSound = true;
        }
    }

    /// <exception cref="IndexDamagedException">The lengths are not what was written.</exception>
    internal void DemandLengths()
    {
        if (!_lengthsSound)
        {
            SegmentCheck.Checksum(segment, SectionId.Lengths);
            _lengthsSound = true;
        }
    }

    private void DemandPhrases()
    {
        if (!_phrasesSound)
        {
            SegmentCheck.Checksum(segment, SectionId.Phrases);
            _phrasesSound = true;
        }
    }
}
