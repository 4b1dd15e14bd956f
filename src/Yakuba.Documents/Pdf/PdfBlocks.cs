using System.Globalization;

namespace Yakuba.Documents;

/// <summary>Turns pages into blocks: tables by rows, headings by the size of their letters, lines joined to paragraphs.</summary>
/// <param name="source">The file.</param>
/// <param name="meaningless">Part of each page's characters that is set in fonts without meaning, as <see cref="PdfExtras"/> tells.</param>
internal sealed class PdfBlocks(ReadSource source, IReadOnlyDictionary<int, double> meaningless)
{
    /// <summary>From this part on, the text of a page is worth less than what can be recognised on it.</summary>
    private const double MostlyMeaningless = 0.5;

    /// <summary>More than one in twenty characters means nothing by itself.</summary>
    private const double Doubtful = 0.05;
    private readonly List<PdfPageContent> _read = [];
    private readonly List<(int Page, List<PdfPiece> Pieces)> _pages = [];
    private readonly HashSet<int> _recognised = [];

    /// <summary>Pages that gave no text.</summary>
    internal List<int> Empty { get; } = [];

    /// <param name="page">The page without hidden text.</param>
    /// <param name="ink">What is drawn on it.</param>
    internal void Add(PdfPage page, PdfInk ink)
    {
        var without = meaningless.GetValueOrDefault(page.Number);
        if (without > MostlyMeaningless)
        {
            source.Notes.Skipped(string.Create(CultureInfo.InvariantCulture, $"{page.Number}ページの文字データ"), "文字コードとの対応（ToUnicode）がないフォントで、正しい文字に戻せません");
        }

        if (page.Blocks.Count == 0 || without > MostlyMeaningless)
        {
            Empty.Add(page.Number);
            return;
        }

        source.Notes.PagesRead++;
        if (without > Doubtful || IsDoubtful(page))
        {
            source.Notes.PagesDoubtful.Add(page.Number);
        }

        var (text, notes) = PdfFootnotes.TakeOut(WithoutRuby(PdfLostLetters.Mark(page, box => ink.Ink(page, box))));
        var (prose, tables) = RuledTables.TakeOut(text, ink.Rules(page), box => ink.Ground(page, box));
        var (rest, tiers) = PdfVertical.TakeOut(prose);
        _read.Add(new PdfPageContent(rest, tables, [.. tiers.Select(WithoutRuby)], notes));
    }

    /// <summary>Adds the text that recognition found on a page.</summary>
    internal void AddRecognised(int page, IEnumerable<string> paragraphs)
    {
        _recognised.Add(page);
        _pages.Add((page, [.. paragraphs.Select(p => (PdfPiece)new PdfParagraph(p, 0, new PageBox(0, 0, 0, 0)))]));
    }

    internal List<Block> Finish()
    {
        PdfFurniture.TakeOut(source, _read);
        _pages.AddRange(_read.Select(p => (p.Rest.Number, PdfRegions.Of(p).Concat(p.Notes).ToList())));
        JoinRunning();
        var sizes = HeadingSizes.Of(_pages.SelectMany(p => p.Pieces).OfType<PdfParagraph>());
        var blocks = new List<Block>();
        foreach (var (page, pieces) in _pages.OrderBy(p => p.Page))
        {
            foreach (var piece in pieces)
            {
                Write(blocks, page, piece, sizes);
                if (blocks.Count > source.Limits.MaxBlocks)
                {
                    throw new UnreadableException(Refusals.TooManyParts(source.FileName));
                }
            }
        }

        return blocks;
    }

