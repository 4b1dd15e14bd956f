using System.Text;

namespace Yakuba.Text;

/// <summary>The UTF-8 form of one text at a time; the buffer is kept. A lone surrogate becomes U+FFFD, as everywhere in .NET.</summary>
internal sealed class Utf8Text
{
    /// <summary>Zero bytes after the end, so that a word of any width can be read at the last byte.</summary>
    private const int Margin = 8;

    internal byte[] Bytes { get; private set; } = new byte[4096];

    /// <summary>Length in bytes, without the margin.</summary>
    internal int Length { get; private set; }

    internal void Set(ReadOnlySpan<char> text)
    {
        var most = checked((text.Length * 3) + Margin);
        if (Bytes.Length < most)
        {
            Bytes = new byte[Math.Max(most, Math.Min(Bytes.Length * 2L, Array.MaxLength))];
        }

        Length = Encoding.UTF8.GetBytes(text, Bytes);
        Bytes.AsSpan(Length, Margin).Clear();
    }

    /// <summary>UTF-16 code units in a stretch that starts and ends at character borders.</summary>
    internal static int CodeUnits(ReadOnlySpan<byte> utf8)
    {
        var units = 0;
        foreach (var b in utf8)
        {
            // Each lead byte is one unit; a lead of four bytes is a pair.
            units += ((b & 0xc0) != 0x80 ? 1 : 0) + (b >= 0xf0 ? 1 : 0);
        }

        return units;
    }
}
