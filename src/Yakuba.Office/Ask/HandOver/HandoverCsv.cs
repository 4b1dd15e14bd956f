using System.Globalization;
using Yakuba.Office.Library;
using Yakuba.Platform;

namespace Yakuba.Office.Ask.HandOver;

/// <summary>A handover as one table, for spreadsheets: part, title, more, number or day.</summary>
internal static class HandoverCsv
{
    internal static byte[] Of(HandoverReport report)
    {
        List<string[]> lines = [["区分", "題名・内容", "補足", "件数", "日付"], ["引継ぎ", report.Name, $"{report.From.ToStore()}〜{report.To.ToStore()}", Number(report.Questions), ""]];
        foreach (var ending in report.Endings)
        {
            lines.Add(["質問の結果", ending.Name, "", Number(ending.Count), ""]);
        }

        foreach (var door in report.Doors)
        {
            lines.Add(["質問の経路", door.Name, "", Number(door.Count), ""]);
        }

        foreach (var place in report.Frequent)
        {
            lines.Add(["よく聞かれたこと", place.Asked, place.Title, Number(place.Count), ""]);
        }

        foreach (var document in report.Documents)
        {
            lines.Add(["根拠にした文書", document.Title, $"{VersionStates.Parse(document.State)?.ToName()}、違う{document.Wrong}件、古い{document.Outdated}件", Number(document.Count), ""]);
        }

        foreach (var open in report.Open)
        {
            lines.Add(["残っていること", open.Question.Length > 0 ? open.Question : $"（記録番号 {Number(open.Record)}）", Joined(open.Ending, open.Judged, open.Titles), "", open.At.ToOffset(JapanTime.Offset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]);
        }

        foreach (var task in report.Tasks)
        {
            lines.Add([task.Kind, task.Title, "", "", task.Day.ToStore()]);
        }

        return CsvTable.Of(lines);
    }

    private static string Joined(params string[] parts) => string.Join("、", parts.Where(p => p.Length > 0));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
