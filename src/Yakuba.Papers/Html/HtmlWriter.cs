using System.Text;
using static Yakuba.Papers.Markup;

namespace Yakuba.Papers;

/// <summary>Writes a paper as one HTML file: the same lines and numbers as in Word, lists and headings for screen readers, a style for print. It loads nothing and runs nothing.</summary>
public static class HtmlWriter
{
    /// <summary>Writes the file, in UTF-8.</summary>
    /// <param name="paper">The paper; what was put in and taken out is marked.</param>
    public static PaperOutcome Write(Paper paper) =>
        PaperCheck.Of(paper) is { } problem ? new RefusedPaper(problem) : new WrittenPaper(Encoding.UTF8.GetBytes(new HtmlPage(paper).Write()), PaperNotes.Of(paper));
}

/// <summary>One paper on its way to HTML.</summary>
file sealed class HtmlPage(Paper paper)
{
    private readonly ItemPlaces _places = ItemPlaces.Of(paper);
    private readonly Markup _html = new();
    private readonly Stack<(int Level, string Tag)> _lists = new(); // those that are open
    private bool _inBox;

    internal string Write()
    {
        _html.Tag("<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
            .Tag("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>").Text(PrintableText.OneLine(paper.Title)).Tag("</title>\n");
        if (paper.Creator.Length > 0)
        {
            _html.Tag("<meta name=\"author\"").Attribute("content", paper.Creator).Tag(">\n");
        }

        _html.Tag("<style>\n").Tag(HtmlStyle.Of(paper)).Tag("\n</style>\n</head>\n<body>\n<main>\n");
        for (var i = 0; i < paper.Blocks.Count; i++)
        {
            if (paper.Blocks[i] is PaperTable table)
            {
                CloseLists();
                Box(false);
                Table(table, i > 0 && paper.Blocks[i - 1] is PaperLine { Role: LineRole.Caption } caption ? caption : null);
            }
            else if (paper.Blocks[i] is PaperLine line && !(line.Role == LineRole.Caption && i + 1 < paper.Blocks.Count && paper.Blocks[i + 1] is PaperTable))
            {
                Line(line, _places[i]);
            }
        }

        CloseLists();
        Box(false);
        return _html.Tag("</main>\n</body>\n</html>\n").ToString();
    }

    private void Line(PaperLine line, ItemPlace? item)
    {
        Box(line.Role == LineRole.Contact);
        var isItem = line.Role is LineRole.Item or LineRole.Bullet;
        var level = line.Role == LineRole.Bullet ? line.Level + 1 : line.Level; // a list of its own inside the item
        if (isItem)
        {
            OpenItem(level, line.Role == LineRole.Bullet);
        }
        else if (line.Role != LineRole.ItemBody || _lists.Count == 0)
        {
            CloseLists();
        }

        Paragraph(line, item, line.Role switch { LineRole.Bullet => "・", LineRole.Item => item?.Number + "　", _ => "" });
    }

    private void Paragraph(PaperLine line, ItemPlace? item, string number)
    {
        var (tag, name) = Element(line);
        var place = LinePlace.Of(line, item);
        var seal = line is { Role: LineRole.Sender, Seal: true } ? " seal" : "";
        var isLong = line.Role == LineRole.Subject && TextWidth.Of(line.Text) > paper.Page.CharactersPerLine - (2 * WordStyles.SubjectSide) ? " long" : "";
        _html.Tag($"<{tag} class=\"{name}{seal}{isLong}\"");
        if (place is { } at)
        {
            _html.Tag($" style=\"--left:{Number(at.Left)};--first:{Number(at.First)}\"");
        }

        _html.Tag(">").Tag(Start(line.Change));
        HtmlText.Line(_html, line, number);
        _html.Tag(End(line.Change)).Tag($"</{tag}>\n");
    }

    private static (string Tag, string Class) Element(PaperLine line) => line.Role switch
    {
        LineRole.Body => ("p", "body"),
        LineRole.DocumentNumber => ("p", "number"),
        LineRole.Date => ("p", "date"),
        LineRole.Addressee => ("p", "addressee"),
        LineRole.Sender => ("p", "sender"),
        LineRole.SealNote => ("p", "seal-note"),
        LineRole.Subject => ("h1", "subject"),
        LineRole.Flush => ("p", "flush"),
        LineRole.Closing => ("p", "closing"),
        LineRole.Ki => ("p", "ki"),
        LineRole.Item => ("p", "item"),
        LineRole.ItemBody => ("p", "item-body"),
        LineRole.Bullet => ("p", "bullet"),
        LineRole.Labelled => ("p", "labelled"),
        LineRole.End => ("p", "end"),
        LineRole.Attachment => ("p", "attachment"),
        LineRole.Heading => ("h1", "heading"),
        LineRole.Subheading => ($"h{line.Level + 1}", "sub"),
        LineRole.Caption => ("p", "caption"),
        LineRole.Note => ("p", "note"),
        LineRole.Contact => ("p", "contact-line"),
        _ => throw new ArgumentOutOfRangeException(nameof(line), line.Role, "a role without a class"),
    };

    private void OpenItem(int level, bool isBullet)
    {
        while (_lists.Count > 0 && _lists.Peek().Level > level)
        {
            CloseList();
        }

        if (_lists.Count > 0 && _lists.Peek().Level == level)
        {
            _html.Tag("</li>\n<li>");
            return;
        }

        _lists.Push((level, isBullet ? "ul" : "ol"));
        _html.Tag($"<{_lists.Peek().Tag} role=\"list\">\n<li>"); // the role stays where the style takes the signs away
    }

    private void CloseList() => _html.Tag($"</li>\n</{_lists.Pop().Tag}>\n");

    private void CloseLists()
    {
        while (_lists.Count > 0)
        {
            CloseList();
        }
    }

    private void Box(bool isOpen)
    {
        if (isOpen != _inBox)
        {
            CloseLists();
            _html.Tag(isOpen ? "<div class=\"contact\">\n" : "</div>\n");
            _inBox = isOpen;
        }
    }

    private void Table(PaperTable table, PaperLine? caption)
    {
        var whole = table.Columns.Sum();
        _html.Tag("<table>\n");
        if (caption is not null)
        {
            _html.Tag("<caption>").Tag(Start(caption.Change));
            HtmlText.Line(_html, caption, "");
            _html.Tag(End(caption.Change)).Tag("</caption>\n");
        }

        _html.Tag("<colgroup>").Tag(string.Concat(table.Columns.Select(c => $"<col style=\"inline-size:{Number(100 * c / whole)}%\">"))).Tag("</colgroup>\n");
        var heads = table.Rows.TakeWhile(r => r.IsHeader).Count();
        Rows("thead", table.Rows.Take(heads), table.Change);
        Rows("tbody", table.Rows.Skip(heads), table.Change);
        _html.Tag("</table>\n");
    }

    private void Rows(string part, IEnumerable<PaperRow> rows, PaperChange whole)
    {
        _html.Tag($"<{part}>\n");
        foreach (var row in rows)
        {
            _html.Tag(row.Height > 0 ? $"<tr style=\"block-size:{Number(row.Height)}mm\">" : "<tr>");
            foreach (var cell in row.Cells)
            {
                var tag = row.IsHeader ? "th" : "td";
                var name = cell.Alignment switch { CellAlignment.Centre => " class=\"centre\"", CellAlignment.Right => " class=\"right\"", _ => "" };
                _html.Tag($"<{tag}{name}{(row.IsHeader ? " scope=\"col\"" : "")}{(cell.Span > 1 ? $" colspan=\"{cell.Span}\"" : "")}>");
                foreach (var line in cell.Lines)
                {
                    var change = whole != PaperChange.None ? whole : row.Change != PaperChange.None ? row.Change : line.Change;
                    Paragraph(line with { Change = change }, null, line.Role == LineRole.Bullet ? "・" : "");
                }

                _html.Tag($"</{tag}>");
            }

            _html.Tag("</tr>\n");
        }

        _html.Tag($"</{part}>\n");
    }

    private static string Start(PaperChange change) => change switch { PaperChange.Inserted => "<ins>", PaperChange.Deleted => "<del>", _ => "" };

    private static string End(PaperChange change) => change switch { PaperChange.Inserted => "</ins>", PaperChange.Deleted => "</del>", _ => "" };
}
