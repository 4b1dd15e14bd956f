namespace Yakuba.Text;

/// <summary>A text as search sees it.</summary>
/// <param name="Text">The normal form and the way back to the original.</param>
/// <param name="Words">Content words in base form; a number in any notation as its arabic value.</param>
/// <param name="Readings">Readings of the content words, in hiragana, where they are known.</param>
/// <param name="Bigrams">Pairs of neighbouring characters inside runs of letters and digits; a run of one gives that one.</param>
public sealed record AnalysedText(NormalText Text, IReadOnlyList<TermOccurrence> Words, IReadOnlyList<TermOccurrence> Readings, IReadOnlyList<TermOccurrence> Bigrams);

/// <summary>The terms of a text without their places, in order of place.</summary>
/// <param name="Words">As in <see cref="AnalysedText.Words"/>.</param>
/// <param name="Readings">As in <see cref="AnalysedText.Readings"/>.</param>
/// <param name="Bigrams">As in <see cref="AnalysedText.Bigrams"/>.</param>
public sealed record AnalysedTerms(IReadOnlyList<string> Words, IReadOnlyList<string> Readings, IReadOnlyList<string> Bigrams);
