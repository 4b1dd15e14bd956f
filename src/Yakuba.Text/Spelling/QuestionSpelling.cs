namespace Yakuba.Text;

/// <summary>Reads a question for words that no document holds and that sound nearly like one that some document does: もしかして.</summary>
/// <param name="lexicon">The dictionary.</param>
public sealed class QuestionSpelling(Lexicon lexicon)
{
    private const int LongestQuestion = 200;
    private const int LongestWord = 16;
    private const int ShortestRepaired = 6;

    private static readonly string[] s_particles = ["について", "とは", "には", "では", "から", "まで", "より", "の", "を", "は", "が", "に", "で", "と", "へ", "も", "や", "か"];

    /// <summary>The question with its misspelt words mended.</summary>
    /// <param name="question">As typed.</param>
    /// <param name="suggester">The words of the documents.</param>
    /// <param name="passages">How many passages that the asker may read hold a word; 0 for a word that may not be shown. The caller answers for it.</param>
    /// <returns>Null if there is nothing to mend.</returns>
    public string? Mend(string question, Suggester suggester, Func<string, int> passages)
    {
        ArgumentNullException.ThrowIfNull(suggester);
        var text = NormalText.Of(question);
        if (text.Value.Length is 0 or > LongestQuestion)
        {
            return null;
        }

        var mended = question;
        foreach (var (start, length) in Stretches.Of(text.Value).Reverse())
        {
            foreach (var (at, width, better) in Better(text.Value.Substring(start, length), suggester, passages).Reverse())
            {
                var (from, taken) = text.OriginalSpan(start + at, width);
                mended = mended.Remove(from, taken).Insert(from, better);
            }
        }

        return mended == question ? null : mended;
    }

    /// <summary>What to write instead inside a stretch: of the whole, if that is one word, else of the words in it.</summary>
    private IReadOnlyList<(int At, int Width, string Better)> Better(string stretch, Suggester suggester, Func<string, int> passages)
    {
        if (char.IsAsciiLetter(stretch[0]))
        {
            return BetterLatin(stretch, suggester, passages) is { } kana ? [(0, stretch.Length, kana)] : [];
        }

        var body = stretch.Length - ParticleLength(stretch);
        if (stretch.Length <= LongestWord && BetterWord(stretch[..body], suggester, passages) is { } whole)
        {
            return [(0, body, whole)];
        }

        var mended = new List<(int At, int Width, string Better)>();
        foreach (var (at, width) in Kana.IsKana(stretch) ? [] : Names(stretch))
        {
            if (BetterWord(stretch.Substring(at, width), suggester, passages) is { } better)
            {
                mended.Add((at, width, better));
            }
        }

        return mended;
    }

    /// <summary>What to write instead of one word; null if it stays.</summary>
    private string? BetterWord(string typed, Suggester suggester, Func<string, int> passages)
    {
        if (typed.Length < 2 || (suggester.Holds(typed) && passages(typed) > 0))
        {
            return null;
        }

        var isKana = Kana.IsKana(typed);
        var tokens = lexicon.Tokenize(typed);
        var isSound = isKana ? tokens is [{ IsKnown: true, Length: >= 3 }] : !IsBroken(tokens);
        // A word written in kanji keeps one at least, or it would be another word that sounds alike.
        if (suggester.Near(ReadingOf(typed), word => isKana || SharesHan(typed, word) ? passages(word) : 0, 1) is not [var near])
        {
            return isKana || isSound ? null : suggester.NearWriting(typed, passages);
        }

        // Words that the language has are left alone, unless the documents have one of the very same sound: 介護保健.
        if (isSound && (near.Distance > 0 || isKana))
        {
            return null;
        }

        // What is only written otherwise is found as it is: kana of the same sound, another 送り仮名.
        return (near.Distance == 0 && isKana) || IsSameWriting(near.Written, typed) ? null : near.Written;
    }

    /// <summary>What to write instead of a word in Latin letters; null if it stays.</summary>
    private static string? BetterLatin(string typed, Suggester suggester, Func<string, int> passages)
    {
        if (typed.Length < 3)
        {
            return null;
        }

        // A short word in Latin letters that is no romaji is a word of its own: fax, pdf.
        IEnumerable<string> spellings = Romaji.ToHiragana(typed) is not null ? [typed] : typed.Length >= ShortestRepaired ? Romaji.Repaired(typed) : [];
        var near = spellings.Select(Romaji.ToHiragana).OfType<string>().Distinct().SelectMany(kana => suggester.Near(kana, passages, 1)).ToList();
        return near.Count == 0 ? null : near.MinBy(s => (s.Distance, -s.Passages)).Written;
    }

    /// <summary>A word in kana, as the dictionary reads it; what it cannot read stays.</summary>
    public string ReadingOf(string typed) =>
        Kana.IsKana(typed) ? typed : string.Concat(lexicon.Tokenize(typed).Select(t => t.Reading.Length > 0 ? t.Reading : t.Surface));

    /// <summary>Runs of nouns as the dictionary cuts them, and of what it does not know; none that begins or ends beside a kanji left out.</summary>
    private IEnumerable<(int At, int Width)> Names(string stretch)
    {
        var start = -1;
        foreach (var token in lexicon.Tokenize(stretch).Append(new Token(stretch.Length, 0, "", "助詞", "", "", true)))
        {
            var isName = !token.IsKnown || ContentWord.IsPartOfName(token.PartOfSpeech);
            if (isName && start < 0)
            {
                start = token.Start;
            }
            else if (!isName && start >= 0)
            {
                if (token.Start - start >= 2 && !IsHan(stretch, token.Start) && !IsHan(stretch, start - 1))
                {
                    yield return (start, token.Start - start);
                }

                start = -1;
            }
        }
    }

    private static bool IsSameWriting(string a, string b) => SearchForm.Of(a) == SearchForm.Of(b) || Kana.ToHiragana(a) == Kana.ToHiragana(b);

    /// <summary>True where the dictionary found no words: something unknown, or single kanji side by side.</summary>
    private static bool IsBroken(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].IsKnown || (i > 0 && tokens[i].Length == 1 && tokens[i - 1].Length == 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SharesHan(string typed, string word)
    {
        for (var i = 0; i < typed.Length; i++)
        {
            if (IsHan(typed, i) && word.Contains(typed[i], StringComparison.Ordinal))
            {
                return Math.Abs(typed.Length - word.Length) <= 2;
            }
        }

        return !typed.AsSpan().ContainsAnyInRange('\u3400', '\u9FFF');
    }

    private static bool IsHan(string text, int at) => at >= 0 && at < text.Length && text[at] is >= '\u3400' and <= '\u9FFF';

    /// <summary>Length of a particle at the end of a stretch that is long enough to have one.</summary>
    private static int ParticleLength(string stretch) =>
        s_particles.FirstOrDefault(p => stretch.Length > p.Length + 2 && stretch.EndsWith(p, StringComparison.Ordinal))?.Length ?? 0;
}
