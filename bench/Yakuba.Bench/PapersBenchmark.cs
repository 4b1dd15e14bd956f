using System.Diagnostics;
using System.Globalization;
using Yakuba.Papers;

namespace Yakuba.Bench;

/// <summary>How long a document of some pages takes to be written as DOCX and HTML and to be compared: the first time in this process, and then the median.</summary>
internal static class PapersBenchmark
{
    private const int LinesOnPage = 36;

    internal static int Run(string[] args)
    {
        var pages = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20;
        var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 50;
        var paper = Make(pages, "");
        var changed = Make(pages, "改めた");
        Console.WriteLine($"{pages} pages, {paper.Lines.Sum(l => l.Text.Length):N0} characters, {rounds} rounds");
        Time("DOCX", rounds, () => ((WrittenPaper)DocxWriter.Write(paper)).Content.Length);
        Time("HTML", rounds, () => ((WrittenPaper)HtmlWriter.Write(paper)).Content.Length);
        Time("compared, as DOCX with tracked changes", rounds, () => ((WrittenPaper)DocxWriter.Write(PaperComparison.Between(paper, changed))).Content.Length);
        return 0;
    }

    private static void Time(string what, int rounds, Func<int> write)
    {
        var times = new List<double>();
        var bytes = 0;
        for (var i = 0; i <= rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            bytes = write();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        var first = times[0];
        times.RemoveAt(0);
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: first {first:0.0} ms, median {times[times.Count / 2]:0.0} ms, most {times[^1]:0.0} ms, {bytes:N0} bytes"));
    }

    /// <summary>Half text in paragraphs of three lines, a fifth tables, the rest items of all levels.</summary>
    private static Paper Make(int pages, string put)
    {
        var blocks = new List<PaperBlock> { PaperLine.Of(LineRole.Subject, "事業の実施状況について（報告）") };
        for (var page = 0; page < pages; page++)
        {
            blocks.Add(PaperLine.Item(1, $"第{page}期の状況"));
            for (var i = 0; i < LinesOnPage / 6; i++)
            {
                blocks.Add(PaperLine.Of(LineRole.Body, $"この事業は、地域の実情に応じて{(i == 2 ? put : "")}実施するものであり、前年度の実績は{page * 7}件、今年度の見込みは{(page * 9) + i}件となっています。関係する課と協議の上、次の期間の計画を定めます。"));
            }

            blocks.Add(new PaperTable([2, 1, 1], [PaperRow.Header("区分", "前年度", "今年度"), .. Enumerable.Range(0, LinesOnPage / 6).Select(r => PaperRow.Of($"区分{r}{(r == 1 ? put : "")}", $"{page * r}", $"{page + r}"))]));
            for (var i = 0; i < LinesOnPage / 4; i++)
            {
                blocks.Add(PaperLine.Item((i % 6) + 2, $"項目の内容は、要綱第{i}条によります。"));
            }
        }

        return new Paper("事業の実施状況について（報告）", PaperKind.Report, blocks);
    }
}
