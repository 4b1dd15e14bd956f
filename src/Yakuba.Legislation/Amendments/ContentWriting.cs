using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>Writes what changes inside one provision: 見出し, sentences, 項 and 号 below it. What cannot be said in parts is written anew.</summary>
internal sealed class ContentWriting(AmendmentScript script)
{
    /// <summary>Brings the provision at a place to what it is to say. Its number stays.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="wanted">What it is to say; its own number and label do not count.</param>
    /// <returns>False when nothing helps; the draft is then as before.</returns>
    internal bool Bring(Place place, Provision wanted)
    {
        if (Node(place) is not { } node)
        {
            return false;
        }

        var before = node.ToProvision();
        var aim = wanted with { Number = node.Number, Label = node.Label };
        var mark = script.Mark();
        if (Parts(place, node, before, aim) && Node(place)?.ToProvision() == aim)
        {
            return true;
        }

        script.Return(mark);
        Restore(place, before);
        var isWritten = aim.Kind >= ProvisionKind.Article && script.Add(new RewriteStep(place) { Lines = EnactmentText.Write(aim, script.Draft.Captions) });
        if (isWritten && Node(place)?.ToProvision() == aim)
        {
            return true;
        }

        script.Return(mark);
        Restore(place, before);
        return false;
    }

    private DraftNode? Node(Place place) => PlaceFinder.Find(script.Draft, place) is [var node] ? node : null;

    private void Restore(Place place, Provision before)
    {
        if (Node(place) is { } node)
        {
            var holder = node.Parent!;
            holder.Children[holder.Children.IndexOf(node)] = DraftNode.Of(before, holder);
        }
    }

    private bool Parts(Place place, DraftNode node, Provision before, Provision aim)
    {
        return Caption(place, before.Caption, aim.Caption)
            && (before.Text == aim.Text || Text(place, node, before.Text, aim.Text))
            && (Loose(before).SequenceEqual(Loose(aim)) || (before.Kind >= ProvisionKind.Appendix && new TableWriting(script).Write(place, before, aim)) || Lines(place, node, before, aim))
            && Below(place, before, aim);
    }

    private bool Caption(Place place, string old, string @new)
    {
        if (old == @new)
        {
            return true;
        }

        var caption = place with { Part = PlacePart.Caption };
        return @new.Length == 0 ? script.Add(new RemoveStep(caption))
            : old.Length > 8 && PhraseChoice.Between(old, @new, []) is { Count: 1 } phrases ? script.Add(new PhraseStep([caption], [.. phrases]))
            : Quotation.IsPaired(@new) && script.Add(new NameStep(caption, @new, IsNew: old.Length == 0));
    }

    /// <summary>The sentences of one 項 or 号.</summary>
    private bool Text(Place place, DraftNode node, string old, string @new)
    {
        if (old.Length == 0 || @new.Length == 0)
        {
            return false;
        }

        string main = Sentences.Part(old, PlacePart.Main), newMain = Sentences.Part(@new, PlacePart.Main);
        string proviso = Sentences.Part(old, PlacePart.Proviso), newProviso = Sentences.Part(@new, PlacePart.Proviso);
        if (proviso.Length == 0 && newProviso.Length > 0)
        {
            return (main == newMain || Text(place, node, main, newMain)) && script.Add(new AddStep(place, AddWhere.Into, AddWhat.Proviso, ProvisionKind.Line, 0) { Lines = [newProviso] });
        }

        if (proviso.Length > 0 && newProviso.Length == 0)
        {
            return script.Add(new RemoveStep(place with { Part = PlacePart.Proviso })) && (main == newMain || Text(place, node, main, newMain));
        }

        if (proviso.Length > 0 && main == newMain)
        {
            return Part(place with { Part = PlacePart.Proviso }, proviso, newProviso);
        }

        var (sentences, newSentences) = (Sentences.Split(main), Sentences.Split(newMain));
        if (proviso == newProviso && sentences.Count == 1 && newSentences.Count == 2 && newSentences[0] == sentences[0])
        {
            return script.Add(new AddStep(place, AddWhere.Into, AddWhat.SecondSentence, ProvisionKind.Line, 0) { Lines = [newSentences[1]] });
        }

        if (proviso == newProviso && sentences.Count == 2 && newSentences.Count == 1 && newSentences[0] == sentences[0])
        {
            return script.Add(new RemoveStep(place with { Part = PlacePart.SecondSentence }));
        }

        return Phrases(place, node, old, @new);
    }

