namespace Yakuba.Legislation;

/// <summary>第3条を第4条とし, 第5条から第8条までを1条ずつ繰り下げ: numbers change and what stands out of order moves to its place.</summary>
internal sealed class Renumbering(Draft draft, int line)
{
    internal LegislationProblem? Move(Place from, Place to)
    {
        var (node, problem) = StepRunner.One(draft, from, line);
        if (node is null)
        {
            return problem;
        }

        // 第3条を同条第2項とし: the only 項 of an article or 附則 gets a number.
        if (to.Last.Kind == ProvisionKind.Paragraph && node.Kind is ProvisionKind.Article or ProvisionKind.Supplement)
        {
            if (TextSlot.Lead(node) is not { } lead)
            {
                return AmendmentProblems.NotPossible(line, StepRunner.Words(from), "項とする");
            }

            node = lead;
        }

        if (node.Kind >= ProvisionKind.Appendix && to.Last.Kind >= ProvisionKind.Appendix)
        {
            return Name(node, to.Last.Label);
        }

        var isSame = node.Kind == to.Last.Kind || (to.Last.Kind == ProvisionKind.Subitem1 && node.Kind is >= ProvisionKind.Subitem1 and <= ProvisionKind.Subitem6);
        if (!isSame)
        {
            return AmendmentProblems.NotPossible(line, StepRunner.Words(from), $"「{StepRunner.Words(to)}」とする");
        }

        var number = to.Last.Number.IsNone ? NumberOf(node, to.Last.Label) : to.Last.Number;
        return number.IsNone ? AmendmentProblems.NotPossible(line, StepRunner.Words(from), $"「{StepRunner.Words(to)}」とする") : Give(node, number, StepRunner.Words(to));
    }

    /// <summary>別表を別表第1とする.</summary>
    private LegislationProblem? Name(DraftNode node, string label)
    {
        if (node.Parent!.Children.Any(c => c != node && c.Kind >= ProvisionKind.Appendix && PlaceFinder.Plain(c.Label) == PlaceFinder.Plain(label)))
        {
            return AmendmentProblems.Taken(line, label);
        }

        (node.Label, node.Number) = (label, LineShape.Of(label).Number);
        return null;
    }

    internal LegislationProblem? Shift(ShiftStep step)
    {
        var (first, problem) = StepRunner.One(draft, step.First, line);
        var (last, lastProblem) = first is null ? (null, problem) : StepRunner.One(draft, step.Last, line);
        if (first is null || last is null)
        {
            return problem ?? lastProblem;
        }

        if (PlaceFinder.Scope(first) != PlaceFinder.Scope(last) || first.Number.Parts.Length != last.Number.Parts.Length)
        {
            return AmendmentProblems.NotPossible(line, StepRunner.Words(step.First), "そこまで一度に移す");
        }

        var nodes = Siblings(first).Where(n => n.Number.CompareTo(first.Number) >= 0 && n.Number.CompareTo(last.Number) <= 0).ToList();
        foreach (var node in step.By > 0 ? Enumerable.Reverse(nodes) : nodes)
        {
            var parts = node.Number.Parts.ToArray();
            parts[first.Number.Parts.Length - 1] += step.By;
            if (parts[first.Number.Parts.Length - 1] < 1)
            {
                return AmendmentProblems.NotPossible(line, StepRunner.Words(step.First), "そこまで繰り上げる");
            }

            if (Give(node, ProvisionNumber.Of(parts), node.Label) is { } taken)
            {
                return taken;
            }
        }

        return null;
    }

    private IEnumerable<DraftNode> Siblings(DraftNode node) =>
        node.Kind == ProvisionKind.Article ? PlaceFinder.Numbered(PlaceFinder.Scope(node), ProvisionKind.Article) : node.Parent!.Children.Where(c => c.Kind == node.Kind);

    private LegislationProblem? Give(DraftNode node, ProvisionNumber number, string words)
    {
        if (Siblings(node).Any(n => n != node && n.Number == number))
        {
            return AmendmentProblems.Taken(line, words);
        }

        if (Label(node, number) is not { } label)
        {
            return AmendmentProblems.NotPossible(line, node.Label, "その番号にする");
        }

        (node.Number, node.Label) = (number, label);
        Reorder(node);
        return null;
    }

    /// <summary>As the node writes its own number, else as its like do; the first 項 of an article stays without a written number.</summary>
    private string? Label(DraftNode node, ProvisionNumber number)
    {
        if (node.Kind == ProvisionKind.Paragraph && number == ProvisionNumber.Of(1) && node.Parent!.Kind == ProvisionKind.Article)
        {
            return "";
        }

        return node.Label.Length > 0 ? LabelStyle.Like(node.Label, number, node.Number) : LabelStyle.Like(Sample(node), number);
    }

    private string Sample(DraftNode node) =>
        new[] { node.Parent!, BlockReader.Part(node), draft.Root }
            .SelectMany(top => top.WithAllBelow()).FirstOrDefault(n => n.Kind == node.Kind && n.Label.Length > 0)?.Label
        ?? LabelStyle.Paragraph;

    private static ProvisionNumber NumberOf(DraftNode node, string label)
    {
        var family = Mark.Read(node.Label).FirstOrDefault(r => r.Number == node.Number).Family;
        return Mark.Of(label)?.Readings.FirstOrDefault(r => r.Family == family).Number ?? default;
    }

    /// <summary>Stays where it is while that is in order; else it goes behind the greatest lesser number.</summary>
    private void Reorder(DraftNode node)
    {
        var siblings = Siblings(node).ToList();
        var at = siblings.IndexOf(node);
        var follows = at == 0 || siblings[at - 1].Number.CompareTo(node.Number) < 0;
        var precedes = at == siblings.Count - 1 || node.Number.CompareTo(siblings[at + 1].Number) < 0;
        if (follows && precedes)
        {
            return;
        }

        node.Parent!.Children.Remove(node);
        siblings.RemoveAt(at);
        var before = siblings.LastOrDefault(n => n.Number.CompareTo(node.Number) < 0);
        var parent = (before ?? siblings[0]).Parent!;
        parent.Insert(before is null ? parent.Children.IndexOf(siblings[0]) : parent.Children.IndexOf(before) + 1, [node]);
    }
}
