using System.Globalization;
using Yakuba.Documents;

namespace Yakuba.Office.Library.ShowReadingReport;

/// <summary>The findings of a reading report, each with the place it opens. A page that could not be read is always listed.</summary>
internal static class ReportFindings
{
    internal static IReadOnlyList<ReportLine> Of(uint version, ReadingReport report) =>
    [
        new(ReportKind.Read, "", report.Lines[0]),
        .. report.PagesNotRead.Select(p => Page(ReportKind.Skipped, version, p, "文字を読み取れませんでした。原本を確かめ、文字の入った版があれば差し替えてください。")),
        .. report.PagesRecognised.Select(p => Page(
            ReportKind.Doubtful, version, p.Page, string.Create(CultureInfo.InvariantCulture, $"画像から読み取った文字（認識文字、確信度{p.Confidence}）です。氏名や数字は原本で確かめてください。"))),
        .. report.PagesDoubtful.Select(p => Page(ReportKind.Doubtful, version, p, "文字が正しく取り出せていない疑いがあります。原本と見比べてください。")),
        .. report.AttachedDoubts.Select(d => new ReportLine(ReportKind.Doubtful, d.Where, d.What)),
        .. Count(report.ReplacementCharacters, "読み取れない文字が{0}字あります（「�」で残しました）。"),
        .. Count(report.PrivateUseCharacters, "外字（私用領域の文字）が{0}字あります。表示は作成者の外字フォントによります。"),
        .. report.Hidden.Select(h => new ReportLine(
            ReportKind.Hidden, h.Where, string.Create(CultureInfo.InvariantCulture, $"紙では見えない文字を除きました（{h.Way}、{h.Characters}字）:「{h.Sample}」"))),
        .. report.Skipped.Select(s => new ReportLine(ReportKind.Skipped, s.What, s.Why)),
    ];

    private static ReportLine Page(ReportKind kind, uint version, int page, string message)
    {
        var place = new PageLocator(page, null);
        return new ReportLine(kind, place.ToLabel(), message, DocumentLinks.At(version, place.ToKey()));
    }

    private static IEnumerable<ReportLine> Count(long characters, string words) =>
        characters > 0 ? [new ReportLine(ReportKind.Doubtful, "", string.Format(CultureInfo.InvariantCulture, words, characters.ToString("N0", CultureInfo.InvariantCulture)))] : [];
}
