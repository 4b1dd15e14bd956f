using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>Carries out the steps of one sentence on a draft. A step that cannot be carried out is a problem; the caller then drops the draft.</summary>
/// <param name="draft">Changed by every step.</param>
/// <param name="line">Line of the sentence, for problems.</param>
internal sealed partial class StepRunner(Draft draft, int line)
{
    /// <returns>Null when the step is done.</returns>
    internal LegislationProblem? Run(AmendmentStep step)
    {
        if (step.NeedsLines && step.Lines.IsEmpty)
        {
            return AmendmentProblems.Half(line);
        }

        return step switch
        {
            PhraseStep phrase => Phrases(phrase),
            RewriteStep rewrite => Rewrite(rewrite),
            NameStep name => Name(name),
            RemoveStep remove => Remove(remove.Place),
            RenumberStep renumber => new Renumbering(draft, line).Move(renumber.From, renumber.To),
            ShiftStep shift => new Renumbering(draft, line).Shift(shift),
            AddStep add => new Addition(draft, line).Add(add),
            _ => throw new InvalidOperationException(step.GetType().Name),
        };
    }

    /// <summary>The one node of a place, or why there is none.</summary>
    internal static (DraftNode? Node, LegislationProblem? Problem) One(Draft draft, Place place, int line)
    {
        var nodes = PlaceFinder.Find(draft, place);
        return nodes.Count == 1 ? (nodes[0], null) : (null, nodes.Count == 0 ? AmendmentProblems.NoPlace(line, Words(place)) : AmendmentProblems.PlaceUnclear(line, Words(place)));
    }

    /// <summary>The nodes of a place: one, or those from one end of a range to the other, both of which must stand there.</summary>
    internal static (IReadOnlyList<DraftNode> Nodes, LegislationProblem? Problem) Several(Draft draft, Place place, int line)
    {
        var number = place.Last.Number;
        var nodes = PlaceFinder.Find(draft, place);
        if (!number.IsRange || place.Root != PlaceRoot.Provisions)
        {
            return nodes.Count == 1 ? (nodes, null) : ([], One(draft, place, line).Problem);
        }

        Place End(System.Collections.Immutable.ImmutableArray<int> parts) => new(place.Root, place.Steps.SetItem(place.Steps.Length - 1, place.Last with { Number = ProvisionNumber.Of(parts.AsSpan()) }));
        var isWhole = nodes is [var only] && only.Number == number;
        var missing = isWhole ? null : One(draft, End(number.Parts), line).Problem ?? One(draft, End(number.Through), line).Problem;
        return missing is null ? (nodes, null) : ([], missing);
    }

    internal static string Words(Place place) => PlaceWords.Write(place);

    private LegislationProblem? Phrases(PhraseStep step)
    {
        foreach (var place in step.Places)
        {
            var (nodes, problem) = Several(draft, place, line);
            if (problem is not null)
            {
                return problem;
            }

            if (step.Changes is [var change] && LineSubstitution.IsMeant(change))
            {
                if (!LineSubstitution.Apply(draft, place, nodes, change))
                {
                    return AmendmentProblems.NoPhrase(line, Words(place), change.Quoted);
                }

                continue;
            }

            var slots = TextSlot.Of(draft, place, nodes).ToList();
            var (texts, missing, crossing) = PhraseSubstitution.Apply([.. slots.Select(s => s.Get())], step.Changes);
            if (texts is null)
            {
                return missing is not null ? AmendmentProblems.NoPhrase(line, Words(place), missing.Quoted) : AmendmentProblems.PhrasesCross(line, Words(place), crossing!.Quoted);
            }

            for (var i = 0; i < slots.Count; i++)
            {
                if (slots[i].Get() != texts[i])
                {
                    slots[i].Set(texts[i]);
                }
            }
        }

        return null;
    }

    private LegislationProblem? Name(NameStep step)
    {
        if (step.Place.Root == PlaceRoot.Title)
        {
            draft.Title = step.Name;
            return null;
        }

        var (node, problem) = One(draft, step.Place, line);
        if (node is null)
        {
            return problem;
        }

        if (step.Place.Part == PlacePart.Caption)
        {
            node.Caption = step.Name;
            return null;
        }

        return Heading(node, step.Name, step.Place);
    }

    /// <summary>第2章　雑則, or the title alone.</summary>
    private LegislationProblem? Heading(DraftNode node, string name, Place place)
    {
        if (!node.IsHeading)
        {
            return AmendmentProblems.NoPlace(line, Words(place));
        }

        var shape = LineShape.Of(name);
        if (shape.Kind == LineKind.Division && (shape.Provision != node.Kind || shape.Number != node.Number))
        {
            return AmendmentProblems.NotPossible(line, Words(place), "別の番号にする");
        }

        (node.Label, node.Text) = shape.Kind == LineKind.Division ? (shape.Label, shape.Rest) : (node.Label, shape.Text);
        return null;
    }

    private LegislationProblem? Rewrite(RewriteStep step)
    {
        var place = step.Place;
        switch (place.Root)
        {
            case PlaceRoot.Title when step.Lines.Length == 1:
                draft.Title = step.Lines[0];
                return null;
            case PlaceRoot.Title:
                return AmendmentProblems.BlockNotUnderstood(line, "1行の題名");
            case PlaceRoot.Contents:
                draft.Contents = step.Lines;
                return null;
            case PlaceRoot.Preamble:
                draft.Preamble = step.Lines;
                return null;
        }

        if (place.Part is PlacePart.All or PlacePart.EachItem)
        {
            return place.Row.Length > 0 ? Rows(place, step.Lines) : new Replacement(draft, line).Replace(place, step.Lines);
        }

        var (node, problem) = One(draft, place, line);
        if (node is null || step.Lines.Length > 1)
        {
            return problem ?? AmendmentProblems.BlockNotUnderstood(line, "1行の文");
        }

        if (place.Part is PlacePart.Caption)
        {
            node.Caption = step.Lines[0];
            return null;
        }

        return place.Part == PlacePart.Heading ? Heading(node, step.Lines[0], place) : Part(node, place, step.Lines[0]);
    }

    private LegislationProblem? Part(DraftNode node, Place place, string written)
    {
        if (TextSlot.Lead(node) is not { } lead)
        {
            return AmendmentProblems.PlaceUnclear(line, Words(place));
        }

        if (Sentences.Part(lead.Text, place.Part).Length == 0)
        {
            return AmendmentProblems.NoPlace(line, Words(place));
        }

        lead.Text = Sentences.WithPart(lead.Text, place.Part, written);
        return null;
    }
}
