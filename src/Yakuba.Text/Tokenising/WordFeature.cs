namespace Yakuba.Text;

/// <summary>What the dictionary says of a word, as strings. Made once for each entry that is met.</summary>
/// <param name="Surface">The word as the dictionary writes it; empty for an entry of unk.dic.</param>
/// <param name="PartOfSpeech">Four levels joined by commas.</param>
/// <param name="BaseForm">Empty if none is given.</param>
/// <param name="Reading">Katakana; empty if none is given.</param>
internal sealed record WordFeature(string Surface, string PartOfSpeech, string BaseForm, string Reading)
{
    /// <summary>For a word that the dictionary lacks, the surface decides too.</summary>
    internal bool IsContent { get; } = ContentWord.Is(PartOfSpeech, BaseForm.Length > 0 ? BaseForm : "あ");

    internal bool IsNumeral { get; } = ContentWord.IsNumeral(PartOfSpeech);

    /// <summary>The reading in hiragana, of a word in kana the word itself; empty if none is known.</summary>
    internal string HiraganaReading { get; } = Kana.ToHiragana(Reading.Length == 0 && Kana.IsKana(Surface) ? Surface : Reading);

    /// <summary>What a known word is searched by before its <see cref="SearchForm"/>: the base form, else the surface.</summary>
    internal string Term { get; } = BaseForm.Length > 0 ? BaseForm : Surface;

    /// <summary><see cref="Term"/> in its <see cref="SearchForm"/>.</summary>
    internal string Form { get; } = SearchForm.Of(BaseForm.Length > 0 ? BaseForm : Surface);

    /// <summary>The reading in its <see cref="SoundForm.Plain"/> form, letters only; empty if none is given.</summary>
    internal string Sound { get; } = SoundForm.Plain(Reading).Replace("・", "", StringComparison.Ordinal);

    /// <summary>A noun, a prefix or an ending of nouns: what names of things are made of. No pronouns, numerals and dependent nouns.</summary>
    internal bool IsPartOfName { get; } = ContentWord.IsPartOfName(PartOfSpeech);
}
