using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Takes footnotes out of the foot of a page: small lines that begin with a mark which stands raised in the text above.</summary>
internal static partial class PdfFootnotes
{
    /// <summary>Size of a note, in sizes of the text, at most; of a raised mark; and how far a mark is raised, at least.</summary>
    private const double SmallNote = 0.93, SmallMark = 0.88, Raised = 0.15;

    /// <returns>The page with its marks in brackets, so that a figure before a mark stays what it is, and the notes from the top.</returns>
    internal static (PdfPage Page, List<PdfFootnote> Notes) TakeOut(PdfPage page)
    {
        var marks = page.Blocks.SelectMany(b => b.Lines).SelectMany(l => l.Words.Where((_, i) => IsMark(l, i))).ToHashSet();
        if (marks.Count == 0)
        {
            return (page, []);
        }

        var body = Body(page);
        var lowest = marks.Max(m => m.Box.Bottom);
        var foot = page.Blocks.SelectMany(b => b.Lines).Where(l => l.Box.Top > lowest && Height(l) <= SmallNote * body).OrderBy(l => l.Box.Top).ToList();
        var notes = Notes(foot, [.. marks.Select(m => m.Text.Trim())]);
        if (notes.Count == 0)
        {
            return (page, []);
        }

        var named = notes.Select(n => n.Note.Mark).ToHashSet();
        var taken = notes.SelectMany(n => n.Lines).ToHashSet<PdfLine>(ReferenceEqualityComparer.Instance);
        var blocks = page.Blocks.Select(b => b.Lines.Where(l => !taken.Contains(l)).Select(l => Bracketed(l, marks, named)).ToList())
            .Where(l => l.Count > 0).Select(l => new PdfBlock(PdfBoxes.Around(l.Select(x => x.Box)), l)).ToList();
        return (page with { Blocks = blocks }, [.. notes.Select(n => n.Note)]);
    }

    private static List<(PdfFootnote Note, List<PdfLine> Lines)> Notes(List<PdfLine> foot, HashSet<string> marks)
    {
        var notes = new List<(PdfFootnote, List<PdfLine>)>();
        var lines = new List<PdfLine>();
        var mark = "";
        foreach (var line in foot)
        {
            var begins = Begin().Match(line.Text);
            if (begins.Success && marks.Contains(begins.Groups["mark"].Value))
            {
                End();
                (lines, mark) = ([line], begins.Groups["mark"].Value);
            }
            else if (lines.Count > 0 && line.Box.Top - lines[^1].Box.Bottom < 1.2 * lines[^1].Size)
            {
                lines.Add(line);
            }
        }

        End();
        return notes;

        void End()
        {
            if (lines.Count > 0)
            {
                var text = TextCleaning.TrimBlank(PdfText.Join(lines)[mark.Length..]);
                notes.Add((new PdfFootnote(mark, text, PdfBoxes.Around(lines.Select(l => l.Box))), lines));
            }
        }
    }

    /// <summary>A small word above the line on which the word before it stands.</summary>
    private static bool IsMark(PdfLine line, int at)
    {
        var (word, height) = (line.Words[at], line.Words.Max(w => w.Box.Bottom - w.Box.Top));
        return at > 0 && Mark().IsMatch(word.Text) && !IsPower(line.Words[at - 1].Text, word.Text.Trim()) && word.Box.Bottom - word.Box.Top <= SmallMark * height && line.Words[at - 1].Box.Bottom - word.Box.Bottom >= Raised * height;
    }

    /// <summary>Square or cubic metres.</summary>
    private static bool IsPower(string before, string mark) => mark is "2" or "3" or "２" or "３" && Metre().IsMatch(before);

    private static PdfLine Bracketed(PdfLine line, HashSet<PdfWord> marks, HashSet<string> named) =>
        !line.Words.Any(w => marks.Contains(w) && named.Contains(w.Text.Trim())) ? line
        : new PdfLine(line.Box, [.. line.Words.Select(w => marks.Contains(w) && named.Contains(w.Text.Trim()) ? w with { Text = $"（{Shown(w.Text.Trim())}）" } : w)]);

    /// <summary>A mark as words: a bare number is 注 with that number.</summary>
    internal static string Shown(string mark) => char.IsDigit(mark[0]) ? "注" + mark : mark;

    /// <summary>The size of most letters.</summary>
    private static double Body(PdfPage page) =>
        page.Blocks.SelectMany(b => b.Lines).GroupBy(l => Math.Round(Height(l))).MaxBy(g => g.Sum(l => l.Text.Length))!.Average(Height);

    private static double Height(PdfLine line) => line.Words.MaxBy(w => w.Text.Length) is var longest ? longest.Box.Bottom - longest.Box.Top : 0;

    [GeneratedRegex(@"(?<![A-Za-zＡ-Ｚａ-ｚ])(?:[kcmｋｃｍ]?[mｍ]|㎞|㎝|㎜)\s*$")]
    private static partial Regex Metre();

    [GeneratedRegex(@"^\s*(?:[※＊*†‡]?[0-9０-９]{1,3}|[※＊*†‡]|注[0-9０-９]{0,2})\s*$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?<mark>[※＊*†‡]?[0-9０-９]{1,3}|[※＊*†‡]|注[0-9０-９]{0,2})(?![0-9０-９,.，．年月日円])")]
    private static partial Regex Begin();
}