    /// <summary>Text that runs from one column or page into the next is one paragraph, at the place where it begins.</summary>
    private void JoinRunning()
    {
        (int Page, int Piece)? last = null;
        for (var p = 0; p < _pages.Count; p++)
        {
            for (var i = 0; i < _pages[p].Pieces.Count; i++)
            {
                if (last is var (page, piece) && _pages[p].Pieces[i] is PdfParagraph next && _pages[page].Pieces[piece] is PdfParagraph before && (page != p || next.Box.Top < before.Box.Top) && before.With(next) is { } whole)
                {
                    _pages[page].Pieces[piece] = whole;
                    _pages[p].Pieces.RemoveAt(i--);
                }
                else if (_pages[p].Pieces[i] is not PdfFootnote)
                {
                    last = (p, i);
                }
            }
        }
    }

    private void Write(List<Block> blocks, int page, PdfPiece piece, HeadingSizes sizes)
    {
        switch (piece)
        {
            case PdfParagraph paragraph:
                var text = TextCleaning.TrimBlank(paragraph.Text);
                PageLocator at = new(page, paragraph.Box.Bottom > 0 ? paragraph.Box : null) { Recognised = _recognised.Contains(page) };
                if (text.Length > 0)
                {
                    blocks.Add(sizes.Level(paragraph) is { } level ? new HeadingBlock(text, at, level) : new ParagraphBlock(text, at));
                }

                break;
            case PdfFootnote note:
                blocks.Add(new FootnoteBlock($"{PdfFootnotes.Shown(note.Mark)}　{note.Text}", new PageLocator(page, note.Box)));
                break;
            case PdfFigure figure:
                source.Notes.Skipped("図の中の文字の位置", "グラフや絵の中の言葉は読み取りましたが、どの値がどの項目のものかは図で確かめてください");
                blocks.Add(new CaptionBlock($"図の文字: {string.Join("、", figure.Words.Select(TextCleaning.TrimBlank).Where(w => w.Length > 0))}", new PageLocator(page, figure.Box)));
                break;
            case PdfTable table:
                source.Notes.Tables++;
                blocks.AddRange(TableRows.Of(table.Grid(page), r => new PageLocator(page, table.RowBox(r))));
                break;
            case RuledTable table:
                source.Notes.Tables++;
                var grid = table.Grid(page);
                Func<int, Locator> rowAt = r => new PageLocator(page, table.RowBox(r));
                blocks.AddRange(BlankForm.Is(grid) ? BlankForm.Of(source, grid, rowAt, 9) : FormRows.IsForm(grid) && !TableHeaders.In(grid) ? FormRows.Of(grid, rowAt) : TableRows.Of(grid, rowAt));
                break;
            default:
                break;
        }
    }

    private PdfPage WithoutRuby(PdfPage page)
    {
        var ruby = PdfRuby.Of([.. page.Blocks.SelectMany(b => b.Lines)]);
        return ruby.Count == 0 ? page : page with
        {
            Blocks = [.. page.Blocks.Select(b => Without(b.Lines, ruby)).Where(l => l.Count > 0).Select(l => new PdfBlock(PdfBoxes.Around(l.Select(x => x.Box)), l))],
        };
    }

    private PdfTier WithoutRuby(PdfTier tier) => tier with { Texts = [.. tier.Texts.Select(t => t with { Lines = Without(t.Lines, PdfRuby.Of(t.Lines)) })] };

    private List<PdfLine> Without(IReadOnlyList<PdfLine> lines, HashSet<PdfWord> ruby)
    {
        if (ruby.Count == 0)
        {
            return [.. lines];
        }

        foreach (var line in lines)
        {
            source.Notes.Ruby("", string.Concat(line.Words.Where(ruby.Contains).Select(w => w.Text)));
        }

        return [.. lines.Select(l => l.Words.Where(w => !ruby.Contains(w)).ToList()).Where(w => w.Count > 0).Select(PdfLine.Of)];
    }

    private static bool IsDoubtful(PdfPage page)
    {
        int all = 0, doubtful = 0;
        foreach (var c in page.Blocks.SelectMany(b => b.Lines).SelectMany(l => l.Text))
        {
            all++;
            doubtful += c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') ? 1 : 0;
        }

        return doubtful > all * Doubtful;
    }
}
