namespace Yakuba.Legislation;

/// <summary>編, 章, 節, 款 and 目 as lines between articles: one can be put in or taken out and the articles stay in order.</summary>
internal static class Headings
{
    /// <summary>Takes the heading alone out: 第2章の章名を削る.</summary>
    internal static void Remove(DraftNode heading) => Rebuild(BlockReader.Part(heading), flat =>
    {
        flat.Remove(heading);
        return flat;
    });

    /// <summary>Puts headings before a provision: 第5条の前に次の章名を付する.</summary>
    internal static void InsertBefore(DraftNode node, IReadOnlyList<DraftNode> headings) => Rebuild(BlockReader.Part(node), flat =>
    {
        flat.InsertRange(flat.IndexOf(node), headings);
        return flat;
    });

    private static void Rebuild(DraftNode part, Func<List<DraftNode>, List<DraftNode>> change)
    {
        var flat = new List<DraftNode>();
        Flatten(part, flat);
        flat = change(flat);
        part.Children.Clear();
        var open = new Stack<DraftNode>();
        open.Push(part);
        foreach (var node in flat)
        {
            while (open.Count > 1 && ((node.IsHeading && open.Peek().Kind >= node.Kind) || node.Kind >= ProvisionKind.Supplement))
            {
                open.Pop();
            }

            open.Peek().Insert(open.Peek().Children.Count, [node]);
            if (node.IsHeading)
            {
                open.Push(node);
            }
        }
    }

    private static void Flatten(DraftNode node, List<DraftNode> flat)
    {
        foreach (var child in node.Children)
        {
            flat.Add(child);
            if (child.IsHeading)
            {
                Flatten(child, flat);
                child.Children.Clear();
            }
        }
    }
}
