using System.Runtime.InteropServices;
using Yakuba.Search.Segments;

namespace Yakuba.Search.Postings;

/// <summary>Writes the postings of one term: a flat list when rare; maxima, offsets and short postings by window when frequent.</summary>
internal sealed class PostingsSerialiser(int passages)
{
    private readonly int _windows = SegmentFormat.WindowsOf(passages);
    private readonly int _frequentFrom = SegmentFormat.FrequentFrom(SegmentFormat.WindowsOf(passages));
    private readonly byte[] _maxima = new byte[SegmentFormat.Padded(SegmentFormat.WindowsOf(passages))];
    private readonly uint[] _offsets = new uint[SegmentFormat.WindowsOf(passages) + 1];
    private ushort[] _postings = [];

    /// <summary>Writes one term's block, at a multiple of 4 bytes (64 when frequent).</summary>
    /// <param name="postings">passage &lt;&lt; 8 | impact, ascending.</param>
    /// <returns>Position in the stream at which the block starts, and its checksum.</returns>
    internal (long At, uint Checksum) Write(SegmentStream to, ReadOnlySpan<uint> postings)
    {
        if (postings.Length < _frequentFrom)
        {
            to.PadTo(sizeof(uint));
            var at = to.Position;
            to.Write(postings);
            return (at, Crc32C.Of(MemoryMarshal.AsBytes(postings)));
        }

        FillWindows(postings);
        to.PadTo(SegmentFormat.Alignment);
        var start = to.Position;
        var inWindow = _postings.AsSpan(0, postings.Length);
        to.Write<byte>(_maxima);
        to.Write<uint>(_offsets);
        to.Write<ushort>(inWindow);
        var checksum = Crc32C.Append(Crc32C.Of(_maxima), MemoryMarshal.AsBytes(_offsets.AsSpan()));
        return (start, Crc32C.Append(checksum, MemoryMarshal.AsBytes(inWindow)));
    }

    private void FillWindows(ReadOnlySpan<uint> postings)
    {
        if (_postings.Length < postings.Length)
        {
            _postings = new ushort[Math.Max(postings.Length, _postings.Length * 2)];
        }

        Array.Clear(_maxima);
        var window = 0;
        for (var i = 0; i < postings.Length; i++)
        {
            var mine = (int)(postings[i] >> SegmentFormat.RareWindowShift);
            while (window < mine)
            {
                _offsets[++window] = (uint)i;
            }

            _maxima[mine] = Math.Max(_maxima[mine], (byte)postings[i]);
            _postings[i] = (ushort)(postings[i] & ((1 << SegmentFormat.RareWindowShift) - 1));
        }

        while (window < _windows)
        {
            _offsets[++window] = (uint)postings.Length;
        }
    }
}
