using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>第2条の次に次の1条を加える: what an amendment puts in.</summary>
internal sealed class Addition(Draft draft, int line)
{
    internal LegislationProblem? Add(AddStep step)
    {
        var anchor = step.Anchor;
        if (step.What == AddWhat.Preamble)
        {
            return AddPreamble(step.Lines);
        }

        if (anchor.Root == PlaceRoot.Contents && step.What == AddWhat.Lines)
        {
            draft.Contents = draft.Contents.AddRange(step.Lines);
            return null;
        }

        if (anchor.Root != PlaceRoot.Provisions || (anchor.IsNowhere && (step.What, step.Kind) != (AddWhat.Provisions, ProvisionKind.Article)))
        {
            return AmendmentProblems.NotPossible(line, StepRunner.Words(anchor), "前後に規定を加える");
        }

        var (node, problem) = StepRunner.One(draft, anchor, line);
        if (node is null)
        {
            return problem;
        }

        return step.What switch
        {
            AddWhat.Proviso or AddWhat.SecondSentence => AddSentence(node, step),
            AddWhat.Heading => AddHeading(node, step),
            AddWhat.Lines => AddRows(node, step),
            _ when step.Kind is ProvisionKind.Article or <= ProvisionKind.Division or >= ProvisionKind.Supplement => AddWhole(node, step),
            _ => AddWithin(node, step),
        };
    }

    private LegislationProblem? AddPreamble(ImmutableArray<string> lines)
    {
        if (!draft.Preamble.IsEmpty)
        {
            return AmendmentProblems.PartThere(line, "題名", "前文");
        }

        draft.Preamble = lines;
        return null;
    }

    private LegislationProblem? AddSentence(DraftNode node, AddStep step)
    {
        var place = StepRunner.Words(step.Anchor);
        if (TextSlot.Lead(node) is not { } lead)
        {
            return AmendmentProblems.PlaceUnclear(line, place);
        }

        var isProviso = step.What == AddWhat.Proviso;
        if (step.Lines.Length != 1 || isProviso != Sentences.IsProviso(step.Lines[0]))
        {
            return AmendmentProblems.BlockNotUnderstood(line, isProviso ? "「ただし、」で始まる1行の文" : "1行の文");
        }

        if (isProviso && Sentences.Part(lead.Text, PlacePart.Proviso).Length > 0)
        {
            return AmendmentProblems.PartThere(line, place, "ただし書");
        }

        lead.Text = isProviso ? lead.Text + step.Lines[0] : lead.Text.Insert(Sentences.SecondSentenceStart(lead.Text), step.Lines[0]);
        return null;
    }

    private LegislationProblem? AddHeading(DraftNode node, AddStep step)
    {
        if (step.Where != AddWhere.Before || node.Kind > ProvisionKind.Article)
        {
            return AmendmentProblems.NotPossible(line, StepRunner.Words(step.Anchor), "章名を付する");
        }

        var headings = BlockReader.Read(step.Lines, draft, BlockReader.Part(node)).SelectMany(p => p.WithAllBelow()).ToList();
        if (headings.Count == 0 || headings.Any(h => h.Kind > ProvisionKind.Division))
        {
            return AmendmentProblems.BlockNotUnderstood(line, "章や節の名");
        }

        var nodes = headings.Select(h => DraftNode.Of(h with { Children = [] })).ToList();
        Headings.InsertBefore(node, nodes);
        return null;
    }

    private LegislationProblem? AddRows(DraftNode node, AddStep step)
    {
        var tables = step.Anchor.Row.Length > 0 ? TableRows.Named(node, step.Anchor.Row)
            : [.. node.WithAllBelow().Where(n => n.Table is not null).Select(n => (n, n.Table!.Rows.Length - 1))];
        if (tables.Count != 1)
        {
            return tables.Count == 0 ? AmendmentProblems.NoPlace(line, StepRunner.Words(step.Anchor)) : AmendmentProblems.PlaceUnclear(line, StepRunner.Words(step.Anchor));
        }

        if (TableRows.Read(step.Lines) is not { } rows)
        {
            return AmendmentProblems.BlockNotUnderstood(line, "表の行");
        }

        var (table, row) = tables[0];
        table.Table = new(table.Table!.Rows.InsertRange(step.Where == AddWhere.Before ? row : row + 1, rows));
        return null;
    }

