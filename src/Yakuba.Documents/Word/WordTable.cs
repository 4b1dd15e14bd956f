using System.Globalization;

namespace Yakuba.Documents;

/// <summary>Reads a Word table to a grid; a table inside a cell becomes lines of its text.</summary>
internal sealed class WordTable(ReadSource source, WordParagraphContext context)
{
    private readonly List<List<WordCell>> _rows = [];
    private readonly List<WordParagraph> _withNotes = [];

    /// <param name="xml">Stands on the table; is read to its end.</param>
    /// <param name="firstBlock">Number of the block that its first row becomes.</param>
    internal (TableGrid Grid, List<WordParagraph> Notes) Read(SafeXml xml, int firstBlock)
    {
        foreach (var child in xml.Children())
        {
            Part(xml, child);
        }

        return (Grid(firstBlock), _withNotes);
    }

    private void Part(SafeXml xml, string name)
    {
        switch (name)
        {
            case "tr": Row(xml); break;
            case "sdt" or "sdtContent" or "ins" or "customXml":
                foreach (var child in xml.Children())
                {
                    Part(xml, child);
                }

                break;
            default: break;
        }
    }

    private void Row(SafeXml xml)
    {
        var cells = new List<WordCell>();
        bool header = false, deleted = false;
        var column = 0;
        foreach (var child in xml.Children())
        {
            if (child == "trPr")
            {
                foreach (var node in xml.Inside())
                {
                    header |= node.IsElement && node.Name == "tblHeader" && node["val"] is not ("0" or "false");
                    deleted |= node.IsElement && node.Name == "del";
                    column += node.IsElement && node.Name == "gridBefore" ? Number(node["val"]) ?? 0 : 0;
                }
            }
            else if (child is "tc" or "sdt")
            {
                Cells(xml, child, cells, ref column);
            }
        }

        if (deleted)
        {
            source.Notes.Hidden("変更履歴で削除された表の行", "", string.Join(" ", cells.Select(c => c.Text)));
            return;
        }

        _rows.Add([.. cells.Select(c => c with { Header = header })]);
    }

    private void Cells(SafeXml xml, string name, List<WordCell> cells, ref int column)
    {
        if (name == "tc")
        {
            var cell = Cell(xml, column);
            cells.Add(cell);
            column += cell.Span;
            return;
        }

        foreach (var child in xml.Children())
        {
            if (child is "tc" or "sdtContent")
            {
                Cells(xml, child, cells, ref column);
            }
        }
    }

    private WordCell Cell(SafeXml xml, int column)
    {
        var lines = new List<string>();
        var span = 1;
        var (continues, shaded) = (false, context.Shaded);
        foreach (var child in xml.Children())
        {
            if (child == "tcPr")
            {
                foreach (var property in xml.Children())
                {
                    span = property == "gridSpan" ? Math.Clamp(Number(xml["val"]) ?? 1, 1, 1_000) : span;
                    shaded |= WordShade.Is(xml);
                    continues |= property == "vMerge" && (xml["val"] is null or "continue");
                }
            }
            else
            {
                Content(xml, child, lines, context.On(shaded));
            }
        }

        return new WordCell(column, span, continues, false, string.Join('\n', lines.Where(l => l.Length > 0)));
    }

    private void Content(SafeXml xml, string name, List<string> lines, WordParagraphContext ground)
    {
        switch (name)
        {
            case "p":
                var paragraph = new WordRuns(source, ground).Read(xml);
                lines.Add(paragraph.Text);
                lines.AddRange(paragraph.Boxes);
                if (paragraph.Notes.Count > 0)
                {
                    _withNotes.Add(paragraph);
                }

                break;
            case "tbl":
                var (grid, _) = new WordTable(source, ground).Read(xml, 1);
                lines.AddRange(TableRows.Of(grid, _ => new BlockLocator(1)).Select(r => r.Text));
                break;
            case "sdt" or "sdtContent" or "ins":
                foreach (var child in xml.Children())
                {
                    Content(xml, child, lines, ground);
                }

                break;
            default: break;
        }
    }

    private TableGrid Grid(int firstBlock)
    {
        var grid = new TableGrid();
        for (var r = 0; r < _rows.Count; r++)
        {
            foreach (var cell in _rows[r].Where(c => !c.Continues))
            {
                var down = 1;
                while (r + down < _rows.Count && _rows[r + down].Exists(c => c.Continues && c.Column == cell.Column))
                {
                    down++;
                }

                grid.Put(r, cell.Column, new GridCell(cell.Text, new BlockLocator(firstBlock + r), down, cell.Span, cell.Header));
            }
        }

        return grid;
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    private sealed record WordCell(int Column, int Span, bool Continues, bool Header, string Text);
}
