using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>Writes how rows of a 別表 change, each named by its first cell: 別表第1の2の項中, 別表第1の2の項の次に次のように加える.</summary>
internal sealed class TableWriting(AmendmentScript script)
{
    private const int LongestName = 40;

    /// <returns>False where the rows have no names of their own, or more than rows changed; nothing may be written then.</returns>
    internal bool Write(Place place, Provision before, Provision aim)
    {
        var (old, @new) = (before.Children, aim.Children);
        var names = Names(before).Concat(Names(aim)).Distinct().ToList();
        if (old.Length != @new.Length || !old.Zip(@new).All(p => p.First.Kind == p.Second.Kind && (p.First.Table is not null || p.First == p.Second))
            || !AreDistinct(before) || !AreDistinct(aim) || !names.All(IsName))
        {
            return false;
        }

        var written = true;
        foreach (var (was, now) in old.Zip(@new).Where(p => p.First != p.Second))
        {
            written &= Rows(place, was.Table!.Rows, now.Table!.Rows);
        }

        return written;
    }

    private bool Rows(Place place, ImmutableArray<ImmutableArray<string>> old, ImmutableArray<ImmutableArray<string>> @new)
    {
        var kept = SequenceMatch.Between([.. old.Select(r => r[0])], [.. @new.Select(r => r[0])]);
        var written = true;
        foreach (var i in Enumerable.Range(0, old.Length).Except(kept.Select(k => k.Old)))
        {
            written &= script.Add(new RemoveStep(place with { Row = old[i][0] }));
        }

        var stays = kept.ToDictionary(k => k.New, k => k.Old);
        for (var j = 0; j < @new.Length && written; j++)
        {
            if (stays.TryGetValue(j, out var i))
            {
                written &= old[i].SequenceEqual(@new[j]) || Row(place with { Row = old[i][0] }, old[i], @new[j]);
                continue;
            }

            var from = j;
            while (j + 1 < @new.Length && !stays.ContainsKey(j + 1))
            {
                j++;
            }

            var anchor = from > 0 ? @new[from - 1][0] : j + 1 < @new.Length ? @new[j + 1][0] : "";
            written &= anchor.Length > 0 && script.Add(new AddStep(place with { Row = anchor }, from > 0 ? AddWhere.After : AddWhere.Before, AddWhat.Lines, ProvisionKind.Line, 0)
            {
                Lines = [.. Enumerable.Range(from, j - from + 1).Select(r => TableRows.Line(@new[r]))],
            });
        }

        return written;
    }

    private bool Row(Place row, ImmutableArray<string> old, ImmutableArray<string> @new)
    {
        var changes = new List<PhraseChange>();
        for (var c = 0; c < old.Length && old.Length == @new.Length; c++)
        {
            var beside = old.Where((_, at) => at != c).ToList();
            if (old[c] != @new[c] && Phrases(old[c], @new[c], beside) is { } phrases)
            {
                changes.AddRange(phrases);
            }
        }

        return PhraseSubstitution.Apply(old, changes).Texts is { } texts && texts.SequenceEqual(@new)
            ? script.Add(new PhraseStep([row], [.. changes]))
            : script.Add(new RewriteStep(row) { Lines = [TableRows.Line(@new)] });
    }

    /// <summary>A cell is short: it is quoted whole where no phrase in it will do.</summary>
    private static IReadOnlyList<PhraseChange>? Phrases(string old, string @new, List<string> beside) =>
        PhraseChoice.Between(old, @new, beside)
        ?? (old.Length > 1 && @new.Length > 0 && Quotation.IsPaired(old) && Quotation.IsPaired(@new) && !beside.Any(b => b.Contains(old, StringComparison.Ordinal))
            ? [new PhraseChange(PhraseAct.Replace, old, @new)] : null);

    private static IEnumerable<string> Names(Provision annex) => annex.Children.Where(c => c.Table is not null).SelectMany(c => c.Table!.Rows).Select(r => r[0]);

    private static bool AreDistinct(Provision annex) => Names(annex).Select(Blanks.Without).ToList() is var names && names.Distinct().Count() == names.Count;

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && !name.Contains("の項", StringComparison.Ordinal) && name.IndexOfAny(['「', '」', '、', '。']) < 0 && name[0] is not ('の' or '中') && Blanks.Trim(name) == name;
}
