namespace Yakuba.Evidence;

/// <summary>A named thing in a text.</summary>
/// <param name="Kind">Told by the head.</param>
/// <param name="Text">As written.</param>
/// <param name="Distinctive">The name without its head and without a municipality before it: 八重桜市子育て応援給付金 → 子育て応援. Empty for general words (補助金, 市立図書館).</param>
/// <param name="Head">The generic last part: 給付金.</param>
/// <param name="Start">First UTF-16 code unit in the text that was read.</param>
/// <param name="Length">UTF-16 code units.</param>
public sealed record NamedThing(NameKind Kind, string Text, string Distinctive, string Head, int Start, int Length)
{
    /// <summary>The elements (dictionary words) of the distinctive part, folded for comparison.</summary>
    internal IReadOnlyList<string> Elements { get; init; } = [];

    /// <summary>Nouns joined by の or と right before the name (みどり in みどりの森公園), folded; empty where there are none.</summary>
    internal string LeftNeighbour { get; init; } = "";

    /// <summary>The municipality written before the distinctive part, or empty.</summary>
    internal string Municipality { get; init; } = "";

    /// <summary>True for 〜に関する条例 and the like, whose elements are spread over a phrase.</summary>
    internal bool IsPhrase { get; init; }
}
