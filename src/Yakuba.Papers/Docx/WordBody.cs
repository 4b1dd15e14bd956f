using System.Xml.Linq;
using static Yakuba.Papers.Word;

namespace Yakuba.Papers;

/// <summary>Writes lines and tables in order: the part word/document.xml.</summary>
internal sealed class WordBody
{
    private readonly Paper _paper;
    private readonly ItemPlaces _places;
    private readonly WordChanges _changes;
    private readonly WordRun _runs;

    internal WordBody(Paper paper, ItemPlaces places, DocxOptions options)
    {
        (_paper, _places, _changes) = (paper, places, new WordChanges(options));
        _runs = new WordRun(paper.Page, _changes);
    }

    private PageSetup Page => _paper.Page;

    internal XDocument Part()
    {
        var body = E("body");
        var boxes = ContactBoxes.Widths(_paper.Blocks);
        for (var i = 0; i < _paper.Blocks.Count; i++)
        {
            if (_paper.Blocks[i] is PaperTable table)
            {
                // Two tables would grow together, and a file that ends in one cannot be opened everywhere.
                body.Add(Table(table), E("p", E("pPr", V("pStyle", WordStyles.TableText), E("snapToGrid", A("val", "0")), E("spacing", A("line", 120), A("lineRule", "exact")))));
            }
            else if (_paper.Blocks[i] is PaperLine line)
            {
                body.Add(Paragraph(line, _places[i], null, boxes[i]));
            }
        }

        body.Add(Section());
        return Word.Part("document", body);
    }

    private XElement Paragraph(PaperLine line, ItemPlace? item, PaperCell? cell, double boxWidth)
    {
        var inCell = cell is not null && line.Role == LineRole.Body;
        var style = WordStyles.Of(line);
        var place = LinePlace.Of(line, item);
        var indent = inCell ? (line.Indent != 0 || line.FirstLine is not null ? new LinePlace(line.Indent, line.FirstLine ?? 0) : null)
            : line.Role == LineRole.Contact ? new LinePlace(Math.Max(0, Page.CharactersPerLine - boxWidth - 2), 0)
            : place;
        var right = line switch { { Role: LineRole.Sender, Seal: true } => SealRoom, { Role: LineRole.Contact } => 1, _ => 0 };
        return E("p",
            E("pPr",
                V("pStyle", inCell ? cell!.Alignment == CellAlignment.Centre ? WordStyles.TableHead : WordStyles.TableText : style.Id),
                NumberOf(line, item),
                line.Label.Length > 0 && place is { } p ? E("tabs", E("tab", A("val", "left"), A("pos", Twips(p.Left * Page.CharacterPitch)))) : null,
                indent is not null || right > 0 ? Indent(indent?.Left ?? 0, indent?.First ?? 0, right, Page.CharacterPitch) : null,
                IsLongSubject(line) ? V("jc", "left") : cell?.Alignment == CellAlignment.Right ? V("jc", "right") : null,
                line.Change == PaperChange.None ? null : E("rPr", _changes.Whole(line.Change))),
            line.Label.Length > 0 ? _runs.Label(line) : null,
            line.Runs.SelectMany(r => _runs.Elements(r, line.Change)));
    }

    /// <summary>Characters at the right of a sender whose seal, 24 mm wide at most, is put over the last letter.</summary>
    private const double SealRoom = 3;

    private static XElement? NumberOf(PaperLine line, ItemPlace? item) => line.Role switch
    {
        LineRole.Item => E("numPr", V("ilvl", line.Level - 1), V("numId", WordNumbering.IdOf(item!.List))),
        LineRole.Bullet => E("numPr", V("ilvl", 0), V("numId", WordNumbering.Bullets)),
        _ => null,
    };

    private bool IsLongSubject(PaperLine line) => line.Role == LineRole.Subject && TextWidth.Of(line.Text) > Page.CharactersPerLine - (2 * WordStyles.SubjectSide);

    private XElement Table(PaperTable table)
    {
        var whole = table.Columns.Sum();
        var widths = table.Columns.Select(c => Twips(Page.LinePoints * c / whole)).ToList();
        return E("tbl",
            E("tblPr", V("tblStyle", "Grid"), E("tblW", A("w", widths.Sum()), A("type", "dxa")), E("tblLayout", A("type", "fixed")), E("tblLook", A("val", "0420"))),
            E("tblGrid", widths.Select(w => E("gridCol", A("w", w)))),
            table.Rows.Select(r => Row(r, widths, table.Change)));
    }

    private XElement Row(PaperRow row, List<int> widths, PaperChange whole)
    {
        var at = 0;
        var change = whole != PaperChange.None ? whole : row.Change;
        return E("tr",
            E("trPr",
                row.Height > 0 ? E("trHeight", A("val", TwipsOfMillimetres(row.Height)), A("hRule", "atLeast")) : null,
                row.IsHeader ? new[] { E("cantSplit"), E("tblHeader") } : null,
                _changes.Whole(change)),
            row.Cells.Select(c =>
            {
                var width = widths.Skip(at).Take(c.Span).Sum();
                at += c.Span;
                return E("tc",
                    E("tcPr", E("tcW", A("w", width), A("type", "dxa")), c.Span > 1 ? V("gridSpan", c.Span) : null, c.Alignment == CellAlignment.Centre || row.IsHeader ? V("vAlign", "center") : null),
                    (c.Lines.Count > 0 ? c.Lines : [PaperLine.Of(LineRole.Body, "")]).Select(l => Paragraph(change == PaperChange.None ? l : l with { Change = change }, null, c, 0)));
            }));
    }

    private XElement Section()
    {
        var lying = Page.Width > Page.Height;
        return E("sectPr",
            _paper.PageNumbers == PageNumbers.None ? null : E("footerReference", A("type", "default"), new XAttribute(Relations + "id", DocxPackage.FooterId)),
            E("pgSz", A("w", TwipsOfMillimetres(Page.Width)), A("h", TwipsOfMillimetres(Page.Height)), lying ? A("orient", "landscape") : null),
            E("pgMar", A("top", TwipsOfMillimetres(Page.Top)), A("right", TwipsOfMillimetres(Page.Right)), A("bottom", TwipsOfMillimetres(Page.Bottom)), A("left", TwipsOfMillimetres(Page.Left)),
                A("header", TwipsOfMillimetres(Math.Min(15, Page.Top / 2))), A("footer", TwipsOfMillimetres(Math.Min(12, Page.Bottom / 2))), A("gutter", 0)),
            _paper.PageNumbers == PageNumbers.FromSecond ? E("titlePg") : null,
            Page.IsVertical ? V("textDirection", "tbRl") : null,
            E("docGrid", A("type", "linesAndChars"), A("linePitch", Twips(Page.LinePitch)), A("charSpace", (int)Math.Round((Page.CharacterPitch - Page.FontPoints) * 4096))));
    }
}
