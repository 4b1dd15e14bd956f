namespace Yakuba.Text;

/// <summary>A word that may be offered in place of a misspelt one.</summary>
/// <param name="Written">As documents write it.</param>
/// <param name="Reading">In kana.</param>
public readonly record struct SpelledWord(string Written, string Reading);
