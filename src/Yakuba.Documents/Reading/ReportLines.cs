using System.Globalization;

namespace Yakuba.Documents;

/// <summary>Words the report for a clerk.</summary>
internal static class ReportLines
{
    /// <summary>More places than this are counted, not listed; a page that could not be read is always listed.</summary>
    private const int Listed = 20;

    internal static IReadOnlyList<string> Of(ReadingReport report)
    {
        var lines = new List<string> { Summary(report) };
        lines.AddRange(Doubts(report));
        lines.AddRange(report.AttachedDoubts.Select(d => $"{d.Where}: {d.What}"));
        if (report.ReplacementCharacters > 0)
        {
            lines.Add(Invariant($"読み取れない文字が{report.ReplacementCharacters}字あります（「�」で残しました）。"));
        }

        if (report.PrivateUseCharacters > 0)
        {
            lines.Add(Invariant($"外字（私用領域の文字）が{report.PrivateUseCharacters}字あります。表示は作成者の外字フォントによります。"));
        }

        lines.AddRange(report.Hidden.Take(Listed).Select(h =>
            Invariant($"見えない文字を除きました（{h.Way}{(h.Where.Length > 0 ? "、" + h.Where : "")}、{h.Characters}字）:「{h.Sample}」")));
        if (report.Hidden.Count > Listed)
        {
            lines.Add(Invariant($"見えない文字はほかに{report.Hidden.Count - Listed}か所あります。"));
        }

        lines.AddRange(report.Skipped.Select(s => $"読み込まなかったもの: {s.What}（{s.Why}）"));
        return lines;
    }

    /// <summary>Pages that were not read, or that may be read wrongly.</summary>
    internal static List<string> Doubts(ReadingReport report)
    {
        var lines = new List<string>();
        if (report.PagesNotRead.Count > 0)
        {
            lines.Add($"文字を読み取れなかったページ: {Pages(report.PagesNotRead)}。原本を確かめ、文字の入った版があれば差し替えてください。");
        }

        foreach (var page in report.PagesRecognised.Take(Listed))
        {
            lines.Add(Invariant($"{page.Page}ページは画像から読み取った文字（認識文字、確信度{page.Confidence}）です。氏名や数字は原本で確かめてください。"));
        }

        if (report.PagesRecognised.Count > Listed)
        {
            lines.Add(Invariant($"ほか{report.PagesRecognised.Count - Listed}ページも認識文字です。"));
        }

        if (report.PagesDoubtful.Count > 0)
        {
            lines.Add($"文字が正しく取り出せていない疑いのあるページ: {Pages(report.PagesDoubtful)}。");
        }

        return lines;
    }

    private static string Summary(ReadingReport report)
    {
        var parts = new List<string>();
        Add(report.PagesRead, "ページ");
        Add(report.Articles, "条");
        Add(report.Tables, "表");
        Add(report.FaqEntries, "件の質問と回答");
        parts.Add(Invariant($"{report.Characters:N0}字"));
        var charset = report.Charset is { } name ? $"、文字コード {name}" : "";
        return $"{report.FileName}: {string.Join("・", parts)}を読み取りました{charset}。";

        void Add(int count, string unit)
        {
            if (count > 0)
            {
                parts.Add(Invariant($"{count:N0}{unit}"));
            }
        }
    }

    /// <summary>"1、3〜5、9".</summary>
    private static string Pages(IReadOnlyList<int> pages)
    {
        var runs = new List<string>();
        for (var i = 0; i < pages.Count;)
        {
            var end = i;
            while (end + 1 < pages.Count && pages[end + 1] == pages[end] + 1)
            {
                end++;
            }

            runs.Add(end == i ? Invariant($"{pages[i]}") : Invariant($"{pages[i]}〜{pages[end]}"));
            i = end + 1;
        }

        return string.Join("、", runs);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
