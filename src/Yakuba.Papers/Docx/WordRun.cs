using System.Xml.Linq;
using static Yakuba.Papers.Word;

namespace Yakuba.Papers;

/// <summary>Writes the runs of a line.</summary>
/// <param name="page">Gives sizes.</param>
/// <param name="marks">Writes changes.</param>
internal sealed class WordRun(PageSetup page, WordChanges marks)
{
    private int _fit;

    /// <summary>The elements of one run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="whole">What happened to the block that it stands in.</param>
    internal IEnumerable<XElement> Elements(PaperRun run, PaperChange whole)
    {
        var change = whole != PaperChange.None ? whole : run.Change;
        var text = PrintableText.Of(run.Text);
        if (text.Length == 0)
        {
            return [];
        }

        var runs = run.Spread > TextWidth.Of(text) && text.EnumerateRunes().Count() > 1 ? Spread(text, run)
            : run.Ruby.Length > 0 && change == PaperChange.None ? [Ruby(text, PrintableText.OneLine(run.Ruby), run.Marks)]
            : [Run(text, Properties(run.Marks), change)];
        return marks.Around(change, runs);
    }

    /// <summary>A label, spread over its column, and the tab after it.</summary>
    internal IEnumerable<XElement> Label(PaperLine line)
    {
        var text = PrintableText.OneLine(line.Label);
        return marks.Around(line.Change, [.. Elements(new PaperRun(text) { Spread = LinePlace.LabelWidth(line) }, PaperChange.None), Run("\t", Properties(RunMarks.None), line.Change)]);
    }

    /// <summary>w:r with its text; line feeds and tabs become elements.</summary>
    private static XElement Run(string text, XElement properties, PaperChange change)
    {
        var run = E("r", properties);
        var from = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('\n' or '\t'))
            {
                continue;
            }

            if (i > from)
            {
                run.Add(E(change == PaperChange.Deleted ? "delText" : "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text[from..i]));
            }

            if (i < text.Length)
            {
                run.Add(E(text[i] == '\n' ? "br" : "tab"));
            }

            from = i + 1;
        }

        return run;
    }

    // As Word writes it: the letters are set apart, the last one is not, and both name one fitted width.
    private IEnumerable<XElement> Spread(string text, PaperRun run)
    {
        var letters = text.EnumerateRunes().Select(r => r.ToString()).ToList();
        var width = run.Spread * page.CharacterPitch;
        var gap = (width - (TextWidth.Of(text) * page.CharacterPitch)) / (letters.Count - 1);
        var id = ++_fit;
        return
        [
            Run(string.Concat(letters.SkipLast(1)), Properties(run.Marks, V("spacing", Twips(gap)), V("kern", 0), Fit()), run.Change),
            Run(letters[^1], Properties(run.Marks, V("spacing", 0), V("kern", 0), Fit()), run.Change),
        ];

        XElement Fit() => E("fitText", A("val", Twips(width)), A("id", id));
    }

    private XElement Ruby(string text, string reading, RunMarks runMarks) => E("r", E("ruby",
        E("rubyPr",
            V("rubyAlign", "distributeSpace"), V("hps", (int)page.FontPoints), V("hpsRaise", (int)(page.FontPoints * 2) - 4), V("hpsBaseText", WordStyle.HalfPoints(page.FontPoints)), V("lid", "ja-JP")),
        E("rt", E("r", E("rPr", E("rFonts", A("hint", "eastAsia")), V("sz", (int)page.FontPoints)), E("t", reading))),
        E("rubyBase", Run(text, Properties(runMarks), PaperChange.None))));

    private static XElement Properties(RunMarks marks, params XElement[] spread)
    {
        // In the order of the schema.
        var (spacing, fit) = (spread.Take(2), spread.Skip(2));
        return E("rPr",
            E("rFonts", A("hint", "eastAsia")),
            marks.HasFlag(RunMarks.Bold) ? new[] { E("b"), E("bCs") } : null,
            spacing,
            marks.HasFlag(RunMarks.Underline) ? V("u", "single") : null,
            fit,
            marks.HasFlag(RunMarks.Dots) ? V("em", "comma") : null);
    }
}
