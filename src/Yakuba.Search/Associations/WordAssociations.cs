using System.Globalization;

namespace Yakuba.Search.Associations;

/// <summary>What is meant by what people say: for a word, the words that documents use in its stead. Unchanged once made; safe for many threads.</summary>
public sealed class WordAssociations
{
    private const double Scale = 1000;

    private readonly Dictionary<string, Association[]> _of;

    internal WordAssociations(Dictionary<string, Association[]> of) => _of = of;

    /// <summary>No associations.</summary>
    public static WordAssociations None { get; } = new([]);

    /// <summary>Words that have associations.</summary>
    public int Count => _of.Count;

    /// <summary>What a word may mean, likeliest first; empty for a word never seen.</summary>
    public IReadOnlyList<Association> Of(string word) => _of.TryGetValue(word, out var found) ? found : [];

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">A line is of another form; the message names its number.</exception>
    public static WordAssociations Read(TextReader from)
    {
        ArgumentNullException.ThrowIfNull(from);
        var of = new Dictionary<string, Association[]>();
        for (var number = 1; from.ReadLine() is { } line; number++)
        {
            var cells = line.Split('\t');
            if (cells.Length < 2 || !of.TryAdd(cells[0], [.. cells.Skip(1).Select(cell => Cell(cell, number))]))
            {
                throw new InvalidDataException($"Line {number} is not a word and its associations.");
            }
        }

        return new WordAssociations(of);
    }

    /// <summary>Writes one line a word, in code order: the word, then <c>word:chance</c> in thousandths, separated by tabs.</summary>
    public void Write(TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(to);
        foreach (var (word, meant) in _of.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            to.Write(word);
            foreach (var association in meant)
            {
                to.Write(string.Create(CultureInfo.InvariantCulture, $"\t{association.Word}:{Math.Round(association.Chance * Scale):0}"));
            }

            to.Write('\n');
        }
    }

    private static Association Cell(string cell, int line)
    {
        var colon = cell.LastIndexOf(':');
        return colon > 0 && int.TryParse(cell.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var thousandths)
            ? new Association(cell[..colon], thousandths / Scale)
            : throw new InvalidDataException($"Line {line}: 「{cell}」 is not word:thousandths.");
    }
}
