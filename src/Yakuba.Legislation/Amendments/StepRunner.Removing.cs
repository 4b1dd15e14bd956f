using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <content>削る, and rows of tables.</content>
internal sealed partial class StepRunner
{
    private LegislationProblem? Rows(Place place, ImmutableArray<string> lines)
    {
        var (node, problem) = One(draft, place, line);
        var rows = node is null ? [] : TableRows.Named(node, place.Row);
        if (rows.Count != 1)
        {
            return problem ?? (rows.Count == 0 ? AmendmentProblems.NoPlace(line, Words(place)) : AmendmentProblems.PlaceUnclear(line, Words(place)));
        }

        var (table, row) = rows[0];
        if (!lines.IsEmpty && TableRows.Read(lines) is null)
        {
            return AmendmentProblems.BlockNotUnderstood(line, "表の行");
        }

        var written = lines.IsEmpty ? [] : TableRows.Read(lines)!.Value;
        if (written.IsEmpty && table.Table!.Rows.Length == 1)
        {
            return AmendmentProblems.NotPossible(line, Words(place), "表のただ一つの行なので削る");
        }

        table.Table = new(table.Table!.Rows.RemoveAt(row).InsertRange(row, written));
        return null;
    }

    private LegislationProblem? Remove(Place place)
    {
        switch (place.Root)
        {
            case PlaceRoot.Contents when !draft.Contents.IsEmpty:
                draft.Contents = [];
                return null;
            case PlaceRoot.Preamble when !draft.Preamble.IsEmpty:
                draft.Preamble = [];
                return null;
            case not PlaceRoot.Provisions:
                return AmendmentProblems.NotPossible(line, Words(place), "削る");
        }

        if (place.Row.Length > 0)
        {
            return Rows(place, []);
        }

        var (nodes, problem) = Several(draft, place, line);
        return problem ?? nodes.Select(node => Remove(node, place)).FirstOrDefault(p => p is not null);
    }

    private LegislationProblem? Remove(DraftNode node, Place place)
    {
        switch (place.Part)
        {
            case PlacePart.Caption when node.Caption.Length > 0:
                node.Caption = "";
                return null;
            case PlacePart.Caption:
                return AmendmentProblems.NoPlace(line, Words(place));
            case PlacePart.Number or PlacePart.CaptionAndNumber:
                (node.Label, node.Caption) = ("", place.Part == PlacePart.Number ? node.Caption : "");
                return null;
            case PlacePart.Heading when !node.IsHeading:
                return AmendmentProblems.NoPlace(line, Words(place));
            case PlacePart.Heading:
                Headings.Remove(node);
                return null;
            case PlacePart.EachItem:
                node.Children.RemoveAll(c => c.Kind == ProvisionKind.Item);
                return null;
            case PlacePart.All:
                node.Parent!.Children.Remove(node);
                return null;
            default:
                return Part(node, place, "");
        }
    }
}
