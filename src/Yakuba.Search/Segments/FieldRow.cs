using System.Runtime.InteropServices;

namespace Yakuba.Search.Segments;

/// <summary>A row of the field table, 24 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct FieldRow
{
    /// <summary>First row of the field in the term table; its rows follow each other in the order of their UTF-8 bytes.</summary>
    internal uint FirstTerm;

    internal uint Terms;

    /// <summary>Sum of the field lengths of all passages, in terms.</summary>
    internal ulong Tokens;

    /// <summary>Mean field length that the impacts were computed with, in terms; above 0.</summary>
    internal double MeanLength;
}
