namespace Yakuba.Text;

/// <summary>A word on the best path, before any string is made.</summary>
/// <param name="Start">UTF-16 index in the text.</param>
/// <param name="Length">UTF-16 code units.</param>
/// <param name="Word">Entry of sys.dic if at least 0; otherwise the complement (<c>~</c>) of an entry of unk.dic.</param>
internal readonly record struct Morpheme(int Start, int Length, int Word)
{
    /// <summary>Number of the entry in its word list.</summary>
    internal int Entry => Word ^ (Word >> 31);
}
