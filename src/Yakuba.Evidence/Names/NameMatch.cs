namespace Yakuba.Evidence;

/// <summary>Whether a name asked about is a name in the evidence: the same, or shortened by whole elements.</summary>
internal static class NameMatch
{
    internal static bool IsSame(NamedThing asked, NamedThing known)
    {
        if (asked.LeftNeighbour.Length > 0 && known.LeftNeighbour.Length > 0 && asked.LeftNeighbour != known.LeftNeighbour
            && asked.Kind is NameKind.Facility or NameKind.Scheme or NameKind.Ordinance)
        {
            return false;
        }

        var head = NameHeads.EndOf(asked.Head);
        var knownHead = NameHeads.EndOf(known.Head);
        if (head is not null && knownHead is not null && (head.IsWeak || head.Class == knownHead.Class) && HasElements(asked.Elements, known.Elements, []))
        {
            return true;
        }

        if (head is not null && knownHead is not null && head.Class == knownHead.Class && asked.Distinctive.Length > 0 && NameFold.Of(asked.Distinctive) == NameFold.Of(known.Distinctive))
        {
            return true;
        }

        // 子育て応援給付金 in 子育て応援給付金支給事業; 子育て応援給付金事業 for 子育て応援給付金.
        IReadOnlyList<string> tail = head is null || head.IsWeak ? [] : [NameFold.Of(asked.Head)];
        return HasElements(asked.Elements, known.Elements, tail, known.Head.Length == 0 ? "" : NameFold.Of(known.Head));
    }

    private static bool HasElements(IReadOnlyList<string> asked, IReadOnlyList<string> known, IReadOnlyList<string> tail, string knownHead = "")
    {
        var pieces = new List<string>(asked.Where(element => !GeneralWords.IsModifier(element)));
        if (pieces.Count == 0 || known.Count == 0)
        {
            return false;
        }

        pieces.AddRange(tail);
        var (whole, edges) = Join(known, knownHead);
        var wanted = string.Concat(pieces);
        if (wanted == whole || wanted == string.Concat(known))
        {
            return true;
        }

        return wanted.Length > 1 && (IsAtEdges(whole, edges, wanted) || AreInOrder(whole, edges, pieces));
    }

    private static (string Whole, HashSet<int> Edges) Join(IReadOnlyList<string> elements, string head)
    {
        var edges = new HashSet<int> { 0 };
        var whole = "";
        foreach (var element in elements)
        {
            whole += element;
            edges.Add(whole.Length);
        }

        whole += head;
        edges.Add(whole.Length);
        return (whole, edges);
    }

    private static bool IsAtEdges(string whole, HashSet<int> edges, string wanted)
    {
        for (var at = whole.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = whole.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            if (edges.Contains(at) && edges.Contains(at + wanted.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreInOrder(string whole, HashSet<int> edges, List<string> pieces)
    {
        var from = 0;
        foreach (var piece in pieces)
        {
            var at = whole.IndexOf(piece, from, StringComparison.Ordinal);
            while (at >= 0 && !(edges.Contains(at) && edges.Contains(at + piece.Length)))
            {
                at = whole.IndexOf(piece, at + 1, StringComparison.Ordinal);
            }

            if (at < 0)
            {
                return false;
            }

            from = at + piece.Length;
        }

        return true;
    }
}
