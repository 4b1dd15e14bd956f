namespace Yakuba.Documents;

/// <summary>Finds the delimiter of a table of text by its first lines.</summary>
internal static class CsvDialect
{
    private const int ProbeLines = 30;
    private static readonly char[] Candidates = [',', '\t', ';', '|'];

    /// <summary>The candidate that splits most lines into the same number of fields; a comma when none does.</summary>
    internal static char Delimiter(string text)
    {
        var best = (Delimiter: ',', Score: 0.0);
        foreach (var candidate in Candidates)
        {
            var counts = Counts(text, candidate).Where(n => n > 0).ToList();
            if (counts.Count > 0)
            {
                var common = counts.GroupBy(n => n).MaxBy(g => g.Count())!;
                var score = common.Count() * Math.Log2(1 + common.Key);
                best = score > best.Score ? (candidate, score) : best;
            }
        }

        return best.Delimiter;
    }

    /// <summary>Delimiters a line outside quotes.</summary>
    private static IEnumerable<int> Counts(string text, char delimiter)
    {
        int count = 0, lines = 0;
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c == delimiter)
            {
                count++;
            }
            else if (!quoted && c == '\n')
            {
                yield return count;
                count = 0;
                if (++lines == ProbeLines)
                {
                    yield break;
                }
            }
        }

        yield return count;
    }
}
