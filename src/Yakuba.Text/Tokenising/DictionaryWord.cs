namespace Yakuba.Text;

/// <summary>A word that the dictionary has at a place of a text, whether or not the text is cut there.</summary>
/// <param name="Length">UTF-16 code units; at least 1.</param>
/// <param name="PartOfSpeech">Four levels joined by commas, such as <c>名詞,固有名詞,人名,姓</c>.</param>
/// <param name="Reading">In katakana; empty if the dictionary gives none.</param>
public readonly record struct DictionaryWord(int Length, string PartOfSpeech, string Reading);