    /// <summary>Articles, headings with all below them, 附則 and what is annexed.</summary>
    private LegislationProblem? AddWhole(DraftNode anchor, AddStep step)
    {
        var part = step.Kind >= ProvisionKind.Supplement ? draft.Root : BlockReader.Part(anchor);
        var read = BlockReader.Read(step.Lines, draft, part);
        bool IsWanted(Provision p) => p.Kind == step.Kind || (p.Kind >= ProvisionKind.Appendix && step.Kind >= ProvisionKind.Appendix);
        if (read.IsEmpty || !read.All(IsWanted))
        {
            return AmendmentProblems.BlockNotUnderstood(line, PlaceWords.Unit(step.Kind));
        }

        if (Miscounted(step, read.Length) is { } problem)
        {
            return problem;
        }

        var into = step.Where == AddWhere.Into;
        while (step.Kind >= ProvisionKind.Supplement && anchor.Parent != draft.Root)
        {
            anchor = anchor.Parent!;
        }

        // 本則に次の1条を加える: behind its last article.
        if (into && anchor == draft.Root && step.Kind == ProvisionKind.Article && PlaceFinder.Numbered(anchor, ProvisionKind.Article).LastOrDefault() is { } lastArticle)
        {
            (anchor, into) = (lastArticle, false);
        }

        var parent = into ? anchor : anchor.Parent!;
        var at = into ? anchor.Children.Count : parent.Children.IndexOf(anchor) + (step.Where == AddWhere.Before ? 0 : 1);
        var scope = step.Kind == ProvisionKind.Article && !into ? PlaceFinder.Scope(anchor) : step.Kind == ProvisionKind.Article ? BlockReader.Part(anchor) : parent;
        var taken = step.Kind >= ProvisionKind.Supplement ? null : read.FirstOrDefault(p => PlaceFinder.Numbered(scope, p.Kind).Any(n => n.Number == p.Number && (p.Kind == ProvisionKind.Article || n.Parent == parent)));
        if (taken is not null)
        {
            return AmendmentProblems.Taken(line, taken.Label);
        }

        if (step.Kind == ProvisionKind.Article && step.Where == AddWhere.After && read[0].Number.Main > anchor.Number.Through[0] + 1)
        {
            return AmendmentProblems.Gap(line, StepRunner.Words(step.Anchor), read[0].Label);
        }

        parent.Insert(at, [.. read.Select(p => DraftNode.Of(p))]);
        return null;
    }

    private LegislationProblem? AddWithin(DraftNode anchor, AddStep step)
    {
        var into = step.Where == AddWhere.Into;
        var parent = into ? (step.Kind == ProvisionKind.Paragraph ? anchor : TextSlot.Lead(anchor)) : anchor.Parent!;
        if (parent is null)
        {
            return AmendmentProblems.PlaceUnclear(line, StepRunner.Words(step.Anchor));
        }

        var lines = parent.Children;
        var before = lines.Where(c => c.Number != default).ToList();
        var isFirst = into && step.Kind == ProvisionKind.Paragraph && lines is [{ Kind: ProvisionKind.Paragraph, Number.Main: > 1 }, ..] or [] && parent.Kind == ProvisionKind.Article;
        var last = lines.FindLastIndex(c => c.Number != default && (c.Kind == step.Kind || step.Kind == ProvisionKind.Subitem1));
        var at = !into ? lines.IndexOf(anchor) + (step.Where == AddWhere.After ? 1 : 0)
            : isFirst || lines is [{ Number.Main: > 1 }, ..] ? 0 : last < 0 ? lines.Count : last + 1;
        var isUnnumbered = isFirst && LineShape.Of(step.Lines[0]).Kind != LineKind.Mark;
        var kinds = before.Select(c => (c.Kind, c.Number)).ToHashSet();
        if (Replacement.Splice(draft, parent, at, step.Lines, isUnnumbered) is not { } now)
        {
            return AmendmentProblems.BlockNotUnderstood(line, PlaceWords.Unit(step.Kind));
        }

        var added = now.Children.Where(c => c.Number != default).ToList();
        var doubled = added.GroupBy(c => (c.Kind, c.Number)).FirstOrDefault(g => g.Count() > 1 && kinds.Contains(g.Key));
        return doubled is not null ? AmendmentProblems.Taken(line, doubled.First().Label) : Miscounted(step, added.Count - before.Count);
    }

    private LegislationProblem? Miscounted(AddStep step, int found) => step.Count > 0 && step.Count != found
        ? AmendmentProblems.Count(line, PlaceWords.Count(step.Count, step.Kind, "1"), PlaceWords.Count(found, step.Kind, "1"))
        : null;
}