    private bool Part(Place place, string old, string @new) =>
        PhraseChoice.Between(old, @new, []) is { } phrases ? script.Add(new PhraseStep([place], [.. phrases]))
        : script.Add(new RewriteStep(place) { Lines = [@new] });

    private bool Phrases(Place place, DraftNode node, string old, string @new)
    {
        var beside = TextSlot.Of(script.Draft, place, [node]).Select(s => s.Get()).ToList();
        beside.Remove(old);
        if (PhraseChoice.Between(old, @new, beside) is { } phrases)
        {
            return script.Add(new PhraseStep([place], [.. phrases]));
        }

        // Where other sentences below say the same words, or none of its own are left.
        return beside.Count > 0 && Part(place with { Part = PlacePart.Lead }, old, @new);
    }

    /// <summary>Lines and tables without numbers: only their words may change.</summary>
    private bool Lines(Place place, DraftNode node, Provision before, Provision aim)
    {
        var (old, @new) = (Loose(before), Loose(aim));
        if (old.Count != @new.Count || !old.Zip(@new).All(p => p.First.Kind == p.Second.Kind && p.First.Table?.Rows.Length == p.Second.Table?.Rows.Length))
        {
            return false;
        }

        foreach (var (was, now) in old.Zip(@new).Where(p => p.First != p.Second))
        {
            var (cells, newCells) = (Texts(was), Texts(now));
            if (cells.Count != newCells.Count)
            {
                return false;
            }

            foreach (var (cell, newCell) in cells.Zip(newCells).Where(p => p.First != p.Second))
            {
                var beside = TextSlot.Of(script.Draft, place, [node]).Select(s => s.Get()).ToList();
                if (!beside.Remove(cell) || (PhraseChoice.Between(cell, newCell, beside) ?? Whole(cell, newCell, beside)) is not { } phrases || !script.Add(new PhraseStep([place], [.. phrases])))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static List<PhraseChange>? Whole(string cell, string newCell, List<string> beside) =>
        cell.Length > 1 && newCell.Length > 0 && Quotation.IsPaired(cell) && Quotation.IsPaired(newCell) && !beside.Any(b => b.Contains(cell, StringComparison.Ordinal))
            ? [new PhraseChange(PhraseAct.Replace, cell, newCell)] : null;

    private static List<string> Texts(Provision provision) => provision.Table is { } table ? [.. table.Rows.SelectMany(r => r)] : [provision.Text];

    private static List<Provision> Loose(Provision provision) => [.. provision.Children.Where(c => c.Kind is ProvisionKind.Line or ProvisionKind.Table)];

    /// <summary>項, 号 and divisions: they are siblings of one numbering.</summary>
    private bool Below(Place place, Provision before, Provision aim)
    {
        ImmutableArray<Provision> old = [.. before.Children.Where(IsNumbered)], @new = [.. aim.Children.Where(IsNumbered)];
        var kinds = old.Concat(@new).Select(c => c.Kind).Distinct().ToList();
        return kinds.Count == 0 || (kinds.Count == 1 && kinds[0] >= ProvisionKind.Paragraph && new SiblingWriting(script, this).Write(place, kinds[0], old, @new));
    }

    private static bool IsNumbered(Provision provision) => provision.Kind is not (ProvisionKind.Line or ProvisionKind.Table);
}
