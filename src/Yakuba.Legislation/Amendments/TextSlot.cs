using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>One text of a draft that a sentence may change.</summary>
internal readonly record struct TextSlot(Func<string> Get, Action<string> Set)
{
    /// <summary>Every text that a place covers, in order: the title of a 章 and 見出し only where they are named.</summary>
    internal static IEnumerable<TextSlot> Of(Draft draft, Place place, IReadOnlyList<DraftNode> nodes) => place.Root switch
    {
        PlaceRoot.Title => [new(() => draft.Title, t => draft.Title = t)],
        PlaceRoot.Contents => Lines(() => draft.Contents, lines => draft.Contents = lines),
        PlaceRoot.Preamble => Lines(() => draft.Preamble, lines => draft.Preamble = lines),
        _ => nodes.SelectMany(node => Of(node, place)),
    };

    /// <summary>The node whose own text a sentence means by 本文, ただし書 or 各号列記以外の部分: the only 項 of an article stands for it.</summary>
    internal static DraftNode? Lead(DraftNode node)
    {
        if (node.Kind is not (ProvisionKind.Article or ProvisionKind.Supplement))
        {
            return node;
        }

        var paragraphs = node.Children.Where(c => c.Kind == ProvisionKind.Paragraph).ToList();
        return paragraphs.Count == 1 ? paragraphs[0] : null;
    }

    private static IEnumerable<TextSlot> Of(DraftNode node, Place place)
    {
        switch (place.Part)
        {
            case PlacePart.Caption:
                return [Caption(node)];
            case PlacePart.Notes:
                return node.Children.SkipWhile(c => c.Table is not null || !c.Text.StartsWith("備考", StringComparison.Ordinal)).SelectMany(c => c.WithAllBelow()).SelectMany(Texts);
            case PlacePart.Heading:
                return node.IsHeading ? [Own(node)] : [];
            case PlacePart.All or PlacePart.WithCaption or PlacePart.EachItem:
                var below = place.Part == PlacePart.EachItem ? node.Children.Where(c => c.Kind == ProvisionKind.Item).SelectMany(c => c.WithAllBelow())
                    : place.Row.Length > 0 ? [] : node.WithAllBelow();
                var cells = place.Row.Length > 0 ? RowCells(node, place.Row) : [];
                var captions = place.Part == PlacePart.WithCaption ? node.WithAllBelow().Where(n => n.Caption.Length > 0).Select(Caption) : [];
                return [.. captions, .. below.SelectMany(Texts), .. cells];
            default:
                return Lead(node) is { } lead ? [Part(lead, place.Part)] : [];
        }
    }

    private static IEnumerable<TextSlot> Texts(DraftNode node)
    {
        if (node.Text.Length > 0 && !node.IsHeading && node.Kind != ProvisionKind.Supplement)
        {
            yield return Own(node);
        }

        for (var row = 0; row < (node.Table?.Rows.Length ?? 0); row++)
        {
            for (var column = 0; column < node.Table!.Rows[row].Length; column++)
            {
                yield return Cell(node, row, column);
            }
        }
    }

    private static IEnumerable<TextSlot> RowCells(DraftNode node, string name)
    {
        foreach (var (table, row) in TableRows.Named(node, name))
        {
            for (var column = 0; column < table.Table!.Rows[row].Length; column++)
            {
                yield return Cell(table, row, column);
            }
        }
    }

    private static TextSlot Own(DraftNode node) => new(() => node.Text, t => node.Text = t);

    private static TextSlot Caption(DraftNode node) => new(() => node.Caption, t => node.Caption = t);

    private static TextSlot Part(DraftNode node, PlacePart part) =>
        new(() => Sentences.Part(node.Text, part), t => node.Text = Sentences.WithPart(node.Text, part, t));

    private static TextSlot Cell(DraftNode node, int row, int column) =>
        new(() => node.Table!.Rows[row][column], t => node.Table = new(node.Table!.Rows.SetItem(row, node.Table.Rows[row].SetItem(column, t))));

    private static IEnumerable<TextSlot> Lines(Func<ImmutableArray<string>> get, Action<ImmutableArray<string>> set) =>
        Enumerable.Range(0, get().Length).Select(i => new TextSlot(() => get()[i], t => set(get().SetItem(i, t))));
}
