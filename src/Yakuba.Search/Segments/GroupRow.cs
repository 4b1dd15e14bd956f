using System.Runtime.InteropServices;

namespace Yakuba.Search.Segments;

/// <summary>A row of the group table, 8 bytes; ascending in both. The row after the last closes the last group.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct GroupRow
{
    internal uint Group;

    /// <summary>First passage of the group in this segment.</summary>
    internal uint FirstPassage;
}
