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

        // What was taken out keeps its words alone: Word has no deleted text above or below a reading.
        return marks.Around(change, [run.Ruby.Length > 0 && change != PaperChange.Deleted ? Ruby(text, PrintableText.OneLine(run.Ruby), run.Marks) : Fitted(text, run, change)]);
    }

    /// <summary>A label, spread over its column, and the tab after it.</summary>
    internal IEnumerable<XElement> Label(PaperLine line)
    {
        var label = new PaperRun(PrintableText.OneLine(line.Label)) { Spread = LinePlace.LabelWidth(line) };
        return marks.Around(line.Change, [Fitted(label.Text, label, line.Change), Run("\t", Properties(RunMarks.None), line.Change)]);
    }

    /// <summary>均等割付: Word sets the letters apart itself. The text stays whole for those who search it.</summary>
    private XElement Fitted(string text, PaperRun run, PaperChange change) => Run(text, Properties(run.Marks, run.Spread > TextWidth.Of(text) && text.EnumerateRunes().Count() > 1
        ? E("fitText", A("val", Twips(run.Spread * page.CharacterPitch)), A("id", ++_fit))
        : null), change);

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

    private XElement Ruby(string text, string reading, RunMarks runMarks) => E("r", E("ruby",
        E("rubyPr",
            V("rubyAlign", "distributeSpace"), V("hps", (int)page.FontPoints), V("hpsRaise", (int)(page.FontPoints * 2) - 4), V("hpsBaseText", WordStyle.HalfPoints(page.FontPoints)), V("lid", "ja-JP")),
        E("rt", E("r", E("rPr", E("rFonts", A("hint", "eastAsia")), V("sz", (int)page.FontPoints)), E("t", reading))),
        E("rubyBase", Run(text, Properties(runMarks), PaperChange.None))));

    private static XElement Properties(RunMarks marks, XElement? fit = null) => E("rPr",
        E("rFonts", A("hint", "eastAsia")),
        marks.HasFlag(RunMarks.Bold) ? new[] { E("b"), E("bCs") } : null,
        fit is null ? null : V("kern", 0),
        marks.HasFlag(RunMarks.Underline) ? V("u", "single") : null,
        fit,
        marks.HasFlag(RunMarks.Dots) ? V("em", "comma") : null);
}
