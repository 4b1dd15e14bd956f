using System.Text;
using Yakuba.Text;

namespace Yakuba.Office.Library.ShowDocument;

/// <summary>Finds quoted words in stored blocks, whatever their width, spacing and line ends, across block borders.</summary>
internal static class CitedSpan
{
    /// <summary>Finds the first place of a quote.</summary>
    /// <param name="blocks">Blocks in order.</param>
    /// <param name="quote">Words as they stand in the document, or a beginning of them.</param>
    /// <returns>For each block that the quote touches its span, in UTF-16 code units of its text; empty when it is not there.</returns>
    internal static IReadOnlyDictionary<long, (int Start, int Length)> Find(IReadOnlyList<StoredBlock> blocks, string quote)
    {
        var wanted = Squeezed(NormalText.Of(quote)).Text;
        var all = new StringBuilder();
        var places = new List<(int Block, int From, int To)>();
        for (var b = 0; b < blocks.Count; b++)
        {
            var normal = NormalText.Of(blocks[b].Text);
            var (text, kept) = Squeezed(normal);
            all.Append(text);
            places.AddRange(kept.Select(i => (b, normal.OriginalIndex(i), normal.OriginalIndex(i + 1))));
        }

        var at = wanted.Length == 0 ? -1 : all.ToString().IndexOf(wanted, StringComparison.Ordinal);
        if (at < 0)
        {
            return new Dictionary<long, (int, int)>();
        }

        return places.Skip(at).Take(wanted.Length)
            .GroupBy(p => p.Block)
            .ToDictionary(g => blocks[g.Key].Idx, g => (g.Min(p => p.From), g.Max(p => p.To) - g.Min(p => p.From)));
    }

    // Spaces and line ends differ between a passage and its blocks; nothing else does.
    private static (string Text, List<int> Kept) Squeezed(NormalText normal)
    {
        var text = new StringBuilder(normal.Value.Length);
        var kept = new List<int>(normal.Value.Length);
        for (var i = 0; i < normal.Value.Length; i++)
        {
            if (!char.IsWhiteSpace(normal.Value[i]))
            {
                text.Append(normal.Value[i]);
                kept.Add(i);
            }
        }

        return (text.ToString(), kept);
    }
}
