namespace Yakuba.Text.Tests;

/// <summary>Our words against those of libmecab2 on the same dictionary: place, surface, part of speech, base form, reading, known or not.</summary>
internal static class MecabJudge
{
    [ThreadStatic]
    private static LibMecab? t_judge;

    /// <summary>Fails on the first difference. Where the library is absent, writes so and passes.</summary>
    /// <returns>Number of words compared.</returns>
    internal static int AssertEqual(Lexicon lexicon, string text)
    {
        if (!LibMecab.IsInstalled)
        {
            SharedData.Skipped("libmecab.so.2 with ipadic-utf8");
            return 0;
        }

        var words = Compare(lexicon, text, out var difference);
        if (difference is not null)
        {
            Assert.Fail($"{difference} in {text[..Math.Min(200, text.Length)]}");
        }

        return words;
    }

    /// <summary>Compares one text.</summary>
    /// <param name="lexicon">Ours.</param>
    /// <param name="text">Any text.</param>
    /// <param name="difference">The first difference in words; null if there is none.</param>
    /// <returns>Number of words that MeCab finds.</returns>
    internal static int Compare(Lexicon lexicon, string text, out string? difference)
    {
        t_judge ??= new LibMecab();
        var expected = t_judge.Parse(text);
        var actual = lexicon.Tokenize(text);
        difference = expected.Count == actual.Count ? null : $"expected {expected.Count} words, got {actual.Count}";
        for (var i = 0; i < Math.Min(expected.Count, actual.Count); i++)
        {
            var token = TokenOf(expected[i], text);
            if (token != actual[i])
            {
                difference = $"word {i}: expected {token}, got {actual[i]}";
                break;
            }
        }

        return expected.Count;
    }

    private static Token TokenOf((int Start, int Length, string Feature, bool IsKnown) word, string text)
    {
        var fields = word.Feature.Split(',');
        var surface = text.Substring(word.Start, word.Length);
        return new Token(
            word.Start,
            word.Length,
            surface,
            string.Join(',', fields.Take(4)),
            fields[6] == "*" ? surface : fields[6],
            fields.Length > 7 && fields[7] != "*" ? fields[7] : string.Empty,
            word.IsKnown);
    }
}
