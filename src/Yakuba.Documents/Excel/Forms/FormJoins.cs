namespace Yakuba.Documents;

/// <summary>Puts together what a form draws in pieces: a box for each digit, a day in seven cells, boxes to tick beside their words.</summary>
internal sealed class FormJoins(Sheet sheet)
{
    private const int LeastBoxes = 3;

    /// <summary>Columns of grid paper that may lie empty between the pieces of a day.</summary>
    private const int Gap = 5;

    /// <summary>Width of all columns of a box for one character, at most, in half-width characters.</summary>
    private const double BoxWidth = 5;

    /// <summary>The cells, in reading order, with their pieces put together.</summary>
    internal List<FormCell> Of(List<FormCell> cells)
    {
        var circles = cells.Exists(c => c.Text.AsSpan().IndexOfAny("○〇◯") >= 0);
        return Eras([.. cells.GroupBy(c => c.Row).SelectMany(row => Pieces(Choices(Circles(Boxes([.. row.OrderBy(c => c.Column)]), circles))))]);
    }

    /// <summary>Boxes of one character each, with dashes between some: one number.</summary>
    private List<FormCell> Boxes(List<FormCell> row)
    {
        var joined = new List<FormCell>();
        for (var i = 0; i < row.Count; i++)
        {
            var end = i;
            var boxes = IsOneBox(row[i]) ? 1 : 0;
            while (boxes > 0 && end + 1 < row.Count && row[end].Touches(row[end + 1]) && (IsOneBox(row[end + 1]) || (IsDash(row[end + 1].Text) && end + 2 < row.Count && IsOneBox(row[end + 2]))))
            {
                boxes += IsDash(row[++end].Text) ? 0 : 1;
            }

            if (boxes < LeastBoxes)
            {
                joined.Add(row[i]);
                continue;
            }

            var run = row[i..(end + 1)];
            var filled = run.Any(c => !c.IsEmpty && !IsDash(c.Text));
            joined.Add(row[i].To(row[end], filled ? string.Concat(run.Select(c => c.Text)) : ""));
            i = end;
        }

        return joined;
    }

    /// <summary>Words with a narrow cell before each, in a form that asks for circles or has some: choices.</summary>
    private List<FormCell> Circles(List<FormCell> row, bool circles)
    {
        var joined = new List<FormCell>();
        for (var i = 0; i < row.Count; i++)
        {
            var end = i;
            while (end + 1 < row.Count && IsCirclePlace(row[end]) && row[end].Touches(row[end + 1]) && !row[end + 1].IsEmpty && !FormWords.IsAfter(row[end + 1].Text)
                && (end == i || row[end - 1].Touches(row[end])))
            {
                end += 2;
            }

            var run = row[i..end];
            if (circles && run.Count >= 4)
            {
                joined.Add(run[0].To(run[^1], string.Join('　', run.Chunk(2).Select(p => (IsCircle(p[0].Text) ? "☑" : "□") + p[1].Text))));
                i = end - 1;
            }
            else
            {
                joined.Add(row[i]);
            }
        }

        return joined;
    }

    /// <summary>A box in a cell of its own joins the word right of it; choices beside each other are one field.</summary>
    private static List<FormCell> Choices(List<FormCell> row)
    {
        var joined = new List<FormCell>();
        foreach (var cell in row)
        {
            if (joined is [.., var last] && last.Touches(cell) && !cell.IsEmpty && FormWords.IsBox(last.Text) && !FormWords.HasBox(cell.Text))
            {
                joined[^1] = last.To(cell, (last.Text is "レ" or "✓" or "✔" ? "☑" : last.Text) + cell.Text);
            }
            else
            {
                joined.Add(cell);
            }
        }

        for (var i = joined.Count - 2; i >= 0; i--)
        {
            if (joined[i].Touches(joined[i + 1]) && StartsWithBox(joined[i].Text) && StartsWithBox(joined[i + 1].Text))
            {
                joined[i] = joined[i].To(joined[i + 1], $"{joined[i].Text}　{joined[i + 1].Text}");
                joined.RemoveAt(i + 1);
            }
        }

        return joined;
    }

    /// <summary>Pieces of a day, a time or an amount: 令和 8 年 4 月 1 日, 金 90000 円, 第 12 号.</summary>
    private static List<FormCell> Pieces(List<FormCell> row)
    {
        var joined = new List<FormCell>();
        for (var i = 0; i < row.Count; i++)
        {
            var (text, end) = FormPieces.From(row, i, Gap);
            joined.Add(end > i ? row[i].To(row[end], text) : row[i]);
            i = Math.Max(i, end);
        }

        return joined;
    }

    /// <summary>The era that is ticked above a day belongs to it.</summary>
    private static List<FormCell> Eras(List<FormCell> cells)
    {
        foreach (var era in cells.Where(c => FormWords.HasBox(c.Text) && FormChoices.All(c.Text, FormWords.IsEra)).ToList())
        {
            var day = cells.FindIndex(c => c.Row == era.LastRow + 1 && c.Column == era.Column && c.Text.Contains('年', StringComparison.Ordinal) && c.Text.EndsWith('日'));
            if (day >= 0)
            {
                cells[cells.IndexOf(era)] = era with { LastRow = cells[day].LastRow, Text = FormChoices.Only(era.Text) + cells[day].Text };
                cells.RemoveAt(day);
            }
        }

        return cells;
    }

    private bool IsOneBox(FormCell cell) =>
        cell is { Boxed: true, Text.Length: <= 1 } && cell.Row == cell.LastRow && Width(cell) <= BoxWidth && (cell.IsEmpty || IsBoxCharacter(cell.Text[0]));

    private bool IsCirclePlace(FormCell cell) => cell.Boxed && (cell.IsEmpty || IsCircle(cell.Text)) && Width(cell) <= BoxWidth;

    private double Width(FormCell cell) => Enumerable.Range(cell.Column, cell.LastColumn - cell.Column + 1).Sum(sheet.Width);

    private static bool IsBoxCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ァ' and <= 'ヿ') or (>= '｡' and <= 'ﾟ') or '゛' or '゜';

    private static bool IsDash(string text) => text is "－" or "-" or "ー" or "―" or "‐" or "−" or "（" or "）" or "(" or ")";

    private static bool IsCircle(string text) => text is "○" or "〇" or "◯" or "◎" or "レ" or "✓" or "✔";

    private static bool StartsWithBox(string text) => text.Length > 1 && FormWords.IsBox(text[..1]) && text[0] != 'レ';
}
