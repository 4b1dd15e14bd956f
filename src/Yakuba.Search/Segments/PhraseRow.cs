using System.Runtime.InteropServices;

namespace Yakuba.Search.Segments;

/// <summary>A row of the phrase table, 12 bytes: where the positions of one term lie.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct PhraseRow
{
    /// <summary>Start of the block, in units of 4 bytes from the start of the positions section.</summary>
    internal uint Start;

    /// <summary>Positions in the block.</summary>
    internal uint Count;

    /// <summary>Checksum of the block, checked when a phrase first meets the term.</summary>
    internal uint Checksum;
}
