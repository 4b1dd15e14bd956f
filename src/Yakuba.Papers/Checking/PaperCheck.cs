namespace Yakuba.Papers;

/// <summary>Says whether a paper can be written: everything in range, tables square, not too large. The writers ask it first.</summary>
public static class PaperCheck
{
    /// <summary>Most lines and rows of one paper.</summary>
    public const int MostLines = 20_000;

    /// <summary>Most characters (UTF-16 code units) of one paper.</summary>
    public const long MostCharacters = 2_000_000;

    private const int MostColumns = 63; // what Word allows
    private const double MostIndent = 40;

    /// <summary>Others have a place on the page of their own, or a number that runs through the paper.</summary>
    private static readonly LineRole[] s_inCells = [LineRole.Body, LineRole.Flush, LineRole.Bullet, LineRole.Labelled, LineRole.Note];

    /// <returns>The first thing that is wrong; null when nothing is.</returns>
    public static PaperProblem? Of(Paper paper)
    {
        if (paper.Blocks.Count == 0)
        {
            return PaperProblems.Empty;
        }

        if (paper.Blocks.Select(HasHole).ToList().IndexOf(true) is var hole and >= 0)
        {
            return PaperProblems.Value(hole + 1, "null");
        }

        var lines = paper.Blocks.Count + paper.Blocks.OfType<PaperTable>().Sum(t => t.Rows.Sum(r => 1 + r.Cells.Sum(c => c.Lines.Count)));
        if (lines > MostLines)
        {
            return PaperProblems.TooMany(lines, MostLines);
        }

        var characters = paper.Lines.Sum(l => l.Label.Length + l.Runs.Sum(r => (long)r.Text.Length + r.Ruby.Length + r.Source.Length));
        return characters > MostCharacters ? PaperProblems.TooLong(characters, MostCharacters)
            : !IsPage(paper.Page) || !Enum.IsDefined(paper.PageNumbers) || !Enum.IsDefined(paper.Kind) ? PaperProblems.Page
            : paper.Blocks.Select((b, i) => Block(b, i + 1)).FirstOrDefault(p => p is not null);
    }

    // JSON may put null where the types have none.
    private static bool HasHole(PaperBlock? block) => block switch
    {
        null => true,
        PaperLine line => HasHole(line.Runs),
        PaperTable table => HasHole(table.Rows) || table.Rows.Any(r => HasHole(r.Cells) || r.Cells.Any(c => HasHole(c.Lines) || c.Lines.Any(HasHole))),
        _ => false,
    };

    private static bool HasHole<T>(IReadOnlyList<T?> list)
        where T : class => list.Any(one => one is null);

    private static bool IsPage(PageSetup page) =>
        page is { Width: >= 50 and <= 600, Height: >= 50 and <= 600, Top: >= 0, Bottom: >= 0, Left: >= 0, Right: >= 0, FontPoints: >= 6 and <= 36, CharactersPerLine: >= 5, LinesPerPage: >= 1 }
        && page.Top + page.Bottom < page.Height && page.Left + page.Right < page.Width
        && page.CharacterPitch >= page.FontPoints * 0.9 && page.LinePitch >= page.FontPoints
        && page.Font is { Length: > 0 and <= 60 } && page.HeadingFont is { Length: > 0 and <= 60 };

    private static PaperProblem? Block(PaperBlock block, int place) => block switch
    {
        _ when !Enum.IsDefined(block.Change) => PaperProblems.Value(place, nameof(block.Change)),
        PaperLine line => Line(line, place),
        PaperTable table => !IsSquare(table) ? PaperProblems.Table(place)
            : table.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Lines).Select(l => s_inCells.Contains(l.Role) ? Line(l, place) : PaperProblems.InCell(place)).FirstOrDefault(p => p is not null),
        _ => PaperProblems.Value(place, "block"),
    };

    private static bool IsSquare(PaperTable table) =>
        table.Columns.Count is >= 1 and <= MostColumns && table.Columns.All(c => c is > 0 and < 1_000_000) && table.Rows.Count > 0
        && table.Rows.All(r => r.Height is >= 0 and <= 500 && Enum.IsDefined(r.Change) && r.Cells.All(c => c.Span is >= 1 and <= MostColumns && Enum.IsDefined(c.Alignment)) && r.Cells.Sum(c => c.Span) == table.Columns.Count)
        && !table.Rows.SkipWhile(r => r.IsHeader).Any(r => r.IsHeader);

    private static PaperProblem? Line(PaperLine line, int place)
    {
        var (least, most) = line.Role switch
        {
            LineRole.Item or LineRole.ItemBody => (1, PaperLine.DeepestItem),
            LineRole.Subheading => (1, 3),
            _ => (0, PaperLine.DeepestItem),
        };
        return !Enum.IsDefined(line.Role) ? PaperProblems.Value(place, nameof(line.Role))
            : line.Level < least || line.Level > most ? PaperProblems.ItemLevel(place, line.Level)
            : line.LabelWidth is < 0 or > 20 ? PaperProblems.Value(place, nameof(line.LabelWidth))
            : line.Indent is not (>= 0 and <= MostIndent) || line.FirstLine is not (null or (>= -MostIndent and <= MostIndent)) || line.Indent + line.FirstLine < 0 ? PaperProblems.Value(place, nameof(line.Indent))
            : line.Runs.Any(r => r.Spread is < 0 or > 40 || r.Ruby.Length > 200 || !Enum.IsDefined(r.Change) || ((int)r.Marks & ~7) != 0) ? PaperProblems.Value(place, nameof(line.Runs))
            : null;
    }
}
