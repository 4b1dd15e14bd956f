namespace Yakuba.Text;

/// <summary>Reads a question for words that no document holds and that sound nearly like one that some document does: もしかして.</summary>
/// <param name="lexicon">The dictionary.</param>
public sealed class QuestionSpelling(Lexicon lexicon)
{
    private const int LongestQuestion = 200;

    private static readonly string[] s_particles = ["について", "とは", "には", "では", "から", "まで", "より", "の", "を", "は", "が", "に", "で", "と", "へ", "も", "や", "か"];

    /// <summary>The question with its misspelt words mended.</summary>
    /// <param name="question">As typed.</param>
    /// <param name="suggester">The words of the documents.</param>
    /// <param name="mayShow">Whether the asker may be shown a word: true only for words in documents that the asker may read. The caller answers for it.</param>
    /// <returns>Null if there is nothing to mend.</returns>
    public string? Mend(string question, Suggester suggester, Func<string, bool> mayShow)
    {
        ArgumentNullException.ThrowIfNull(suggester);
        var text = NormalText.Of(question);
        if (text.Value.Length is 0 or > LongestQuestion)
        {
            return null;
        }

        var mended = question;
        foreach (var (start, length) in Doubtful(text.Value).OrderByDescending(s => s.Start))
        {
            var typed = text.Value.Substring(start, length);
            if (Better(typed, suggester, mayShow) is { } better)
            {
                var (from, width) = text.OriginalSpan(start, length);
                mended = mended.Remove(from, width).Insert(from, better);
            }
        }

        return mended == question ? null : mended;
    }

    private string? Better(string typed, Suggester suggester, Func<string, bool> mayShow)
    {
        if (suggester.Holds(typed) && mayShow(typed))
        {
            return null;
        }

        var isLatin = char.IsAsciiLetter(typed[0]);
        // Latin letters that are no romaji may be a slip of one letter; that is left to search itself.
        var reading = isLatin ? Romaji.ToHiragana(typed) : ReadingOf(typed);
        if (reading is null || !Kana.IsKana(reading) || suggester.Near(reading, mayShow, 1) is not [var near])
        {
            return null;
        }

        // What only is written otherwise is found as it is; in romaji the word is worth showing.
        return near.Distance == 0 && !isLatin ? null : near.Written == typed ? null : near.Written;
    }

    private string ReadingOf(string typed) =>
        Kana.IsKana(typed) ? typed : string.Concat(lexicon.Tokenize(typed).Select(t => t.Reading.Length > 0 ? t.Reading : t.Surface));

    /// <summary>The stretches that may be one word: what spaces and signs part, and inside that runs of nouns, of hiragana between other letters, of Latin letters.</summary>
    private List<(int Start, int Length)> Doubtful(string normal)
    {
        var found = new List<(int Start, int Length)>();
        for (var at = 0; at < normal.Length;)
        {
            var end = at;
            while (end < normal.Length && Kind(normal[end]) == Kind(normal[at]))
            {
                end++;
            }

            if (Kind(normal[at]) is not Script.None)
            {
                Take(normal, at, end, found);
            }

            at = end;
        }

        return found;
    }

    private void Take(string normal, int start, int end, List<(int Start, int Length)> found)
    {
        if (Kind(normal[start]) == Script.Latin)
        {
            if (end - start >= 3)
            {
                found.Add((start, end - start));
            }

            return;
        }

        var stretch = normal[start..end];
        if (Kana.IsKana(stretch))
        {
            Add(start, end);
            return;
        }

        // Kanji among them: nouns as the dictionary cuts them; kana that it cannot read hang on.
        var runStart = -1;
        foreach (var token in lexicon.Tokenize(stretch).Append(new Token(stretch.Length, 0, "", "助詞", "", "", true)))
        {
            var isName = token.IsKnown ? ContentWord.IsPartOfName(token.PartOfSpeech) : true;
            if (isName && runStart < 0)
            {
                runStart = token.Start;
            }
            else if (!isName && runStart >= 0)
            {
                Add(start + runStart, start + token.Start);
                runStart = -1;
            }
        }

        void Add(int from, int to)
        {
            var particle = s_particles.FirstOrDefault(p => to - from > p.Length + 2 && normal.AsSpan(from, to - from).EndsWith(p, StringComparison.Ordinal));
            var length = to - from - (particle?.Length ?? 0);
            if (length >= 2)
            {
                found.Add((from, length));
            }
        }
    }

    private static Script Kind(char letter) => letter switch
    {
        (>= '\u3041' and <= '\u30FA') or 'ー' or (>= '\u3400' and <= '\u9FFF') or '々' => Script.Japanese,
        _ when char.IsAsciiLetter(letter) || letter is 'ā' or 'ī' or 'ū' or 'ē' or 'ō' => Script.Latin,
        _ => Script.None,
    };

    private enum Script
    {
        None,
        Japanese,
        Latin,
    }
}
