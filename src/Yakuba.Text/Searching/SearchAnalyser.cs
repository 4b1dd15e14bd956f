namespace Yakuba.Text;

/// <summary>
/// Turns a text into search terms. Documents and questions go through this one configuration. Safe for many threads.
/// </summary>
/// <param name="lexicon">The dictionary; must stay open as long as the analyser is used.</param>
public sealed class SearchAnalyser(Lexicon lexicon)
{
    /// <summary>Terms with their places in the original.</summary>
    public AnalysedText Analyse(string text)
    {
        var normal = NormalText.Of(text);
        var lattice = lexicon.Cut(normal.Value);
        var words = new List<TermOccurrence>(lattice.Path.Count);
        var forms = new List<string>(lattice.Path.Count);
        var readings = new List<TermOccurrence>(lattice.Path.Count);
        var found = new SearchWords(normal.Value, lattice.Path.Words, lexicon.FeaturesOf(lattice, normal.Value));
        while (found.MoveNext())
        {
            var (start, length) = normal.OriginalSpan(found.Start, found.Length);
            words.Add(new TermOccurrence(found.Term, start, length));
            forms.Add(found.Form);
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
            bigrams.Add(new TermOccurrence(pairs.Take(), start, length));
        }

        return new AnalysedText(normal, words, forms, readings, bigrams);
    }

    /// <summary>The terms that an index gets of a text, in one pass over it.</summary>
    public AnalysedTerms AnalyseTerms(string text)
    {
        var value = NormalText.ValueOf(text);
        var lattice = lexicon.Cut(value);
        var features = lexicon.FeaturesOf(lattice, value);
        var words = new List<string>(lattice.Path.Count);
        var found = new SearchWords(value, lattice.Path.Words, features);
        while (found.MoveNext())
        {
            words.Add(found.Form);
        }

        FixedTerms.AddTo(words, value);
        var sounds = SoundsOf(value, lattice.Path.Words, features);
        lexicon.Return(lattice);
        var bigrams = new List<string>(value.Length);
        var pairs = new Pairs(value);
        while (pairs.MoveNext())
        {
            bigrams.Add(pairs.Take());
        }

        return new AnalysedTerms(words, bigrams, sounds);
    }

    /// <summary>
    /// The text as it sounds, in its <see cref="SoundForm.Plain"/> form, without signs and spaces: 住民票, じゅうみんひょう, ジュウミンヒョウ and じゆうみんひよう
    /// are one. What has no reading stays as written, in normal form.
    /// </summary>
    public string Sound(string text)
    {
        var value = NormalText.ValueOf(text);
        var lattice = lexicon.Cut(value);
        var sound = SoundReader.Read(value, lattice.Path.Words, lexicon.FeaturesOf(lattice, value), null);
        lexicon.Return(lattice);
        return sound;
    }

    /// <summary>The sounds of a text as an index holds them: its threes of sounds, and whole the words of two sounds, which have no three (猫 → ねこ).</summary>
    public IReadOnlyList<string> SoundTerms(string text)
    {
        var value = NormalText.ValueOf(text);
        var lattice = lexicon.Cut(value);
        var terms = SoundsOf(value, lattice.Path.Words, lexicon.FeaturesOf(lattice, value));
        lexicon.Return(lattice);
        return terms;
    }

    /// <summary>The nouns of a text and the compounds that they make, each once, as written in normal form: what もしかして may offer.</summary>
    public IReadOnlyList<string> Spellings(string text) => NounRuns.Of(NormalText.ValueOf(text), lexicon);

    /// <summary>
    /// The words of a text as an index holds them and a query asks for them: each in its <see cref="SearchForm"/>, and after them
    /// its dates and articles in one notation.
    /// </summary>
    public static IReadOnlyList<string> IndexedWords(AnalysedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<string>(text.Forms.Count + 4);
        words.AddRange(text.Forms);
        FixedTerms.AddTo(words, text.Text.Value);
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

    private static List<string> SoundsOf(string value, ReadOnlySpan<Morpheme> path, ReadOnlySpan<WordFeature> features)
    {
        var terms = new List<string>((value.Length * 3 / 2) + 4);
        var sound = SoundReader.Read(value, path, features, terms);
        for (var i = 0; i + 3 <= sound.Length; i++)
        {
            ShortTerms.Prefetch(sound, i + ShortTerms.Ahead, 3);
            terms.Add(ShortTerms.Of(sound, i, 3));
        }

        if (sound.Length == 2 && terms.Count == 0)
        {
            terms.Add(sound);
        }

        return terms;
    }
}
