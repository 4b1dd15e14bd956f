using System.Runtime.InteropServices;

namespace Yakuba.Search.Segments;

/// <summary>A row of the field table, 32 bytes.</summary>
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

    /// <summary>First row of the field in the phrase table, which has a row for each term of a field with positions.</summary>
    internal uint FirstPhrase;

    /// <summary>1 when the field keeps positions, else 0.</summary>
    internal uint HasPositions;
}
