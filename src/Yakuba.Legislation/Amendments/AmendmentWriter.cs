using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>Finds the steps from one version of an enactment to another: 題名, 目次, 前文, 本則, then 附則, 別表 and 様式.</summary>
internal sealed class AmendmentWriter
{
    private readonly Enactment _old;
    private readonly Enactment _new;
    private readonly AmendmentScript _script;

    private AmendmentWriter(Enactment old, Enactment @new) => (_old, _new, _script) = (old, @new, new AmendmentScript(new Draft(old)));

    /// <returns>The script; null where the difference cannot be said in parts.</returns>
    internal static AmendmentScript? Write(Enactment old, Enactment @new)
    {
        var writer = new AmendmentWriter(old, @new);
        return writer.Front() && writer.Provisions() && writer._script.Draft.ToEnactment() == @new ? writer._script : null;
    }

    private bool Front()
    {
        var title = new Place(PlaceRoot.Title, []);
        return (_old.Title == _new.Title || Add(new RewriteStep(title) { Lines = [_new.Title] }))
            && Texts(new Place(PlaceRoot.Contents, []), _old.Contents, _new.Contents)
            && (_old.Preamble.IsEmpty && !_new.Preamble.IsEmpty
                ? Add(new AddStep(title, AddWhere.After, AddWhat.Preamble, ProvisionKind.Line, 0) { Lines = _new.Preamble })
                : Texts(new Place(PlaceRoot.Preamble, []), _old.Preamble, _new.Preamble));
    }

    private bool Texts(Place place, ImmutableArray<string> old, ImmutableArray<string> @new)
    {
        if (old.SequenceEqual(@new))
        {
            return true;
        }

        if (@new.IsEmpty)
        {
            return Add(new RemoveStep(place));
        }

        var changes = new List<PhraseChange>();
        for (var i = 0; i < old.Length && old.Length == @new.Length && changes.Count <= 6; i++)
        {
            if (old[i] != @new[i] && PhraseChoice.Between(old[i], @new[i], old.RemoveAt(i)) is { } phrases)
            {
                changes.AddRange(phrases);
            }
        }

        return PhraseSubstitution.Apply(old, changes).Texts?.SequenceEqual(@new) == true
            ? Add(new PhraseStep([place], [.. changes]))
            : Add(new RewriteStep(place) { Lines = @new });
    }

    private bool Provisions()
    {
        var part = new PartWriting(_script);
        ImmutableArray<Provision> old = [.. _old.Body], @new = [.. _new.Body];
        if (!old.SequenceEqual(@new) && !part.Write(Place.Nowhere, old, @new))
        {
            return false;
        }

        return Annexed([.. _old.Provisions.Where(IsAnnexed)], [.. _new.Provisions.Where(IsAnnexed)]);
    }

    private static bool IsAnnexed(Provision provision) => provision.Kind >= ProvisionKind.Supplement;

    /// <summary>附則, 別表 and 様式 are known again by their names.</summary>
    private bool Annexed(ImmutableArray<Provision> old, ImmutableArray<Provision> @new)
    {
        static string Key(Provision p) => p.Kind == ProvisionKind.Supplement ? "附則" + p.Text : p.Label;
        var kept = SequenceMatch.Between([.. old.Select(Key)], [.. @new.Select(Key)]);
        var goes = Enumerable.Range(0, old.Length).Except(kept.Select(k => k.Old)).ToList();
        var stays = kept.ToDictionary(k => k.New, k => k.Old);
        if (!goes.All(i => Add(new RemoveStep(PlaceOf(old[i])))))
        {
            return false;
        }

        for (var j = 0; j < @new.Length; j++)
        {
            var done = !stays.TryGetValue(j, out var i) ? Insert(@new, j) : old[i] == @new[j] || Change(old[i], @new[j]);
            if (!done)
            {
                return false;
            }
        }

        return true;
    }

    private bool Change(Provision old, Provision @new)
    {
        _script.Break();
        var place = PlaceOf(old);
        var isPart = old.Kind == ProvisionKind.Supplement && old.Label == @new.Label && old.Children.Concat(@new.Children).Any(c => c.Kind <= ProvisionKind.Article);
        return isPart ? new PartWriting(_script).Write(place, old.Children, @new.Children) : new ContentWriting(_script).Bring(place, @new);
    }

    private bool Insert(ImmutableArray<Provision> @new, int at)
    {
        var lines = EnactmentText.Write(@new[at], _old.Captions);
        var anchor = at > 0 ? PlaceOf(@new[at - 1]) : _script.Draft.Root.Children.LastOrDefault(c => c.Kind < ProvisionKind.Supplement) is { } body ? HeadingWriting.PlaceOf(body) : null;
        return anchor is not null && Add(new AddStep(anchor, AddWhere.After, AddWhat.Provisions, @new[at].Kind, 1) { Lines = lines });
    }

    private static Place PlaceOf(Provision provision) =>
        Place.Nowhere.With(provision.Kind == ProvisionKind.Supplement ? PartWriting.SupplementStep(provision.Text) : new PlaceStep(provision.Kind, default, provision.Label));

    private bool Add(AmendmentStep step)
    {
        _script.Break();
        return _script.Add(step);
    }
}
