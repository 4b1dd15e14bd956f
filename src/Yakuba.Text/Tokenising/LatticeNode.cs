namespace Yakuba.Text;

/// <summary>A word that may stand at a place of the text, with the best way to reach it.</summary>
internal struct LatticeNode
{
    /// <summary>Cost of the best path up to and with this word, relative to the last word emitted.</summary>
    internal int Cost;

    /// <summary>Index of the word before it on that path; -1 for the start of the text.</summary>
    internal int Previous;

    /// <summary>Index of the node added before this one that ends at the same place; -1 if none.</summary>
    internal int SameEnd;

    /// <summary>UTF-16 index where the word starts.</summary>
    internal int Start;

    /// <summary>UTF-16 index after the word.</summary>
    internal int End;

    /// <summary>As in <see cref="Morpheme.Word"/>.</summary>
    internal int Word;

    internal ushort RightContext;
}
