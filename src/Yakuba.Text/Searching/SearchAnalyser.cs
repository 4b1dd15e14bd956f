using System.Globalization;
using System.Text;

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
        var words = new List<TermOccurrence>();
        var readings = new List<TermOccurrence>();
        var bigrams = new List<TermOccurrence>();
        ReadWords(normal.Value, (term, reading, start, length) =>
        {
            Add(words, term, start, length);
            if (reading.Length > 0)
            {
                Add(readings, reading, start, length);
            }
        });
        ReadBigrams(normal.Value, (start, length) => Add(bigrams, PairStrings.Of(normal.Value, start, length), start, length));
        return new AnalysedText(normal, words, readings, bigrams);

        void Add(List<TermOccurrence> list, string term, int start, int length)
        {
            var (from, width) = normal.OriginalSpan(start, length);
            list.Add(new TermOccurrence(term, from, width));
        }
    }

    /// <summary>The same terms without places, for indexing.</summary>
    public AnalysedTerms AnalyseTerms(string text)
    {
        var value = NormalText.Of(text).Value;
        var words = new List<string>();
        var readings = new List<string>();
        var bigrams = new List<string>(value.Length);
        ReadWords(value, (term, reading, _, _) =>
        {
            words.Add(term);
            if (reading.Length > 0)
            {
                readings.Add(reading);
            }
        });
        ReadBigrams(value, (start, length) => bigrams.Add(PairStrings.Of(value, start, length)));
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

    private void ReadWords(string value, Action<string, string, int, int> take)
    {
        var lattice = lexicon.Rent();
        lattice.Run(value);
        var path = lattice.Path.Words;
        for (var i = 0; i < path.Length; i++)
        {
            var feature = lexicon.FeatureOf(path[i], value);
            if ((feature.IsNumeral || IsFormalNumeral(value, path[i].Start)) && NumberNotation.Read(value, path[i].Start, out var number) is > 0 and var length
                && LastWordOf(path, i, path[i].Start + length) is >= 0 and var last)
            {
                take(IsCode(value, path[i].Start, length) ? value.Substring(path[i].Start, length) : NumberTerm(number), string.Empty, path[i].Start, length);
                i = last;
                continue;
            }

            var surface = path[i].Word >= 0 ? feature.Surface : value.Substring(path[i].Start, path[i].Length);
            if (path[i].Word >= 0 ? feature.IsContent : feature.IsContent && ContentWord.HasLetter(surface))
            {
                var reading = feature.HiraganaReading.Length > 0 ? feature.HiraganaReading : Kana.IsKana(surface) ? Kana.ToHiragana(surface) : string.Empty;
                take(feature.BaseForm.Length > 0 ? feature.BaseForm : surface, reading, path[i].Start, path[i].Length);
            }
        }

        lexicon.Return(lattice);
    }

    private static string NumberTerm(decimal number) =>
        number <= long.MaxValue && number == decimal.Truncate(number)
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>True for 壱, 弐 and 参 before a power of ten, which the dictionary takes for names.</summary>
    private static bool IsFormalNumeral(string value, int start) =>
        value[start] is '壱' or '弐' or '参' && start + 1 < value.Length && (NumberNotation.Small(value[start + 1]) > 0 || NumberNotation.Large(value[start + 1]) > 0);

    /// <summary>True for digits that name and do not count, whose leading zero belongs to them: 0120, (06), 03-1234-0056; not for 令和06年04月.</summary>
    private static bool IsCode(string value, int start, int length)
    {
        if (length < 2 || value[start] != '0' || value.AsSpan(start, length).ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var before = start > 0 ? value[start - 1] : ' ';
        var after = start + length < value.Length ? value[start + length] : ' ';
        return length > 2 || (after is '-' or ')' && before != '-');
    }

    /// <summary>The word with which a number ends; -1 if it ends inside a word.</summary>
    private static int LastWordOf(ReadOnlySpan<Morpheme> path, int from, int end)
    {
        while (from < path.Length && path[from].Start + path[from].Length < end)
        {
            from++;
        }

        return from < path.Length && path[from].Start + path[from].Length == end ? from : -1;
    }

    private static void ReadBigrams(string value, Action<int, int> take)
    {
        int runStart = -1, previous = -1, at = 0;
        while (at < value.Length)
        {
            var rune = Rune.GetRuneAt(value, at);
            if (ContentWord.IsWordCharacter(rune))
            {
                if (previous >= 0)
                {
                    take(previous, at + rune.Utf16SequenceLength - previous);
                }

                runStart = runStart < 0 ? at : runStart;
                previous = at;
            }
            else
            {
                EndRun(at);
            }

            at += rune.Utf16SequenceLength;
        }

        EndRun(at);

        void EndRun(int end)
        {
            if (runStart >= 0 && previous == runStart)
            {
                take(runStart, end - runStart);
            }

            runStart = previous = -1;
        }
    }
}
