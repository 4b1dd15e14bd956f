namespace Yakuba.Legislation;

/// <summary>Finds what a sentence names in a draft.</summary>
internal static class PlaceFinder
{
    /// <summary>Every node that answers to the place: one where the sentence is sound, none or several where it is not. A range gives its nodes in order.</summary>
    internal static IReadOnlyList<DraftNode> Find(Draft draft, Place place)
    {
        IReadOnlyList<DraftNode> at = [draft.Root];
        foreach (var step in place.Steps)
        {
            at = [.. at.SelectMany(node => Below(node, step))];
            if (at.Count == 0)
            {
                break;
            }
        }

        return at;
    }

    /// <summary>The articles, or other provisions of a kind, in one numbering: through headings, not into 附則 and what is annexed.</summary>
    internal static IEnumerable<DraftNode> Numbered(DraftNode top, ProvisionKind kind)
    {
        foreach (var child in top.Children)
        {
            if (child.Kind == kind)
            {
                yield return child;
            }

            if (child.IsHeading)
            {
                foreach (var node in Numbered(child, kind))
                {
                    yield return node;
                }
            }
        }
    }

    /// <summary>What holds one numbering with the node: the enactment or 附則 for an article, the parent for all else.</summary>
    internal static DraftNode Scope(DraftNode node)
    {
        var scope = node.Parent!;
        while (node.Kind == ProvisionKind.Article && scope.IsHeading)
        {
            scope = scope.Parent!;
        }

        return scope;
    }

    /// <summary>Labels are compared without blanks and without regard to width.</summary>
    internal static string Plain(string label) => string.Concat(Blanks.Without(label).Select(c => c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c));

    private static IEnumerable<DraftNode> Below(DraftNode node, PlaceStep step) => step.Kind switch
    {
        ProvisionKind.Supplement => Supplements(node, step.Label),
        ProvisionKind.Appendix or ProvisionKind.Form => node.Children.Where(c => c.Kind is ProvisionKind.Appendix or ProvisionKind.Form && Plain(c.Label) == Plain(step.Label)),
        ProvisionKind.Item => Leads(node).SelectMany(n => n.Children).Where(c => Answers(c, step)),
        ProvisionKind.Subitem1 => node.Children.Where(c => c.Kind is >= ProvisionKind.Subitem1 and <= ProvisionKind.Subitem6 && Plain(c.Label) == Plain(step.Label)),
        ProvisionKind.Paragraph => node.Children.Where(c => Answers(c, step)),
        _ => InRange(Numbered(node, step.Kind), step),
    };

    /// <summary>附則 alone is the first.</summary>
    private static IEnumerable<DraftNode> Supplements(DraftNode node, string by)
    {
        var all = node.Children.Where(c => c.Kind == ProvisionKind.Supplement);
        return by.Length == 0 ? all.Take(1) : all.Where(s => Plain(s.Text).Contains($"({Plain(by)})", StringComparison.Ordinal));
    }

    private static IEnumerable<DraftNode> Leads(DraftNode node) =>
        node.Kind is ProvisionKind.Article or ProvisionKind.Supplement && TextSlot.Lead(node) is { } lead ? [lead] : [node];

    /// <summary>第3条から第5条まで is one node where it stands as one, else each of them.</summary>
    private static IEnumerable<DraftNode> InRange(IEnumerable<DraftNode> nodes, PlaceStep step) =>
        nodes.Where(c => c.Number == step.Number).ToList() is { Count: > 0 } exact ? exact : nodes.Where(c => step.Number.IsRange && Answers(c, step));

    private static bool Answers(DraftNode node, PlaceStep step) =>
        node.Kind == step.Kind && (step.Number.IsRange ? step.Number.Contains(node.Number) : node.Number == step.Number);
}
