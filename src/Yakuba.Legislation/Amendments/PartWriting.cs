using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>Writes how the 本則 or one 附則 changes: articles first, then the headings between them; a chapter that is all new comes whole.</summary>
internal sealed class PartWriting(AmendmentScript script)
{
    private readonly ContentWriting _contents = new(script);

    /// <param name="place">A 附則, or nothing for the 本則.</param>
    /// <param name="old">What stands in it.</param>
    /// <param name="wanted">What is to stand in it.</param>
    internal bool Write(Place place, IReadOnlyList<Provision> old, IReadOnlyList<Provision> wanted)
    {
        var kind = old.Concat(wanted).Any(IsArticleOrHeading) ? ProvisionKind.Article : ProvisionKind.Paragraph;
        if (kind == ProvisionKind.Paragraph)
        {
            return new SiblingWriting(script, _contents).Write(place, kind, [.. old.Where(p => p.Kind == kind)], [.. wanted.Where(p => p.Kind == kind)]);
        }

        if (PlaceFinder.Find(script.Draft, place) is not [var part] || !RemoveWhole(place, old, wanted))
        {
            return false;
        }

        List<Provision> before = [.. PlaceFinder.Numbered(part, kind).Select(n => n.ToProvision())];
        var inserted = NewHeadings(before, wanted);
        var outside = HeadingWriting.Flat(wanted).Except(inserted.SelectMany(h => h.Whole), ReferenceEqualityComparer.Instance).Cast<Provision>().ToList();
        List<Provision> after = [.. outside.Where(p => p.Kind == kind)];
        var first = outside.Where((p, i) => i > 0 && p.Kind == kind && outside[i - 1].Kind <= ProvisionKind.Division).ToHashSet(ReferenceEqualityComparer.Instance);
        return new SiblingWriting(script, _contents).Write(place, kind, before, after, first.Contains)
            && new HeadingWriting(script).Write(part, outside)
            && inserted.All(h => Insert(place, h));
    }

    /// <summary>附則 alone is the first; a later one is known by what stands in its brackets.</summary>
    internal static PlaceStep SupplementStep(string text)
    {
        var end = text.StartsWith('（') ? LineShape.BracketEnd(text) : 0;
        return new(ProvisionKind.Supplement, default, end > 2 ? text[1..(end - 1)] : "");
    }

    private static bool IsArticleOrHeading(Provision provision) => provision.Kind <= ProvisionKind.Article;

    /// <summary>A chapter of which no article stays is left out whole.</summary>
    private bool RemoveWhole(Place place, IReadOnlyList<Provision> old, IReadOnlyList<Provision> wanted)
    {
        List<Provision> articles = [.. HeadingWriting.Flat(old).Where(p => p.Kind == ProvisionKind.Article)], after = [.. HeadingWriting.Flat(wanted).Where(p => p.Kind == ProvisionKind.Article)];
        var pairs = ProvisionMatch.Between(articles, after);
        var gone = articles.Where((_, i) => pairs[i] < 0).ToHashSet(ReferenceEqualityComparer.Instance);
        var titles = HeadingWriting.Flat(wanted).Where(p => p.Kind <= ProvisionKind.Division).Select(p => (p.Kind, p.Text)).ToHashSet();
        return Topmost(old, h => !titles.Contains((h.Kind, h.Text)) && HeadingWriting.Flat(h.Children).Where(p => p.Kind == ProvisionKind.Article).ToList() is { Count: > 0 } all && all.All(gone.Contains), place)
            .ToList().All(h => { script.Break(); return script.Add(new RemoveStep(h.Place)); });
    }

    /// <summary>The outermost headings that a test holds for, with their places.</summary>
    private static IEnumerable<(Provision Heading, Place Place, Provision? Before, Provision? After)> Topmost(IReadOnlyList<Provision> provisions, Func<Provision, bool> test, Place above)
    {
        for (var i = 0; i < provisions.Count; i++)
        {
            var heading = provisions[i];
            if (heading.Kind > ProvisionKind.Division)
            {
                continue;
            }

            var place = above.With(new(heading.Kind, heading.Number));
            if (test(heading))
            {
                yield return (heading, place, i > 0 ? provisions[i - 1] : null, i + 1 < provisions.Count ? provisions[i + 1] : null);
                continue;
            }

            foreach (var below in Topmost(heading.Children, test, place))
            {
                yield return below;
            }
        }
    }

    private sealed record NewHeading(Provision Heading, Place Place, AddWhere Where, Place Anchor)
    {
        internal IEnumerable<Provision> Whole => HeadingWriting.Flat([Heading]);
    }

    /// <summary>Chapters of which every article is new and which stand beside a chapter of their kind that stays.</summary>
    private static List<NewHeading> NewHeadings(List<Provision> before, IReadOnlyList<Provision> wanted)
    {
        List<Provision> after = [.. HeadingWriting.Flat(wanted).Where(p => p.Kind == ProvisionKind.Article)];
        var taken = ProvisionMatch.Between(before, after).Where(j => j >= 0).Select(j => after[j]).ToHashSet(ReferenceEqualityComparer.Instance);
        bool IsNew(Provision h) => HeadingWriting.Flat(h.Children).Where(p => p.Kind == ProvisionKind.Article).ToList() is { Count: > 0 } all && !all.Any(taken.Contains);
        var found = new List<NewHeading>();
        foreach (var (heading, place, previous, next) in Topmost(wanted, IsNew, Place.Nowhere))
        {
            Place Beside(Provision p) => place with { Steps = place.Steps.SetItem(place.Steps.Length - 1, new PlaceStep(p.Kind, p.Number)) };
            if (previous is not null && previous.Kind == heading.Kind)
            {
                found.Add(new(heading, place, AddWhere.After, Beside(previous)));
            }
            else if (next is not null && next.Kind == heading.Kind && !IsNew(next))
            {
                found.Add(new(heading, place, AddWhere.Before, Beside(next)));
            }
        }

        return found;
    }

    private bool Insert(Place place, NewHeading heading)
    {
        script.Break();
        var anchor = heading.Anchor with { Steps = [.. place.Steps, .. heading.Anchor.Steps] };
        return script.Add(new AddStep(anchor, heading.Where, AddWhat.Provisions, heading.Heading.Kind, 1) { Lines = EnactmentText.Write(heading.Heading, script.Draft.Captions) });
    }
}
