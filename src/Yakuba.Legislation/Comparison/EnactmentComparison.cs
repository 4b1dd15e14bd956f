using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>What became of a provision.</summary>
public enum ProvisionChange
{
    /// <summary>Its words changed; its number may have changed too.</summary>
    Changed,

    /// <summary>Its number alone changed.</summary>
    Renumbered,

    /// <summary>It was put in.</summary>
    Inserted,

    /// <summary>It was left out.</summary>
    Deleted,
}

/// <summary>A stretch of a line.</summary>
/// <param name="Text">As written.</param>
/// <param name="IsMarked">Whether it differs from the other version: what a 新旧対照表 underlines.</param>
public sealed record MarkedText(string Text, bool IsMarked);

/// <summary>A row of a 新旧対照表.</summary>
/// <param name="Change">What became of the provision.</param>
/// <param name="Old">Its lines before, each in stretches; empty for what was put in.</param>
/// <param name="New">Its lines afterwards; empty for what was left out.</param>
public sealed record ComparisonRow(ProvisionChange Change, ImmutableArray<ImmutableArray<MarkedText>> Old, ImmutableArray<ImmutableArray<MarkedText>> New);

/// <summary>Two versions of an enactment side by side: the rows of a 新旧対照表, only of what differs.</summary>
public static class EnactmentComparison
{
    /// <summary>Compares two versions.</summary>
    /// <returns>Rows in the order of the new version, what was left out where it stood; none when nothing but the front matter differs. A row is an article, a heading, a 附則 without articles, or a 別表.</returns>
    public static ImmutableArray<ComparisonRow> Between(Enactment old, Enactment @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        List<Unit> before = [.. Units(old)], after = [.. Units(@new)];
        var became = Pairs(before, after);
        var came = became.Where(p => p.Value >= 0).ToDictionary(p => p.Value, p => p.Key);
        var rows = ImmutableArray.CreateBuilder<ComparisonRow>();
        Front(rows, [old.Title], [@new.Title]);
        Front(rows, old.Contents, @new.Contents);
        Front(rows, old.Preamble, @new.Preamble);
        var next = 0;
        for (var j = 0; j < after.Count; j++)
        {
            var from = came.GetValueOrDefault(j, -1);
            for (; next <= from; next++)
            {
                AddDeleted(rows, before[next], became[next]);
            }

            if (from < 0)
            {
                rows.Add(new(ProvisionChange.Inserted, [], [.. after[j].Lines.Select(l => MarkedLines.Whole(l))]));
            }
            else if (before[from].Provision != after[j].Provision)
            {
                var isSame = ProvisionMatch.Says(before[from].Provision) == ProvisionMatch.Says(after[j].Provision);
                var (left, right) = MarkedLines.Between(before[from].Lines, after[j].Lines);
                rows.Add(new(isSame ? ProvisionChange.Renumbered : ProvisionChange.Changed, left, right));
            }
        }

        for (; next < before.Count; next++)
        {
            AddDeleted(rows, before[next], became[next]);
        }

        return rows.ToImmutable();
    }

    private static void AddDeleted(ImmutableArray<ComparisonRow>.Builder rows, Unit unit, int became)
    {
        if (became < 0)
        {
            rows.Add(new(ProvisionChange.Deleted, [.. unit.Lines.Select(l => MarkedLines.Whole(l))], []));
        }
    }

    private static void Front(ImmutableArray<ComparisonRow>.Builder rows, ImmutableArray<string> old, ImmutableArray<string> @new)
    {
        if (!old.SequenceEqual(@new))
        {
            var (left, right) = MarkedLines.Between(old, @new);
            rows.Add(new(ProvisionChange.Changed, left, right));
        }
    }

    /// <param name="Scope">Numbers are compared within it: the 本則, one 附則, the headings, what is annexed.</param>
    private sealed record Unit(string Scope, Provision Provision, CaptionPlace Captions)
    {
        private ImmutableArray<string> _lines;

        /// <summary>A heading alone, anything else with all below it.</summary>
        internal ImmutableArray<string> Lines =>
            _lines.IsDefault ? _lines = EnactmentText.Write(Provision.Kind <= ProvisionKind.Division ? Provision with { Children = [] } : Provision, Captions) : _lines;
    }

    private static IEnumerable<Unit> Units(Enactment enactment)
    {
        foreach (var provision in enactment.Provisions)
        {
            var scope = provision.Kind switch { ProvisionKind.Supplement => "附則" + provision.Text, >= ProvisionKind.Appendix => "別表", _ => "" };
            var hasArticles = provision.Kind == ProvisionKind.Supplement && provision.Children.Any(c => c.Kind <= ProvisionKind.Article);
            var parts = provision.Kind < ProvisionKind.Supplement ? HeadingWriting.Flat([provision])
                : hasArticles ? HeadingWriting.Flat(provision.Children).Prepend(provision with { Children = [] }) : [provision];
            foreach (var part in parts)
            {
                yield return new(part.Kind <= ProvisionKind.Division ? scope + "章" : scope, part.Kind <= ProvisionKind.Division ? part with { Children = [] } : part, enactment.Captions);
            }
        }
    }

    /// <summary>For each old unit the new one that it became, or -1.</summary>
    private static SortedDictionary<int, int> Pairs(List<Unit> before, List<Unit> after)
    {
        var pairs = new SortedDictionary<int, int>(Enumerable.Range(0, before.Count).ToDictionary(i => i, _ => -1));
        var scopes = Enumerable.Range(0, after.Count).ToLookup(j => after[j].Scope);
        foreach (var scope in Enumerable.Range(0, before.Count).GroupBy(i => before[i].Scope))
        {
            int[] old = [.. scope], @new = [.. scopes[scope.Key]];
            var found = ProvisionMatch.Between([.. old.Select(i => before[i].Provision)], [.. @new.Select(j => after[j].Provision)]);
            for (var i = 0; i < old.Length; i++)
            {
                pairs[old[i]] = found[i] < 0 ? -1 : @new[found[i]];
            }
        }

        return pairs;
    }
}
