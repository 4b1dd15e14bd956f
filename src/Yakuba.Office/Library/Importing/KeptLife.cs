using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Importing;

/// <summary>The life that a version had, put back into its row.</summary>
internal static class KeptLife
{
    internal static async Task RestoreAsync(UnitOfWork work, uint number, VersionState state, KeptVersion kept, CancellationToken cancel)
    {
        await RestoreRowAsync(work, number, state, kept, cancel);
        await KeptReview.RestoreAsync(work, number, kept.Reviews, cancel);
    }

    private static Task<int> RestoreRowAsync(UnitOfWork work, uint number, VersionState state, KeptVersion kept, CancellationToken cancel) => work.ExecuteAsync(
        "UPDATE version SET indexed = 1, state = @state, changed_at = @ChangedAt, confirmed_at = @ConfirmedAt, confirmed_by = @ConfirmedBy, reviewed_at = @ReviewedAt, reviewed_by = @ReviewedBy, published_at = @PublishedAt, published_by = @PublishedBy, "
        + "retired_from = @RetiredFrom, retired_at = @RetiredAt, retired_by = @RetiredBy, retired_reason = @RetiredReason WHERE number = @number",
        new
        {
            number = (long)number,
            state = state.ToKey(),
            kept.ChangedAt,
            kept.ConfirmedAt,
            kept.ConfirmedBy,
            kept.ReviewedAt,
            kept.ReviewedBy,
            kept.PublishedAt,
            kept.PublishedBy,
            kept.RetiredFrom,
            kept.RetiredAt,
            kept.RetiredBy,
            kept.RetiredReason,
        },
        cancel);
}
