using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>Writes how the lines of 編 to 目 between articles change, once the articles themselves are as they are to be.</summary>
internal sealed class HeadingWriting(AmendmentScript script)
{
    /// <param name="part">The root of the draft or a 附則.</param>
    /// <param name="wanted">Headings and articles in order, as they are to be; children do not count.</param>
    internal bool Write(DraftNode part, IReadOnlyList<Provision> wanted)
    {
        List<DraftNode> flat = [.. Flat(part)];
        var kept = SequenceMatch.Between([.. flat.Select(Key)], [.. wanted.Select(Key)]);
        if (kept.Count == flat.Count && kept.Count == wanted.Count)
        {
            return true;
        }

        script.Break();
        var (goes, comes) = Pairs(flat, wanted, kept, out var changed);
        return goes.All(node => script.Add(new RemoveStep(PlaceOf(node) with { Part = PlacePart.Heading })))
            && Renumber([.. changed.Where(c => c.Old.Number != c.New.Number || c.Old.Label != c.New.Label)])
            && changed.Where(c => c.Old.Text != c.New.Text).All(c => Rename(c.Old, c.New))
            && Insert(part, wanted, comes);
    }

    /// <summary>Headings, articles and all else of a part in one line.</summary>
    internal static IEnumerable<Provision> Flat(IEnumerable<Provision> provisions) =>
        provisions.Where(p => p.Kind < ProvisionKind.Supplement).SelectMany(p => p.Kind <= ProvisionKind.Division ? Flat(p.Children).Prepend(p) : [p]);

    /// <summary>The headings that a heading stands under, and itself.</summary>
    internal static Place PlaceOf(DraftNode node)
    {
        var place = Place.Nowhere;
        for (var at = node; at.Parent is not null; at = at.Parent)
        {
            var isNamed = at == node || at.IsHeading || at.Kind == ProvisionKind.Supplement;
            place = isNamed ? place with { Steps = place.Steps.Insert(0, at.Kind == ProvisionKind.Supplement ? PartWriting.SupplementStep(at.Text) : new(at.Kind, at.Number)) } : place;
        }

        return node.Kind == ProvisionKind.Article ? new Place(PlaceRoot.Provisions, [.. place.Steps.Where(s => s.Kind is ProvisionKind.Supplement or ProvisionKind.Article)]) : place;
    }

    private static IEnumerable<DraftNode> Flat(DraftNode part) =>
        part.Children.Where(c => c.Kind < ProvisionKind.Supplement).SelectMany(c => c.IsHeading ? Flat(c).Prepend(c) : [c]);

    private static string Key(DraftNode node) => node.IsHeading ? $"{node.Kind} {node.Label} {node.Text}" : $"{node.Kind} {node.Number} {node.Text}";

    private static string Key(Provision node) => node.Kind <= ProvisionKind.Division ? $"{node.Kind} {node.Label} {node.Text}" : $"{node.Kind} {node.Number} {node.Text}";

    /// <summary>Headings between the same neighbours are one heading that changed; the others go or come.</summary>
    private static (List<DraftNode> Goes, List<int> Comes) Pairs(
        List<DraftNode> flat, IReadOnlyList<Provision> wanted, IReadOnlyList<(int Old, int New)> kept, out List<(DraftNode Old, Provision New)> changed)
    {
        var (goes, comes) = (new List<DraftNode>(), new List<int>());
        changed = [];
        int i = 0, j = 0;
        foreach (var (old, @new) in kept.Append((flat.Count, wanted.Count)))
        {
            List<DraftNode> left = flat[i..old];
            foreach (var index in Enumerable.Range(j, @new - j))
            {
                if (left.Find(n => n.IsHeading && n.Kind == wanted[index].Kind) is { } same)
                {
                    changed.Add((same, wanted[index]));
                    left.Remove(same);
                }
                else
                {
                    comes.Add(index);
                }
            }

            goes.AddRange(left);
            (i, j) = (old + 1, @new + 1);
        }

        return (goes, comes);
    }

    /// <summary>A number is given once it is free; when none is free the headings go round in a ring and there are no words for that.</summary>
    private bool Renumber(List<(DraftNode Old, Provision New)> moves)
    {
        while (moves.Count > 0)
        {
            var at = moves.FindLastIndex(m => m.Old.Parent!.Children.All(c => c == m.Old || c.Kind != m.Old.Kind || c.Number != m.New.Number));
            if (at < 0)
            {
                return false;
            }

            var (node, wanted) = moves[at];
            var stood = PlaceOf(node);
            var to = stood with { Steps = stood.Steps.SetItem(stood.Steps.Length - 1, new PlaceStep(node.Kind, wanted.Number)) };
            if (!script.Add(new RenumberStep(stood, to)))
            {
                return false;
            }

            moves.RemoveAt(at);
        }

        return true;
    }

    private bool Rename(DraftNode node, Provision wanted)
    {
        var place = PlaceOf(node) with { Part = PlacePart.Heading };
        return PhraseChoice.Between(node.Text, wanted.Text, []) is { } phrases
            ? script.Add(new PhraseStep([place], [.. phrases]))
            : script.Add(new RewriteStep(place) { Lines = [$"{wanted.Label}　{wanted.Text}"] });
    }

    private bool Insert(DraftNode part, IReadOnlyList<Provision> wanted, List<int> comes)
    {
        foreach (var index in comes)
        {
            var next = index + 1;
            while (next < wanted.Count && comes.Contains(next))
            {
                next++;
            }

            var heading = wanted[index];
            var anchor = next < wanted.Count ? Flat(part).FirstOrDefault(n => Key(n) == Key(wanted[next])) : null;
            if (heading.Kind > ProvisionKind.Division || anchor is null
                || !script.Add(new AddStep(PlaceOf(anchor), AddWhere.Before, AddWhat.Heading, heading.Kind, 1) { Lines = [$"{heading.Label}　{heading.Text}"] }))
            {
                return false;
            }
        }

        return true;
    }
}
