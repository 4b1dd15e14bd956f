namespace Yakuba.Documents;

/// <summary>Walks the body of a Word document and writes its blocks.</summary>
internal sealed class WordWalk(ReadSource source, WordParts parts)
{
    private readonly WordParagraphContext _context = new() { Styles = parts.Styles };
    private int _note;

    internal List<Block> Blocks { get; } = [];

    internal string? Title { get; private set; }

    /// <summary>Texts of centred paragraphs, in order.</summary>
    internal List<string> Centred { get; } = [];

    internal void Body(SafeXml xml)
    {
        foreach (var child in xml.Children())
        {
            switch (child)
            {
                case "p": Paragraph(new WordRuns(source, _context).Read(xml)); break;
                case "tbl": Table(xml); break;
                case "del" or "moveFrom" or "sdtPr" or "sectPr": xml.SkipElement(); break;
                default: Body(xml); break;
            }
        }
    }

    private void Paragraph(WordParagraph paragraph)
    {
        var marker = Marker(paragraph);
        var level = paragraph.Outline is { } outline ? outline + 1 : parts.Styles.HeadingLevel(paragraph.Style);
        if (paragraph.Text.Length > 0)
        {
            if (Title is null && parts.Styles.IsTitle(paragraph.Style))
            {
                Title = paragraph.Text;
                Add(new HeadingBlock(paragraph.Text, At(), 1));
            }
            else if (level is { } heading)
            {
                Add(new HeadingBlock(marker.Length > 0 && marker != "・" ? $"{marker}　{paragraph.Text}" : paragraph.Text, At(), heading));
            }
            else if (marker.Length > 0)
            {
                Add(new ListItemBlock(paragraph.Text, At(), 1 + (Numbering(paragraph)?.Level ?? 0), marker));
            }
            else
            {
                if (paragraph.Centred || parts.Styles.IsCentred(paragraph.Style))
                {
                    Centred.Add(paragraph.Text);
                }

                Add(new ParagraphBlock(paragraph.Text, At()));
            }
        }

        After(paragraph);
    }

    private void After(WordParagraph paragraph)
    {
        foreach (var box in paragraph.Boxes.Where(b => b.Length > 0))
        {
            Add(new ParagraphBlock(box, At()));
        }

        foreach (var picture in paragraph.Pictures)
        {
            Add(new CaptionBlock(picture, At()));
        }

        foreach (var (kind, id) in paragraph.Notes)
        {
            if ((kind == "footnote" ? parts.Footnotes : parts.Endnotes).TryGetValue(id, out var note) && note.Length > 0)
            {
                Add(new FootnoteBlock($"注{++_note}　{note}", At()));
            }
        }
    }

    private void Table(SafeXml xml)
    {
        var (grid, notes) = new WordTable(source, _context).Read(xml, Blocks.Count + 1);
        if (grid.RowCount == 0)
        {
            return;
        }

        source.Notes.Tables++;
        var first = Blocks.Count + 1;
        var lone = Enumerable.Range(0, grid.RowCount).All(r => grid.Row(r).Count() <= 1);
        if (lone)
        {
            // A table one cell wide only draws a frame.
            foreach (var cell in Enumerable.Range(0, grid.RowCount).SelectMany(r => grid.Row(r)).Select(c => c.Cell).Distinct())
            {
                foreach (var line in cell.Text.Split('\n').Where(l => l.Length > 0))
                {
                    Add(new ParagraphBlock(line, At()));
                }
            }
        }
        else
        {
            if (!source.Limits.AsEnactment && BlankForm.Is(grid))
            {
                foreach (var block in BlankForm.Of(source, grid, r => new BlockLocator(first + r), 9))
                {
                    Add(block);
                }

                return;
            }

            foreach (var row in source.Limits.AsEnactment ? TableRows.Plain(grid, r => new BlockLocator(first + r)) : FormRows.IsForm(grid) && !grid.HasMarkedHeader ? FormRows.Of(grid, r => new BlockLocator(first + r)) : TableRows.Of(grid, r => new BlockLocator(first + r)))
            {
                Add(row);
            }
        }

        foreach (var paragraph in notes)
        {
            After(paragraph with { Boxes = [], Pictures = [] });
        }
    }

    private string Marker(WordParagraph paragraph) =>
        paragraph.Text.Length > 0 && Numbering(paragraph) is var (number, level) && number > 0 ? parts.Numbering.Next(number, level) : "";

    private (int Number, int Level)? Numbering(WordParagraph paragraph) => paragraph.Numbering ?? parts.Styles.Numbering(paragraph.Style);

    private BlockLocator At() => new(Blocks.Count + 1);

    private void Add(Block block)
    {
        if (Blocks.Count >= source.Limits.MaxBlocks)
        {
            throw new UnreadableException(Refusals.TooManyParts(source.FileName));
        }

        Blocks.Add(block);
    }
}
