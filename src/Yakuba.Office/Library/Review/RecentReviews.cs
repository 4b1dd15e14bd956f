using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Review;

/// <summary>A review that can still be taken back.</summary>
/// <param name="Version">Number of the version.</param>
/// <param name="At">When it was made.</param>
/// <param name="By">Id of the account.</param>
/// <param name="Next">The day it set.</param>
internal sealed record RecentReview(uint Version, DateTimeOffset At, string By, DateOnly Next)
{
    private const int Most = 2_000; // of the whole municipality, before it is narrowed to what the reader keeps

    /// <summary>Reviews since a moment that nothing has overtaken, latest first; of every section: the caller shows what may be read.</summary>
    internal static async Task<IReadOnlyList<RecentReview>> SinceAsync(Session session, DateTimeOffset moment, CancellationToken cancel) =>
        [.. (await session.QueryAsync<Row>(
            "SELECT r.version, r.made_at, r.made_by, r.next_on FROM review r JOIN version v ON v.number = r.version "
            + "WHERE r.undone_at = '' AND r.made_at >= @since AND r.made_at = v.reviewed_at AND r.next_on = v.review_on AND v.state IN ('confirmed', 'published') ORDER BY r.id DESC LIMIT @most",
            new { since = moment.ToStore(), most = (long)Most },
            cancel)).Select(r => new RecentReview((uint)r.version, JapanTime.TimeFromStore(r.made_at), r.made_by, JapanTime.DateFromStore(r.next_on)))];

    private sealed record Row(long version, string made_at, string made_by, string next_on);
}
