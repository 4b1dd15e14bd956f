namespace Yakuba.Text;

/// <summary>Nouns and the compounds made of neighbouring ones: 住民 and 住民票, 固定 and 資産 and 固定資産税.</summary>
internal static class NounRuns
{
    private const int Longest = 16;

    /// <summary>All of them in a text, each once.</summary>
    /// <param name="normal">In normal form.</param>
    /// <param name="lexicon">The dictionary.</param>
    internal static IReadOnlyList<string> Of(string normal, Lexicon lexicon)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        int runStart = -1, runEnd = -1, words = 0;
        var lattice = lexicon.Cut(normal);
        var path = lattice.Path.Words;
        var features = lexicon.FeaturesOf(lattice, normal);
        for (var i = 0; i < path.Length; i++)
        {
            ref readonly var word = ref path[i];
            var feature = features[i];
            if (!feature.IsPartOfName || !IsWord(normal.AsSpan(word.Start, word.Length)) || word.Start != runEnd)
            {
                Take();
            }

            if (!feature.IsPartOfName || !IsWord(normal.AsSpan(word.Start, word.Length)))
            {
                continue;
            }

            runStart = runStart < 0 ? word.Start : runStart;
            runEnd = word.Start + word.Length;
            words++;
            if (feature.IsContent && (word.Length > 1 || normal[word.Start] >= '\u3400') && word.Length <= Longest)
            {
                found.Add(normal.Substring(word.Start, word.Length));
            }
        }

        Take();
        lexicon.Return(lattice);
        return [.. found];

        void Take()
        {
            if (words > 1 && runEnd - runStart <= Longest)
            {
                found.Add(normal[runStart..runEnd]);
            }

            (runStart, runEnd, words) = (-1, -1, 0);
        }
    }

    private static bool IsWord(ReadOnlySpan<char> surface)
    {
        foreach (var letter in surface)
        {
            if (letter is not ((>= '\u3041' and <= '\u30FC') or (>= '\u3400' and <= '\u9FFF') or '々'))
            {
                return false;
            }
        }

        return true;
    }
}
