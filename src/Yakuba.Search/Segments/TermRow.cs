using System.Runtime.InteropServices;

namespace Yakuba.Search.Segments;

/// <summary>A row of the term table, 16 bytes. The row after the last closes the text of the last.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct TermRow
{
    /// <summary>First byte of the term in the text section.</summary>
    internal uint Text;

    /// <summary>Passages that hold the term.</summary>
    internal uint DocumentFrequency;

    /// <summary>Start of the postings, in units of 4 bytes from the start of the postings section.</summary>
    internal uint Postings;

    /// <summary>Checksum of the postings block, checked when a search first meets the term.</summary>
    internal uint Checksum;
}
