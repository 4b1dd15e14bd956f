using Yakuba.Search;

namespace Yakuba.Bench;

/// <summary>Indexes a file of tokens: a line a passage, tokens parted by spaces.</summary>
internal static class ContenderBuild
{
    internal static void Run(string tokens, string directory)
    {
        using var writer = IndexWriter.Open(directory, Contender.Schema);
        var known = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var terms = new List<string>();
        uint line = 0;
        foreach (var text in File.ReadLines(tokens))
        {
            terms.Clear();
            foreach (var range in text.AsSpan().Split(' '))
            {
                var token = text.AsSpan(range);
                if (token.Length > 0)
                {
                    if (!known.TryGetValue(token, out var term))
                    {
                        term = token.ToString();
                        known.Set.Add(term);
                    }

                    terms.Add(term);
                }
            }

            writer.Add(new IndexEntry(line++, 0, [terms]));
        }

        writer.Commit();
    }
}
