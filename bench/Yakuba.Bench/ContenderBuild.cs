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
            for (var start = 0; start < text.Length;)
            {
                var length = text.AsSpan(start).IndexOf(' ');
                length = length < 0 ? text.Length - start : length;
                if (count == terms.Length)
                {
                    Array.Resize(ref terms, count * 2);
                }

                terms[count] = text.AsMemory(start, length);
                count += length > 0 ? 1 : 0;
                start += length + 1;
            }

            fields[0] = terms.AsMemory(0, count);
            writer.Add(line++, 0, fields);
        }

        writer.Commit();
    }
}
