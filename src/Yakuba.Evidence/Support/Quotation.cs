namespace Yakuba.Evidence;

/// <summary>Tells a whole sentence of the evidence, quoted: it needs no further check.</summary>
internal static class Quotation
{
    private const string edges = "。\n!?";

    /// <summary>True when the claim stands in a passage from the start of a sentence to the end of one.</summary>
    internal static bool IsIn(Passage claim, IReadOnlyList<Passage> evidence)
    {
        var wanted = claim.Reading.Value.AsSpan().Trim(" 。\n");
        if (wanted.IsEmpty)
        {
            return false;
        }

        foreach (var passage in evidence)
        {
            var text = passage.Reading.Value.AsSpan();
            for (var from = 0; from < text.Length;)
            {
                var at = text[from..].IndexOf(wanted);
                if (at < 0)
                {
                    break;
                }

                at += from;
                if (IsEdge(text[..at].TrimEnd(' '), last: true) && IsEdge(text[(at + wanted.Length)..].TrimStart(' '), last: false))
                {
                    return true;
                }

                from = at + 1;
            }
        }

        return false;
    }

    private static bool IsEdge(ReadOnlySpan<char> beside, bool last) => beside.IsEmpty || edges.Contains(beside[last ? ^1 : 0], StringComparison.Ordinal);
}
