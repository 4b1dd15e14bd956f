using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Importing;

/// <summary>A review that was made of a version, as an export tells it. Times and days as the store keeps them; empty for none.</summary>
/// <param name="Id">Its id: reviews are in their order by it.</param>
/// <param name="At">When it was made.</param>
/// <param name="By">By whom.</param>
/// <param name="Next">The day that it set.</param>
/// <param name="WasOn">The day of review before it.</param>
/// <param name="WasAt">When the version had been reviewed before it.</param>
/// <param name="WasBy">By whom.</param>
/// <param name="UndoneAt">When it was taken back.</param>
/// <param name="UndoneBy">By whom.</param>
public sealed record KeptReview(string Id, string At, string By, string Next, string WasOn, string WasAt, string WasBy, string UndoneAt, string UndoneBy)
{
    /// <summary>Reviews of the versions that can be found, by number of the version, oldest first.</summary>
    internal static async Task<ILookup<long, KeptReview>> AllAsync(Session session, CancellationToken cancel) =>
        (await session.QueryAsync<Row>(
            "SELECT r.version, r.id, r.made_at, r.made_by, r.next_on, r.was_on, r.was_at, r.was_by, r.undone_at, r.undone_by FROM review r JOIN version v ON v.number = r.version WHERE v.indexed = 1 ORDER BY r.id",
            cancel: cancel)).ToLookup(r => r.version, r => new KeptReview(r.id, r.made_at, r.made_by, r.next_on, r.was_on, r.was_at, r.was_by, r.undone_at, r.undone_by));

    /// <summary>Puts reviews of a version back.</summary>
    internal static Task<int> RestoreAsync(UnitOfWork work, uint number, IEnumerable<KeptReview> reviews, CancellationToken cancel) => work.ExecuteAsync(
        "INSERT INTO review (id, version, made_at, made_by, next_on, was_on, was_at, was_by, undone_at, undone_by) VALUES (@Id, @number, @At, @By, @Next, @WasOn, @WasAt, @WasBy, @UndoneAt, @UndoneBy)",
        reviews.Select(r => new { r.Id, number = (long)number, r.At, r.By, r.Next, r.WasOn, r.WasAt, r.WasBy, r.UndoneAt, r.UndoneBy }),
        cancel);

    private sealed record Row(long version, string id, string made_at, string made_by, string next_on, string was_on, string was_at, string was_by, string undone_at, string undone_by);
}
