namespace Yakuba.Text;

/// <summary>A text as search sees it.</summary>
/// <param name="Text">The normal form and the way back to the original.</param>
/// <param name="Words">Content words in base form; a number in any notation as its arabic value.</param>
/// <param name="Forms">Each of the words in its <see cref="SearchForm"/>.</param>
/// <param name="Readings">Readings of the content words, in hiragana, where they are known.</param>
/// <param name="Bigrams">Pairs of neighbouring characters inside runs of letters and digits; a run of one gives that one.</param>
public sealed record AnalysedText(NormalText Text, IReadOnlyList<TermOccurrence> Words, IReadOnlyList<string> Forms, IReadOnlyList<TermOccurrence> Readings, IReadOnlyList<TermOccurrence> Bigrams);

/// <summary>The terms of a text as an index holds them, without their places.</summary>
/// <param name="Words">As <see cref="SearchAnalyser.IndexedWords"/> gives them.</param>
/// <param name="Bigrams">As in <see cref="AnalysedText.Bigrams"/>.</param>
/// <param name="Sounds">As <see cref="SearchAnalyser.SoundTerms"/> gives them.</param>
public sealed record AnalysedTerms(IReadOnlyList<string> Words, IReadOnlyList<string> Bigrams, IReadOnlyList<string> Sounds);
