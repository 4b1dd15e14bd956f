namespace Yakuba.Text;

/// <summary>One word of a text, as ipadic and MeCab cut it.</summary>
/// <param name="Start">UTF-16 index of the first code unit in the text given.</param>
/// <param name="Length">UTF-16 code units; at least 1. Spaces between words belong to no token.</param>
/// <param name="Surface">The word as it stands in the text.</param>
/// <param name="PartOfSpeech">Four levels joined by commas, such as <c>名詞,固有名詞,地域,一般</c>; <c>*</c> where a level is empty.</param>
/// <param name="BaseForm">Dictionary form; the surface where the dictionary gives none.</param>
/// <param name="Reading">In katakana; empty if the dictionary gives none.</param>
/// <param name="IsKnown">False for a word built from its characters because the dictionary lacks it.</param>
public readonly record struct Token(int Start, int Length, string Surface, string PartOfSpeech, string BaseForm, string Reading, bool IsKnown);
