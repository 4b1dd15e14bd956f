namespace Yakuba.Documents;

/// <summary>Turns sheets into blocks: a heading for each sheet, then its bands of rows, divided where rows are empty.</summary>
internal sealed class SheetBlocks(ReadSource source)
{
    private readonly List<Block> _blocks = [];
    private readonly List<FaqEntry> _faq = [];
    private readonly List<string> _sheets = [];
    private bool _blank;
    private bool _named;

    internal void Add(Sheet sheet)
    {
        source.Cancel.ThrowIfCancellationRequested();
        if (sheet.Rows.Count == 0)
        {
            return;
        }

        _sheets.Add(sheet.Name);
        _blocks.Add(new HeadingBlock(sheet.Name, new CellLocator(sheet.Name, "A1"), 1));
        var form = DrawnForm.Of(sheet);
        if (form is { IsFilled: true } or { IsBlank: true })
        {
            source.Notes.Tables += 1 + form.Tables;
            _blocks.AddRange(form.Blocks);
            if (form.IsBlank)
            {
                source.Notes.Skipped(BlankForm.LeftOut, BlankForm.Why);
            }

            return;
        }

        _blank = BlankForm.Is([.. sheet.Rows.SelectMany(r => r.Value.Values)]);
        _named = false;
        foreach (var band in SheetBand.Of(sheet))
        {
            AddBand(band);
            if (_blocks.Count > source.Limits.MaxBlocks)
            {
                throw new UnreadableException(Refusals.TooManyParts(source.FileName));
            }
        }
    }

    internal Document ToDocument()
    {
        // The name of a lone sheet such as "Sheet1" says nothing; headings without text below are no document.
        if (_blocks.TrueForAll(b => b is HeadingBlock { Level: 1 }))
        {
            _blocks.Clear();
        }

        return new Document(source.FallbackTitle, DocumentKind.Excel, _blocks, _faq, DocumentDates.None);
    }

    private void AddBand(SheetBand band)
    {
        var (first, last) = (0, band.Grid.RowCount - 1);
        while (first <= last && band.Grid.Row(first).Count() <= 1)
        {
            Lone(band, first++, heading: first <= 2);
        }

        var tail = last;
        while (tail > first && band.Grid.Row(tail).Count() <= 1)
        {
            tail--;
        }

        if (first <= tail)
        {
            AddTable(band.Slice(first, tail));
        }

        for (var r = tail + 1; r <= last; r++)
        {
            Lone(band, r, heading: false);
        }
    }

    private void AddTable(SheetBand band)
    {
        source.Notes.Tables++;
        if (_blank)
        {
            _blocks.AddRange(BlankForm.Of(source, band.Grid, band.RowAt, _named ? 0 : 3));
            _named = true;
            return;
        }

        var header = band.Grid.RowCount < 2 ? [] : band.Texts(0);
        if (FaqColumns.Find(header) is { } columns)
        {
            AddFaq(band, header, columns);
            return;
        }

        _blocks.AddRange(FormRows.IsForm(band.Grid) || !TableHeaders.In(band.Grid) ? FormRows.Of(band.Grid, band.RowAt) : TableRows.Of(band.Grid, band.RowAt));
    }

    private void AddFaq(SheetBand band, List<string> header, FaqColumns columns)
    {
        for (var r = 1; r < band.Grid.RowCount; r++)
        {
            if (columns.Entry(band.Texts(r), r) is { } entry)
            {
                _faq.Add(entry with { At = band.RowAt(r) });
            }
            else if (band.Grid.Row(r).Any())
            {
                source.Notes.Skipped(band.RowAt(r).ToLabel(), "質問か回答が空です");
            }
        }

        if (columns.Unused(header).ToList() is { Count: > 0 } unused)
        {
            source.Notes.Skipped($"列「{string.Join("」「", unused)}」", "質問・回答・分類・担当課のどれでもありません");
        }
    }

    private void Lone(SheetBand band, int row, bool heading)
    {
        foreach (var (_, cell) in band.Grid.Row(row))
        {
            if (_blank && BlankForm.IsBlank(cell.Text))
            {
                continue;
            }

            _blocks.Add(heading && !_named && cell.Text.Length <= 60 && !cell.Text.EndsWith('。')
                ? new HeadingBlock(cell.Text, cell.At, 2)
                : new ParagraphBlock(cell.Text, cell.At));
        }
    }
}
