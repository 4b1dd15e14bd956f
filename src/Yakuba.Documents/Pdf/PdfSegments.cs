using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Regroups blocks of poppler: a hanging number joins its text, a line across columns is divided at its gaps.</summary>
internal static partial class PdfSegments
{
    private const int LongestLabel = 8;

    /// <summary>Joins a block that is only a number or mark to the text beside it.</summary>
    internal static List<PdfBlock> JoinLabels(IReadOnlyList<PdfBlock> blocks)
    {
        var result = blocks.ToList();
        for (var i = 0; i < result.Count; i++)
        {
            var label = result[i];
            if (label.Lines.Count != 1 || label.Lines[0].Text.Length > LongestLabel || !Label().IsMatch(label.Lines[0].Text.Trim()))
            {
                continue;
            }

            var size = label.Lines[0].Size;
            var beside = result.FindIndex(b => !ReferenceEquals(b, label)
                && Math.Abs(b.Lines[0].Box.Top - label.Box.Top) < size * 0.4
                && b.Box.Left >= label.Box.Right - 2 && b.Box.Left < label.Box.Right + (3 * size)
                && b.Lines[0].Text.Length > LongestLabel);
            if (beside >= 0)
            {
                result[beside] = Joined(label, result[beside]);
                result.RemoveAt(i);
                i--;
            }
        }

        return result;
    }

    /// <summary>Divides a block at wide gaps when any of its lines has one that a column border could be.</summary>
    internal static IEnumerable<PdfBlock> Split(PdfBlock block)
    {
        var parts = block.Lines.Select(Parts).ToList();
        if (parts.TrueForAll(p => p.Count == 1) || block.Lines.Count > 4)
        {
            return [block];
        }

        return parts.SelectMany(p => p).Select(line => new PdfBlock(line.Box, [line]));
    }

    /// <summary>Letters set far apart, one a block, are one name: 品　　名.</summary>
    internal static void JoinSpacedLetters(List<PdfBlock> row)
    {
        for (var i = 0; i + 1 < row.Count; i++)
        {
            var (left, right) = (row[i], row[i + 1]);
            if (IsLetter(right) && left.Lines.Count == 1 && IsLetter(left.Lines[0].Text[^1]) && (IsLetter(left) || left.Lines[0].Words.All(w => w.Text.Length == 1))
                && right.Box.Left - left.Box.Right < 9 * left.Lines[0].Size)
            {
                var line = new PdfLine(PdfBoxes.Around([left.Box, right.Box]), [.. left.Lines[0].Words, .. right.Lines[0].Words]);
                row[i] = new PdfBlock(line.Box, [line]);
                row.RemoveAt(i + 1);
                i--;
            }
        }
    }

    private static bool IsLetter(PdfBlock block) => block.Lines is [{ Text: [var only] }] && IsLetter(only);

    private static bool IsLetter(char c) => c is >= '\u3041' and <= '\u9FFF';

    private static PdfBlock Joined(PdfBlock label, PdfBlock text)
    {
        var first = text.Lines[0];
        var line = new PdfLine(PdfBoxes.Around([label.Box, first.Box]), [.. label.Lines[0].Words.SkipLast(1), label.Lines[0].Words[^1] with { Text = label.Lines[0].Words[^1].Text + "　" }, .. first.Words]);
        return new PdfBlock(PdfBoxes.Around([label.Box, text.Box]), [line, .. text.Lines.Skip(1)]);
    }

    /// <summary>A line divided at its wide gaps.</summary>
    internal static List<PdfLine> Parts(PdfLine line)
    {
        var parts = new List<List<PdfWord>> { new() };
        for (var i = 0; i < line.Words.Count; i++)
        {
            var gap = i == 0 ? 0 : line.Words[i].Box.Left - line.Words[i - 1].Box.Right;
            if (i > 0 && gap > line.Size * 0.9 && !Label().IsMatch(line.Words[i - 1].Text.Trim()))
            {
                parts.Add([]);
            }

            parts[^1].Add(line.Words[i]);
        }

        return [.. parts.Where(p => p.Count > 0).Select(p => new PdfLine(PdfBoxes.Around(p.Select(w => w.Box)), p))];
    }

    [GeneratedRegex(@"^(?:第[〇一二三四五六七八九十百千0-9０-９]+条(?:の[0-9０-９一二三四五六七八九十]+)*|[0-9０-９]{1,2}|[（(][0-9０-９一二三四五六七八九十ア-ンｱ-ﾝ]{1,2}[）)]|[①-⑳]|[一二三四五六七八九十]{1,2}|[イロハニホヘトチリヌア-オ]|[・●○■□◆◇※]+[0-9０-９]?|[0-9０-９]{1,2}[.．、])$")]
    private static partial Regex Label();
}
