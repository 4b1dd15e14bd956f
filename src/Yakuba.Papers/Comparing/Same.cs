namespace Yakuba.Papers;

/// <summary>Whether two pieces print alike. What their words came from is no difference.</summary>
internal static class Same
{
    internal static bool Block(PaperBlock a, PaperBlock b) => (a, b) switch
    {
        (PaperLine x, PaperLine y) => Line(x, y),
        (PaperTable x, PaperTable y) => x.Columns.SequenceEqual(y.Columns) && Sequence(x.Rows, y.Rows, Row),
        _ => false,
    };

    internal static bool Row(PaperRow a, PaperRow b) =>
        a.IsHeader == b.IsHeader && a.Height.Equals(b.Height) && Sequence(a.Cells, b.Cells, (x, y) => x.Span == y.Span && x.Alignment == y.Alignment && Sequence(x.Lines, y.Lines, Line));

    private static bool Line(PaperLine a, PaperLine b) =>
        (a with { Runs = b.Runs }) == b && a.Text == b.Text && Sequence(RunText.Joined(a.Runs.Select(Bare)), RunText.Joined(b.Runs.Select(Bare)), (x, y) => x == y);

    private static PaperRun Bare(PaperRun run) => run with { Source = "" };

    private static bool Sequence<T>(IReadOnlyList<T> a, IReadOnlyList<T> b, Func<T, T, bool> isSame) => a.Count == b.Count && a.Zip(b).All(p => isSame(p.First, p.Second));
}
