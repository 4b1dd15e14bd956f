using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>第3条を次のように改める: a provision gives way to the lines that follow.</summary>
internal sealed class Replacement(Draft draft, int line)
{
    internal LegislationProblem? Replace(Place place, ImmutableArray<string> lines)
    {
        var (nodes, problem) = StepRunner.Several(draft, place, line);
        if (problem is not null)
        {
            return problem;
        }

        if (place.Part == PlacePart.EachItem)
        {
            var lead = TextSlot.Lead(nodes[0]);
            nodes = lead is null ? [] : [.. lead.Children.Where(c => c.Kind == ProvisionKind.Item)];
            if (nodes.Count == 0)
            {
                return AmendmentProblems.NoPlace(line, PlaceWords.Write(place));
            }
        }

        var kind = nodes[0].Kind;
        var parent = nodes[0].Parent!;
        var at = parent.Children.IndexOf(nodes[0]);
        if (nodes.Any(n => n.Parent != parent))
        {
            return AmendmentProblems.NotPossible(line, PlaceWords.Write(place), "章をまたいで一つに改める");
        }

        return kind is ProvisionKind.Article or >= ProvisionKind.Supplement || nodes[0].IsHeading
            ? Whole(parent, nodes, at, lines)
            : Within(parent, nodes, at, lines);
    }

    private LegislationProblem? Whole(DraftNode parent, IReadOnlyList<DraftNode> nodes, int at, ImmutableArray<string> lines)
    {
        var read = BlockReader.Read(lines, draft, BlockReader.Part(nodes[0].Kind >= ProvisionKind.Supplement ? draft.Root : nodes[0]));
        if (read.IsEmpty || read.Any(p => p.Kind != nodes[0].Kind && !(p.Kind >= ProvisionKind.Appendix && nodes[0].Kind >= ProvisionKind.Appendix)))
        {
            return AmendmentProblems.BlockNotUnderstood(line, PlaceWords.Unit(nodes[0].Kind));
        }

        if (nodes is [{ Kind: ProvisionKind.Article } article] && (read.Length != 1 || read[0].Number != article.Number))
        {
            return AmendmentProblems.Count(line, article.Label, string.Join('、', read.Select(p => p.Label)));
        }

        parent.Children.RemoveRange(at, nodes.Count);
        parent.Insert(at, [.. read.Select(p => DraftNode.Of(p))]);
        return null;
    }

    /// <summary>項, 号 and below: the lines are put in their place and the article is read again.</summary>
    private LegislationProblem? Within(DraftNode parent, IReadOnlyList<DraftNode> nodes, int at, ImmutableArray<string> lines)
    {
        parent.Children.RemoveRange(at, nodes.Count);
        return Splice(draft, parent, at, lines, nodes[0].Kind is ProvisionKind.Paragraph && nodes[0].Label.Length == 0) is not null
            ? null
            : AmendmentProblems.BlockNotUnderstood(line, PlaceWords.Unit(nodes[0].Kind));
    }

    /// <summary>Puts lines below a node and reads again the article, 附則 or annex around it.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="parent">What the lines come below.</param>
    /// <param name="at">Before which child.</param>
    /// <param name="lines">As the text form writes them.</param>
    /// <param name="isFirst">Whether the first line is the 項 without a number that shares the line of its article.</param>
    /// <returns>What the parent became; null where the lines do not read as something below it.</returns>
    internal static DraftNode? Splice(Draft draft, DraftNode parent, int at, ImmutableArray<string> lines, bool isFirst)
    {
        parent.Insert(at, [.. lines.Select((text, i) => isFirst && i == 0
            ? new DraftNode { Kind = ProvisionKind.Paragraph, Number = ProvisionNumber.Of(1), Text = text }
            : new DraftNode { Kind = ProvisionKind.Line, Text = text })]);
        var around = parent;
        var way = new Stack<int>();
        while (around.Kind is not (ProvisionKind.Article or >= ProvisionKind.Supplement) && around.Parent is { Parent: not null } above)
        {
            way.Push(above.Children.IndexOf(around));
            around = above;
        }

        if (around.Parent is not { } holder || BlockReader.Again(around, draft) is not { } again)
        {
            return null;
        }

        holder.Children[holder.Children.IndexOf(around)] = again;
        return way.Aggregate((DraftNode?)again, (node, index) => index < node?.Children.Count ? node.Children[index] : null);
    }
}
