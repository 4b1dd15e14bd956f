using System.Globalization;
using System.Text;
using Yakuba.Office.Library;
using Yakuba.Platform;

namespace Yakuba.Office.Ask.HandOver;

/// <summary>A handover as one table, for spreadsheets: part, title, more, number or day.</summary>
internal static class HandoverCsv
{
    /// <summary>UTF-8 with the mark that spreadsheets look for.</summary>
    internal static byte[] Of(HandoverReport report)
    {
        var text = new StringBuilder();
        Line("区分", "題名・内容", "補足", "件数", "日付");
        Line("引継ぎ", report.Name, $"{report.From.ToStore()}〜{report.To.ToStore()}", Number(report.Questions), "");
        foreach (var ending in report.Endings)
        {
            Line("質問の結果", ending.Name, "", Number(ending.Count), "");
        }

        foreach (var door in report.Doors)
        {
            Line("質問の経路", door.Name, "", Number(door.Count), "");
        }

        foreach (var place in report.Frequent)
        {
            Line("よく聞かれたこと", place.Asked, place.Title, Number(place.Count), "");
        }

        foreach (var document in report.Documents)
        {
            Line("根拠にした文書", document.Title, $"{VersionStates.Parse(document.State)?.ToName()}、違う{document.Wrong}件、古い{document.Outdated}件", Number(document.Count), "");
        }

        foreach (var open in report.Open)
        {
            Line("残っていること", open.Question.Length > 0 ? open.Question : $"（記録番号 {Number(open.Record)}）", Joined(open.Ending, open.Judged, open.Titles), "", open.At.ToOffset(JapanTime.Offset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        foreach (var task in report.Tasks)
        {
            Line(task.Kind, task.Title, "", "", task.Day.ToStore());
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];

        void Line(params ReadOnlySpan<string> cells) => text.AppendJoin(',', cells.ToArray().Select(Cell)).Append("\r\n");
    }

    private static string Joined(params string[] parts) => string.Join("、", parts.Where(p => p.Length > 0));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    // A spreadsheet would run a text that begins like a formula.
    private static string Cell(string text) => $"\"{(text.Length > 0 && "=+-@\t\r".Contains(text[0]) ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
