using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>Writes how siblings of one numbering change: 第5条を削り, 第6条を第5条とし, 第9条の次に次の1条を加える.</summary>
internal sealed class SiblingWriting(AmendmentScript script, ContentWriting contents)
{
    private Place _above = Place.Nowhere;
    private ProvisionKind _kind;
    private IReadOnlyList<Provision> _new = [];

    /// <param name="above">What holds the siblings; for articles the enactment or 附則.</param>
    /// <param name="kind">Their kind.</param>
    /// <param name="old">As they stand in the draft.</param>
    /// <param name="new">As they are to be.</param>
    /// <param name="isFirstUnderHeading">Of articles, whether one comes right behind a heading; null for other siblings.</param>
    internal bool Write(Place above, ProvisionKind kind, IReadOnlyList<Provision> old, IReadOnlyList<Provision> @new, Func<Provision, bool>? isFirstUnderHeading = null)
    {
        (_above, _kind, _new) = (above, kind, @new);
        foreach (var group in SiblingPlan.Between(old, @new))
        {
            if (kind == ProvisionKind.Article)
            {
                script.Break();
            }

            for (var i = 0; i < group.Count;)
            {
                var done = group[i] switch
                {
                    { New: null } change => Remove(change) ? 1 : 0,
                    { Old: null } => Add(group, i, isFirstUnderHeading),
                    { IsMove: true } => Move(group, i),
                    var change => contents.Bring(At(change.Old!), change.New!) ? 1 : 0,
                };
                if (done == 0)
                {
                    return false;
                }

                i += done;
            }
        }

        return true;
    }

    /// <summary>The place of a sibling under its present number. The only 項 of an article has no number there: the article stands for it.</summary>
    private Place At(ProvisionKind kind, ProvisionNumber number, string label) => _above.With(
        kind is >= ProvisionKind.Subitem1 and <= ProvisionKind.Subitem6 ? new(ProvisionKind.Subitem1, default, label) : new(kind, number));

    private Place At(Provision provision) => At(provision.Kind, provision.Number, provision.Label);

    private bool Remove(SiblingChange change) => script.Add(new RemoveStep(At(change.Old!)));

    /// <summary>One move, or the run of moves that follows it: 第9条を第10条とし, 第5条から第8条までを1条ずつ繰り下げ.</summary>
    private int Move(IReadOnlyList<SiblingChange> group, int at)
    {
        var change = group[at];
        var run = Run(group, at);
        if (run >= 1 && HasSameWords(change) && Math.Abs(change.To.Main - change.From.Main) > 1)
        {
            return Shift(group, at, run + 1) ? run + 1 : 0;
        }

        if (!HasSameWords(change) && !contents.Bring(At(change.Old!), change.New!))
        {
            return 0;
        }

        if (!script.Add(new RenumberStep(At(change.Old!), At(change.New!))))
        {
            return 0;
        }

        if (PlaceFinder.Find(script.Draft, At(change.New!)) is not [var node] || node.Label != change.New!.Label)
        {
            return 0;
        }

        return run >= 2 ? (Shift(group, at + 1, run) ? 1 + run : 0) : 1;
    }

    /// <summary>第5条から第8条までを1条ずつ繰り下げ.</summary>
    private bool Shift(IReadOnlyList<SiblingChange> group, int at, int count)
    {
        SiblingChange first = group[at], last = group[at + count - 1];
        var (low, high) = first.From.CompareTo(last.From) < 0 ? (first, last) : (last, first);
        var by = low.To.Main - low.From.Main;
        return script.Add(new ShiftStep(At(low.Old!), At(high.Old!), by));
    }

    /// <summary>How many moves behind this one go the same way by the same number, with unchanged words and without a gap.</summary>
    private static int Run(IReadOnlyList<SiblingChange> group, int at)
    {
        var run = 0;
        while (at + run + 1 < group.Count && group[at + run + 1] is { IsMove: true } next && IsPlain(next) && IsPlain(group[at])
            && next.To.Main - next.From.Main == group[at].To.Main - group[at].From.Main && Math.Abs(next.From.Main - group[at + run].From.Main) == 1 && HasSameWords(next))
        {
            run++;
        }

        return run;
    }

    private static bool IsPlain(SiblingChange change) =>
        change.Old!.Kind <= ProvisionKind.Item && change.From.Parts.Length == 1 && change.To.Parts.Length == 1 && !change.From.IsRange && !change.To.IsRange;

    private static bool HasSameWords(SiblingChange change) => change.Old! with { Number = change.To, Label = change.New!.Label } == change.New;

    /// <summary>What is put in side by side is put in together.</summary>
    private int Add(IReadOnlyList<SiblingChange> group, int at, Func<Provision, bool>? isFirstUnderHeading)
    {
        var place = Index(group[at].New!);
        var count = 1;
        while (at + count < group.Count && group[at + count] is { Old: null, New: { } next } && Index(next) == place + count && isFirstUnderHeading?.Invoke(next) != true)
        {
            count++;
        }

        ImmutableArray<string> lines = [.. Enumerable.Range(place, count).SelectMany(i => EnactmentText.Write(_new[i], script.Draft.Captions))];
        var isFirst = isFirstUnderHeading?.Invoke(_new[place]) == true;
        var kind = _kind is >= ProvisionKind.Subitem1 and <= ProvisionKind.Subitem6 ? ProvisionKind.Subitem1 : _kind;
        var before = place > 0 ? At(_new[place - 1]) : null;
        var after = place + count < _new.Count ? At(_new[place + count]) : null;
        var isLast = after is null && _kind is not ProvisionKind.Article;
        AddStep? step =
            place == 0 && after is not null && _kind is ProvisionKind.Paragraph or ProvisionKind.Item ? new AddStep(_above, AddWhere.Into, AddWhat.Provisions, kind, count) { IsFirst = true }
            : isLast ? new AddStep(_above, AddWhere.Into, AddWhat.Provisions, kind, count)
            : isFirst && after is not null && Stands(after) ? new AddStep(after, AddWhere.Before, AddWhat.Provisions, kind, count)
            : before is not null && Stands(before) ? new AddStep(before, AddWhere.After, AddWhat.Provisions, kind, count)
            : after is not null && Stands(after) ? new AddStep(after, AddWhere.Before, AddWhat.Provisions, kind, count)
            : null;
        return step is not null && script.Add(step with { Lines = lines }) ? count : 0;
    }

    private bool Stands(Place place) => PlaceFinder.Find(script.Draft, place).Count == 1;

    private int Index(Provision provision)
    {
        for (var i = 0; i < _new.Count; i++)
        {
            if (ReferenceEquals(_new[i], provision))
            {
                return i;
            }
        }

        return -1;
    }
}
