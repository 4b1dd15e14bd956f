namespace Yakuba.Papers;

/// <summary>Writes the runs of a line as HTML.</summary>
internal static class HtmlText
{
    internal static void Line(Markup html, PaperLine line, string number)
    {
        if (number.Length > 0)
        {
            html.Tag("<span class=\"no\">").Text(number).Tag("</span>");
        }

        if (line.Label.Length > 0)
        {
            var width = LinePlace.LabelWidth(line);
            html.Tag($"<span class=\"label\" style=\"--w:{width + 1}\">");
            Run(html, new PaperRun(line.Label) { Spread = width });
            html.Tag("</span>");
        }

        foreach (var run in line.Runs)
        {
            var change = line.Change != PaperChange.None ? PaperChange.None : run.Change;
            html.Tag(change switch { PaperChange.Inserted => "<ins>", PaperChange.Deleted => "<del>", _ => "" });
            Run(html, run);
            html.Tag(change switch { PaperChange.Inserted => "</ins>", PaperChange.Deleted => "</del>", _ => "" });
        }
    }

    private static void Run(Markup html, PaperRun run)
    {
        var ends = new Stack<string>();
        if (run.Source.Length > 0)
        {
            html.Tag("<span").Attribute("data-source", run.Source).Tag(">");
            ends.Push("</span>");
        }

        if (run.Spread > TextWidth.Of(run.Text))
        {
            Open($"<span class=\"spread\" style=\"--w:{run.Spread}\">", "</span>");
        }

        if (run.Marks.HasFlag(RunMarks.Bold))
        {
            Open("<b>", "</b>");
        }

        if (run.Marks.HasFlag(RunMarks.Underline))
        {
            Open("<u>", "</u>");
        }

        if (run.Marks.HasFlag(RunMarks.Dots))
        {
            Open("<span class=\"dots\">", "</span>");
        }

        if (run.Ruby.Length > 0)
        {
            html.Tag("<ruby>").Text(run.Text).Tag("<rp>（</rp><rt>").Text(PrintableText.OneLine(run.Ruby)).Tag("</rt><rp>）</rp></ruby>");
        }
        else
        {
            html.Text(run.Text);
        }

        foreach (var end in ends)
        {
            html.Tag(end);
        }

        void Open(string start, string end)
        {
            html.Tag(start);
            ends.Push(end);
        }
    }
}
