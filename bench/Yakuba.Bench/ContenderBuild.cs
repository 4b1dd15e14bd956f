using Yakuba.Search;

namespace Yakuba.Bench;

/// <summary>Indexes a file of tokens: a line a passage, tokens parted by spaces.</summary>
internal static class ContenderBuild
{
    internal static void Run(string tokens, string directory)
    {
        using var writer = IndexWriter.Open(directory, Contender.Schema);
        var terms = new ReadOnlyMemory<char>[256];
        var fields = new ReadOnlyMemory<ReadOnlyMemory<char>>[1];
        uint line = 0;
        foreach (var text in File.ReadLines(tokens))
        {
            var count = 0;
            foreach (var range in text.AsSpan().Split(' '))
            {
                if (count == terms.Length)
                {
                    Array.Resize(ref terms, count * 2);
                }

                var (start, length) = range.GetOffsetAndLength(text.Length);
                terms[count] = text.AsMemory(start, length);
                count += length > 0 ? 1 : 0;
            }

            fields[0] = terms.AsMemory(0, count);
            writer.Add(line++, 0, fields);
        }

        writer.Commit();
    }
}
