using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>Quoted lines give way to others: rows of a table and lines of the contents, where a phrase within one line will not do.</summary>
internal static class LineSubstitution
{
    /// <summary>Whether a change quotes whole lines.</summary>
    internal static bool IsMeant(PhraseChange change) => change.Quoted.Contains(AmendmentReader.LineEnd) || change.Other.Contains(AmendmentReader.LineEnd) || change.Quoted.Contains('\t');

    /// <returns>False where the lines do not stand there side by side, or more than once.</returns>
    internal static bool Apply(Draft draft, Place place, IReadOnlyList<DraftNode> nodes, PhraseChange change)
    {
        if (place.Root == PlaceRoot.Contents)
        {
            var lines = draft.Contents.Select(Blanks.Without).ToList();
            var quoted = change.Quoted.Split(AmendmentReader.LineEnd);
            if (Starts(lines, [.. quoted.Select(Blanks.Without)]) is not [var at])
            {
                return false;
            }

            draft.Contents = draft.Contents.RemoveRange(at, quoted.Length).InsertRange(at, change.Result.Split(AmendmentReader.LineEnd).Select(Blanks.Trim));
            return true;
        }

        var places = nodes.SelectMany(n => n.WithAllBelow()).Where(n => n.Table is not null)
            .SelectMany(n => Starts([.. n.Table!.Rows.Select(Key)], [.. Rows(change.Quoted).Select(Key)]).Select(at => (Node: n, At: at))).ToList();
        if (places is not [var only])
        {
            return false;
        }

        var rows = only.Node.Table!.Rows;
        only.Node.Table = new(rows.RemoveRange(only.At, Rows(change.Quoted).Length).InsertRange(only.At, Rows(change.Result)));
        return true;
    }

    private static ImmutableArray<ImmutableArray<string>> Rows(string lines) =>
        [.. lines.Split(AmendmentReader.LineEnd).Select(l => l.TrimStart('\t').Split('\t').ToImmutableArray())];

    private static string Key(ImmutableArray<string> row) => string.Join('\t', row.Select(Blanks.Without));

    private static List<int> Starts(List<string> lines, List<string> quoted) =>
        [.. Enumerable.Range(0, Math.Max(0, lines.Count - quoted.Count + 1)).Where(at => lines.Skip(at).Take(quoted.Count).SequenceEqual(quoted))];
}
