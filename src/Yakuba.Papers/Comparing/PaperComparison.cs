namespace Yakuba.Papers;

/// <summary>Compares two versions of a paper line by line and phrase by phrase. The result is a paper with its changes marked; the writers show them as tracked changes.</summary>
public static class PaperComparison
{
    /// <summary>Share of its words that a line must keep to be the same line changed, and not another one.</summary>
    private const double LeastAlike = 0.4;

    /// <summary>The newer version with what it took out left in, marked.</summary>
    /// <remarks><see cref="New"/> and <see cref="Old"/> of the result have the lines and texts of the two versions. Page set-up, title and kind are the newer ones.</remarks>
    public static Paper Between(Paper old, Paper now) => now with { Blocks = [.. Blocks(old.Blocks, now.Blocks)] };

    /// <summary>A compared paper with all its changes accepted.</summary>
    public static Paper New(Paper compared) => Without(compared, PaperChange.Deleted);

    /// <summary>A compared paper with all its changes rejected.</summary>
    public static Paper Old(Paper compared) => Without(compared, PaperChange.Inserted);

    private static IEnumerable<PaperBlock> Blocks(IReadOnlyList<PaperBlock> old, IReadOnlyList<PaperBlock> now) =>
        Gaps.Fill(Alignment.Of(old, now, Same.Block), old, now, Pair, (block, change) => block with { Change = change });

    /// <summary>One block as a change of another; null when they are two things.</summary>
    private static PaperBlock? Pair(PaperBlock old, PaperBlock now) => (old, now) switch
    {
        (PaperLine a, PaperLine b) => Line(a, b),
        (PaperTable a, PaperTable b) when a.Columns.SequenceEqual(b.Columns) => b with { Rows = [.. Rows(a.Rows, b.Rows)] },
        _ => null,
    };

    private static PaperLine? Line(PaperLine old, PaperLine now) =>
        (old with { Runs = now.Runs }) == now && LineComparison.Between(old.Runs, now.Runs) is var (runs, alike) && alike >= LeastAlike ? now with { Runs = runs } : null;

    private static IEnumerable<PaperRow> Rows(IReadOnlyList<PaperRow> old, IReadOnlyList<PaperRow> now) =>
        Gaps.Fill(Alignment.Of(old, now, Same.Row), old, now, Row, (row, change) => row with { Change = change });

    private static PaperRow? Row(PaperRow old, PaperRow now)
    {
        if (old.IsHeader != now.IsHeader || old.Cells.Count != now.Cells.Count || old.Cells.Zip(now.Cells).Any(c => c.First.Span != c.Second.Span || c.First.Lines.Count != c.Second.Lines.Count))
        {
            return null;
        }

        var cells = old.Cells.Zip(now.Cells, (a, b) => (Cell: b, Lines: a.Lines.Zip(b.Lines, CellLine).ToList())).ToList();
        return cells.TrueForAll(c => c.Lines.TrueForAll(l => l is not null)) && cells.Exists(c => c.Lines.Exists(l => l!.Runs.Any(r => r.Change == PaperChange.None && r.Text.Length > 0)))
            ? now with { Cells = [.. cells.Select(c => c.Cell with { Lines = [.. c.Lines.OfType<PaperLine>()] })] }
            : null;
    }

    // In a row that stays, a cell may change altogether: an amount.
    private static PaperLine? CellLine(PaperLine old, PaperLine now) =>
        (old with { Runs = now.Runs }) == now ? now with { Runs = LineComparison.Between(old.Runs, now.Runs).Runs } : null;

    private static Paper Without(Paper paper, PaperChange change) => paper with
    {
        Blocks = [.. paper.Blocks.Where(b => b.Change != change).Select(b => (b with { Change = PaperChange.None }) switch
        {
            PaperLine line => Line(line, change),
            PaperTable table => table with { Rows = [.. table.Rows.Where(r => r.Change != change).Select(r => r with { Change = PaperChange.None, Cells = [.. r.Cells.Select(c => c with { Lines = [.. c.Lines.Select(l => Line(l, change))] })] })] },
            var other => other,
        })],
    };

    private static PaperLine Line(PaperLine line, PaperChange change) => line with { Runs = RunText.Joined(line.Runs.Where(r => r.Change != change).Select(r => r with { Change = PaperChange.None })) };
}
