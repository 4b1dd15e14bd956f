namespace Yakuba.Text;

/// <summary>
/// Turns a text into search terms. Documents and questions go through this one configuration. Safe for many threads.
/// </summary>
/// <param name="lexicon">The dictionary; must stay open as long as the analyser is used.</param>
public sealed class SearchAnalyser(Lexicon lexicon)
{
    private readonly SoundReader _sounds = new(lexicon);

    /// <summary>Terms with their places in the original.</summary>
    public AnalysedText Analyse(string text)
    {
        var normal = NormalText.Of(text);
        var lattice = lexicon.Cut(normal.Value);
        var words = new List<TermOccurrence>(lattice.Path.Count);
        var readings = new List<TermOccurrence>(lattice.Path.Count);
        var found = new SearchWords(normal.Value, lattice.Path.Words, lexicon.FeaturesOf(lattice, normal.Value));
        while (found.MoveNext())
        {
            var (start, length) = normal.OriginalSpan(found.Start, found.Length);
            words.Add(new TermOccurrence(found.Term, start, length));
            if (found.Reading.Length > 0)
            {
                readings.Add(new TermOccurrence(found.Reading, start, length));
            }
        }

        lexicon.Return(lattice);
        var bigrams = new List<TermOccurrence>(normal.Value.Length);
        var pairs = new Pairs(normal.Value);
        while (pairs.MoveNext())
        {
            var (start, length) = normal.OriginalSpan(pairs.Start, pairs.Length);
            bigrams.Add(new TermOccurrence(PairStrings.Of(normal.Value, pairs.Start, pairs.Length), start, length));
        }

        return new AnalysedText(normal, words, readings, bigrams);
    }

    /// <summary>The same terms without places, for indexing.</summary>
    public AnalysedTerms AnalyseTerms(string text)
    {
        var value = NormalText.Of(text).Value;
        var lattice = lexicon.Cut(value);
        var words = new List<string>(lattice.Path.Count);
        var readings = new List<string>(lattice.Path.Count);
        var found = new SearchWords(value, lattice.Path.Words, lexicon.FeaturesOf(lattice, value));
        while (found.MoveNext())
        {
            words.Add(found.Term);
            if (found.Reading.Length > 0)
            {
                readings.Add(found.Reading);
            }
        }

        lexicon.Return(lattice);
        var bigrams = new List<string>(value.Length);
        var pairs = new Pairs(value);
        while (pairs.MoveNext())
        {
            PairStrings.Prefetch(value, pairs.Start + PairStrings.Ahead);
            bigrams.Add(PairStrings.Of(value, pairs.Start, pairs.Length));
        }

        return new AnalysedTerms(words, readings, bigrams);
    }

    /// <summary>
    /// The text as it sounds, in its <see cref="SoundForm.Plain"/> form, without signs and spaces: 住民票, じゅうみんひょう, ジュウミンヒョウ and じゆうみんひよう
    /// are one. What has no reading stays as written, in normal form.
    /// </summary>
    public string Sound(string text) => _sounds.Read(text, null);

    /// <summary>The sounds of a text as an index holds them: its threes of sounds, and whole the words of two sounds, which have no three (猫 → ねこ).</summary>
    public IReadOnlyList<string> SoundTerms(string text)
    {
        var terms = new List<string>(text.Length);
        var sound = _sounds.Read(text, terms);
        for (var i = 0; i + 3 <= sound.Length; i++)
        {
            terms.Add(sound.Substring(i, 3));
        }

        if (sound.Length == 2 && terms.Count == 0)
        {
            terms.Add(sound);
        }

        return terms;
    }

    /// <summary>The nouns of a text and the compounds that they make, each once, as written in normal form: what もしかして may offer.</summary>
    public IReadOnlyList<string> Spellings(string text) => NounRuns.Of(NormalText.Of(text).Value, lexicon);

    /// <summary>
    /// The words of a text as an index holds them and a query asks for them: each in its <see cref="SearchForm"/>, and after them
    /// its dates and articles in one notation.
    /// </summary>
    public static IReadOnlyList<string> IndexedWords(AnalysedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<string>(text.Words.Count + 4);
        foreach (var word in text.Words)
        {
            words.Add(SearchForm.Of(word.Term));
        }

        words.AddRange(FixedTerms.Of(text.Text.Value));
        return words;
    }

    /// <summary>A question as it would be written in Japanese: where all of its words are in romaji, those words in hiragana; else the question itself.</summary>
    /// <param name="question">As typed.</param>
    public static string Spoken(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var words = question.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var kana = Array.ConvertAll(words, word => word.Any(c => char.IsLetter(c) && c < 'ʰ') ? Romaji.ToHiragana(word) : null);
        return words.Length == 0 || kana.Contains(null) ? question : string.Concat(kana);
    }

    /// <summary>Further sounds that a question in romaji may mean, since romaji often leaves out what prolongs (Tokyo, juminhyo); none for any other.</summary>
    /// <param name="question">As typed.</param>
    public IReadOnlyList<string> ProlongedSounds(string question)
    {
        var spoken = Spoken(question);
        return ReferenceEquals(spoken, question) ? [] : [.. SoundTerms(Romaji.Prolonged(spoken)).Except(SoundTerms(spoken))];
    }
}
