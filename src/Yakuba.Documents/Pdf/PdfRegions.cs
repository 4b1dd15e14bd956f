namespace Yakuba.Documents;

/// <summary>Divides a page into tables and running text.</summary>
internal static class PdfRegions
{
    /// <summary>Rows of at least two cells, one below the other, that make a table.</summary>
    private const int TableRows = 3;

    /// <summary>Characters of a last cell that is a phrase and no value.</summary>
    private const int Phrase = 18;

    /// <summary>A cell with more lines than this is a column of prose.</summary>
    private const int CellLines = 6;

    internal static IEnumerable<PdfPiece> Of(PdfPageContent page)
    {
        foreach (var region in PdfOrder.Regions(page))
        {
            var waiting = new List<PdfItem>();
            foreach (var item in region)
            {
                if (item.Piece is not { } found)
                {
                    waiting.Add(item);
                    continue;
                }

                foreach (var piece in PdfFigures.Gather(Of(Blocks(waiting))))
                {
                    yield return piece;
                }

                waiting.Clear();
                foreach (var piece in found is PdfTier tier ? tier.Paragraphs() : Enumerable.Repeat(found, 1))
                {
                    yield return piece;
                }
            }

            foreach (var piece in PdfFigures.Gather(Of(Blocks(waiting))))
            {
                yield return piece;
            }
        }
    }

    /// <summary>Parts of lines as blocks again, as poppler had them: it knows which lines belong together.</summary>
    private static PdfPage Blocks(List<PdfItem> items) => new(0, 0, 0, [.. items.GroupBy(i => i.Block).OrderBy(g => g.Key).Select(block =>
    {
        var lines = block.GroupBy(i => i.Whole, (whole, parts) => PdfLine.Of([.. parts.SelectMany(p => p.Line!.Words)])).ToList();
        return new PdfBlock(PdfBoxes.Around(lines.Select(l => l.Box)), lines);
    })]);

    private static IEnumerable<PdfPiece> Of(PdfPage page)
    {
        var blocks = PdfSegments.JoinLabels(page.Blocks);
        var rows = Rows([.. blocks.SelectMany(PdfSegments.Split)]);
        var table = new List<List<PdfBlock>>();
        var prose = new List<PdfBlock>();
        var inTable = TableMembers(rows);
        for (var i = 0; i < rows.Count; i++)
        {
            if (inTable[i])
            {
                foreach (var piece in PdfParagraphs.Of(PdfLines.InOrder(Whole(blocks, prose))))
                {
                    yield return piece;
                }

                prose.Clear();
                table.Add(rows[i]);
                continue;
            }

            foreach (var piece in Table(blocks, table))
            {
                yield return piece;
            }

            table = [];
            prose.AddRange(rows[i]);
        }

        foreach (var piece in Table(blocks, table))
        {
            yield return piece;
        }

        foreach (var piece in PdfParagraphs.Of(PdfLines.InOrder(Whole(blocks, prose))))
        {
            yield return piece;
        }
    }

    /// <summary>Running text stays in the order of poppler, which knows columns and vertical text; a block that was split for rows is whole again.</summary>
    private static List<PdfBlock> Whole(IReadOnlyList<PdfBlock> blocks, List<PdfBlock> some)
    {
        var boxes = some.Select(b => b.Box).ToList();
        var whole = blocks.Where(b => boxes.Contains(b.Box)).ToList();
        var covered = whole.SelectMany(PdfSegments.Split).Select(b => b.Box).ToHashSet();
        return [.. whole, .. some.Where(b => !covered.Contains(b.Box) && !whole.Exists(w => w.Box == b.Box))];
    }

    /// <summary>Blocks whose middles fall into each other's height stand in one row.</summary>
    private static List<List<PdfBlock>> Rows(IReadOnlyList<PdfBlock> blocks)
    {
        var rows = new List<List<PdfBlock>>();
        PageBox reach = default;
        foreach (var block in blocks.OrderBy(b => b.Middle))
        {
            var joins = rows.Count > 0 && block.Middle < reach.Bottom && (block.Box.Top < (reach.Top + reach.Bottom) / 2)
                && !rows[^1].Exists(b => Overlap(b.Box, block.Box));
            if (joins)
            {
                rows[^1].Add(block);
                reach = reach with { Bottom = Math.Max(reach.Bottom, Math.Min(block.Box.Bottom, reach.Bottom + 6)) };
            }
            else
            {
                rows.Add([block]);
                reach = block.Box;
            }
        }

        foreach (var row in rows)
        {
            row.Sort((a, b) => a.Box.Left.CompareTo(b.Box.Left));
            PdfSegments.JoinSpacedLetters(row);
        }

        return rows;
    }

    private static bool Overlap(PageBox a, PageBox b) => Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left) > 2;

    /// <summary>Rows in runs of several cells; a row of one cell between two such rows belongs to the table.</summary>
    private static bool[] TableMembers(List<List<PdfBlock>> rows)
    {
        var member = new bool[rows.Count];
        for (var start = 0; start < rows.Count;)
        {
            var end = start;
            var full = 0;
            while (end < rows.Count && (IsRow(rows[end]) || (end > start && end + 1 < rows.Count && IsRow(rows[end + 1]) && rows[end][0].Lines.Count <= 2)))
            {
                full += IsRow(rows[end]) ? 1 : 0;
                end++;
            }

            if (full >= TableRows)
            {
                Array.Fill(member, true, start, end - start);
            }

            start = Math.Max(end, start + 1);
        }

        return member;
    }

    private static bool IsRow(List<PdfBlock> row) => row.Count >= 2 && row.TrueForAll(b => b.Lines.Count <= CellLines);

    /// <summary>The table of some rows. Rows without column names that hold whole phrases are a list of terms: running text.</summary>
    private static IEnumerable<PdfPiece> Table(IReadOnlyList<PdfBlock> blocks, List<List<PdfBlock>> rows)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var table = new PdfTable(rows, PdfColumns.Of(rows));
        if (PdfFigures.Holds(table))
        {
            return PdfFigures.Of(Whole(blocks, [.. rows.SelectMany(r => r)]));
        }

        var phrases = rows.Count(r => r[^1].Lines.Sum(l => l.Text.Length) >= Phrase);
        return phrases * 2 > rows.Count && rows.TrueForAll(r => r.Count <= 2) && !TableHeaders.In(table.Grid(1))
            ? PdfParagraphs.Of(PdfLines.InOrder(Whole(blocks, [.. rows.SelectMany(r => r)])))
            : [table];
    }
}
