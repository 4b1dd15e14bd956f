using System.Runtime.InteropServices;

namespace Yakuba.Text;

/// <summary>One word of a compiled dictionary, as it lies in the file (16 bytes).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 2, Size = 16)]
internal readonly struct WordEntry
{
    /// <summary>Context class seen from the word before it; below the left size of the matrix.</summary>
    internal readonly ushort LeftContext;

    /// <summary>Context class seen from the word after it; below the right size of the matrix.</summary>
    internal readonly ushort RightContext;

    internal readonly ushort PartOfSpeechId;

    internal readonly short Cost;

    /// <summary>Byte offset of the feature text in the feature section.</summary>
    internal readonly uint Feature;

    internal readonly uint Compound;
}
