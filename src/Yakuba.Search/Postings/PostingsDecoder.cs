using Yakuba.Search.Segments;

namespace Yakuba.Search.Postings;

/// <summary>Reads the postings of a term back as a flat list.</summary>
internal static unsafe class PostingsDecoder
{
    /// <summary>Fills <paramref name="to"/>, which is as long as the term's document frequency, with passage &lt;&lt; 8 | impact.</summary>
    internal static void Decode(SegmentReader segment, TermRow term, Span<uint> to)
    {
        var start = segment.Postings + ((long)term.Postings * sizeof(uint));
        if (term.DocumentFrequency < segment.FrequentFrom)
        {
            new ReadOnlySpan<uint>(start, to.Length).CopyTo(to);
            return;
        }

        var offsets = (uint*)(start + SegmentFormat.Padded(segment.Windows));
        var postings = (ushort*)(offsets + segment.Windows + 1);
        for (var window = 0; window < segment.Windows; window++)
        {
            for (var i = offsets[window]; i < offsets[window + 1]; i++)
            {
                to[(int)i] = ((uint)window << SegmentFormat.RareWindowShift) | postings[i];
            }
        }
    }
}
