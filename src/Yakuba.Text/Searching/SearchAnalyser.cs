using System.Globalization;
using System.Text;

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
        ReadBigrams(normal.Value, (start, length) => Add(bigrams, normal.Value.Substring(start, length), start, length));
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
        ReadBigrams(value, (start, length) => bigrams.Add(value.Substring(start, length)));
        return new AnalysedTerms(words, readings, bigrams);
    }

    /// <summary>The text as it sounds, in hiragana without signs and spaces: 住民票, じゅうみんひょう and ジュウミンヒョウ are one. What has no reading stays as written, in normal form.</summary>
    public string Sound(string text)
    {
        var sound = new StringBuilder(text.Length * 2);
        foreach (var token in lexicon.Tokenize(NormalText.Of(text).Value))
        {
            foreach (var c in Kana.ToHiragana(token.Reading.Length > 0 ? token.Reading : token.Surface))
            {
                if (char.IsLetterOrDigit(c) || c == 'ー')
                {
                    sound.Append(c);
                }
            }
        }

        return sound.ToString();
    }

    private void ReadWords(string value, Action<string, string, int, int> take)
    {
        var lattice = lexicon.Rent();
        lattice.Run(value);
        var path = lattice.Path.Words;
        for (var i = 0; i < path.Length; i++)
        {
            var feature = lexicon.FeatureOf(path[i], value);
            if (feature.IsNumeral && NumberNotation.Read(value, path[i].Start, out var number) is > 0 and var length
                && LastWordOf(path, i, path[i].Start + length) is >= 0 and var last)
            {
                take(NumberTerm(number), string.Empty, path[i].Start, length);
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
