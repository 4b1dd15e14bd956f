using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.ShowDocument;

/// <summary>What happened to a version, newest first.</summary>
/// <param name="Steps">The steps.</param>
internal sealed record VersionHistory(IReadOnlyList<HistoryStep> Steps)
{
    internal static async Task<VersionHistory> FindAsync(Session session, uint version, CancellationToken cancel)
    {
        var row = (await session.SingleOrDefaultAsync<HistoryRow>(
            "SELECT imported_at, imported_by, confirmed_at, confirmed_by, published_at, published_by, retired_at, retired_by, retired_reason FROM version WHERE number = @number",
            new { number = (long)version },
            cancel))!;
        (string At, string By, string Japanese, string English, string Note)[] steps =
        [
            (row.retired_at, row.retired_by, "失効", "Retired", row.retired_reason),
            (row.published_at, row.published_by, "公開", "Published", ""),
            (row.confirmed_at, row.confirmed_by, "確認", "Confirmed", ""),
            (row.imported_at, row.imported_by, "登録", "Filed", ""),
        ];
        var reviews = await session.QueryAsync<ReviewRow>(
            "SELECT made_at, made_by, undone_at, undone_by FROM review WHERE version = @number ORDER BY id DESC LIMIT 50", new { number = (long)version }, cancel);
        return new VersionHistory(
        [
            .. steps.Where(s => s.At.Length > 0).Select(s => new HistoryStep(JapanTime.TimeFromStore(s.At), s.By, s.Japanese, s.English, s.Note))
                .Concat(reviews.Select(r => new HistoryStep(JapanTime.TimeFromStore(r.made_at), r.made_by, "見直し（変更なし）", "Reviewed, no change", "")))
                .Concat(reviews.Where(r => r.undone_at.Length > 0).Select(r => new HistoryStep(JapanTime.TimeFromStore(r.undone_at), r.undone_by, "見直しの取消し", "Review taken back", "")))
                .OrderByDescending(s => s.At), // stable: steps of one moment keep the order above
        ]);
    }
}

/// <summary>One step.</summary>
internal sealed record HistoryStep(DateTimeOffset At, string By, string Japanese, string English, string Note);

file sealed record HistoryRow(
    string imported_at, string imported_by, string confirmed_at, string confirmed_by, string published_at, string published_by, string retired_at, string retired_by, string retired_reason);

file sealed record ReviewRow(string made_at, string made_by, string undone_at, string undone_by);
