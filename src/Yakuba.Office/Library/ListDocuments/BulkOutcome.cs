using System.Globalization;
using Microsoft.AspNetCore.Http;
using Yakuba.Platform;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Library.ListDocuments;

/// <summary>What a bulk action did, carried in the address of the page that follows it: counts and names of problems, no free text.</summary>
internal static class BulkOutcome
{
    private static readonly Dictionary<string, Problem> Known = new[]
    {
        LibraryProblems.WrongState, LibraryProblems.NotYourSection, LibraryProblems.NoSuchDocument, LibraryProblems.ReasonLength, LibraryProblems.DateForm, LibraryProblems.DatesReversed,
        LibraryProblems.ReviewDayPast, LibraryProblems.ReviewDayNeeded, LibraryProblems.NoReview, LibraryProblems.ReviewChanged,
    }.ToDictionary(p => p.Name);

    internal static string Query(string act, int done, int refused, Problem? why) =>
        string.Create(CultureInfo.InvariantCulture, $"act={Uri.EscapeDataString(act)}&done={done}&refused={refused}&why={why?.Name}");

    internal static string Said(IQueryCollection query, Words words) => Number(query, "done") is > 0 and var done
        ? query["act"].ToString() switch
        {
            "confirm" => words[$"{done}件を確認にしました。", $"{done} confirmed."],
            "publish" => words[$"{done}件を公開しました。", $"{done} published."],
            "retire" => words[$"{done}件を失効にしました。", $"{done} retired."],
            "review" => words[$"{done}件を見直し済みにし、次の見直しの日に移しました。「最近見直した文書」から取り消せます。", $"{done} reviewed; each moved to its next day. They can be taken back below."],
            "review-day" => words[$"{done}件の見直しの日を変更しました。", $"Day of review changed for {done}."],
            "undo-review" => words[$"{done}件の見直しを取り消しました。", $"{done} reviews taken back."],
            _ => "",
        }
        : "";

    internal static Problem? Refused(IQueryCollection query) => Number(query, "refused") is > 0 and var refused && Known.TryGetValue(query["why"].ToString(), out var why)
        ? why.With($"{refused}件は変更しませんでした")
        : null;

    private static int Number(IQueryCollection query, string name) =>
        int.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 1_000_000) : 0;
}
