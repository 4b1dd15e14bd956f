using System.Text;

namespace Yakuba.Documents;

/// <summary>Finds a day, a time or an amount that is written in several cells of a row.</summary>
internal static class FormPieces
{
    /// <summary>Room to write a number into, in the text of a field that is not filled in.</summary>
    private const string Room = "　";

    /// <param name="row">Cells of a row from the left.</param>
    /// <param name="first">Where to begin.</param>
    /// <param name="gap">Columns that may lie between two pieces.</param>
    /// <returns>The text of the whole, and its last cell; the first cell itself when nothing begins there.</returns>
    internal static (string Text, int Last) From(List<FormCell> row, int first, int gap)
    {
        var text = new StringBuilder();
        var (i, last, marks) = (first, first - 1, 0);
        while (i < row.Count && (i == first || IsNear(row[i - 1], row[i], gap)))
        {
            if (Lead(row[i]) is { } lead)
            {
                text.Append(lead);
                marks += FormWords.IsBefore(row[i].Text) ? 1 : 0;
                last = i++;
                continue;
            }

            var isNumber = row[i].IsEmpty || FormWords.IsDigits(row[i].Text);
            var marked = isNumber && i + 1 < row.Count && IsNear(row[i], row[i + 1], gap) && FormWords.IsAfter(row[i + 1].Text);
            if (marked || (!row[i].IsEmpty && FormWords.IsAfter(row[i].Text) && (i > first || IsDayPart(row, i, gap))))
            {
                var mark = marked ? i + 1 : i;
                var bare = FormRows.Flat(row[mark].Text);
                text.Append(marked && !row[i].IsEmpty ? row[i].Text : bare is "年" or "月" or "日" or "時" or "分" or "円" or "号" ? Room : "").Append(bare);
                (marks, last, i) = (marks + 1, mark, mark + 1);
                if (FormWords.EndsField(bare) || (bare == "日" && BeginsDay(row, i, gap)))
                {
                    break;
                }

                continue;
            }

            if (isNumber && last >= first && FormWords.IsBefore(row[last].Text))
            {
                text.Append(row[i].IsEmpty ? Room : row[i].Text);
                last = i++;
            }

            break;
        }

        return marks > 0 && last > first ? (text.ToString(), last) : ("", first);
    }

    /// <summary>What stands before a number: 令和, 金, or the era that is ticked.</summary>
    private static string? Lead(FormCell cell) =>
        FormWords.IsEra(cell.Text) || FormWords.IsBefore(cell.Text) ? FormRows.Flat(cell.Text)
        : FormWords.HasBox(cell.Text) && FormChoices.All(cell.Text, FormWords.IsEra) ? FormChoices.Only(cell.Text) ?? ""
        : null;

    /// <summary>年, 月 and 日 with room between them and nothing in it: a day that nobody has written.</summary>
    private static bool IsDayPart(List<FormCell> row, int at, int gap) =>
        FormRows.Flat(row[at].Text) is "年" or "月" or "時" && at + 1 < row.Count && IsNear(row[at], row[at + 1], gap) && FormRows.Flat(row[at + 1].Text) is "月" or "日" or "分";

    /// <summary>Another day begins: its era, or a number before 年.</summary>
    private static bool BeginsDay(List<FormCell> row, int at, int gap) =>
        at < row.Count && (FormWords.IsEra(row[at].Text) || (at + 1 < row.Count && IsNear(row[at], row[at + 1], gap) && FormRows.Flat(row[at + 1].Text) == "年"));

    private static bool IsNear(FormCell one, FormCell next, int gap) => next.Column - one.LastColumn - 1 is >= 0 and var free && free <= (one.Boxed && next.Boxed ? 0 : gap);
}
