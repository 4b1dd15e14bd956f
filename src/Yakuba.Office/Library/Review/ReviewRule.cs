using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;

namespace Yakuba.Office.Library.Review;

/// <summary>When a text is to be looked at again: on the day set for it, else so many months after it was last confirmed.</summary>
/// <param name="Months">Months between reviews; 0 for none but on the days that were set.</param>
internal sealed record ReviewRule(int Months)
{
    /// <summary>Months after which a text is looked at again where no day is set.</summary>
    internal static readonly Setting<int> Interval = SettingDefinition.Number(
        "library.review-months", 12, 0, 120, "見直しの間隔（月）", "見直しの日を決めていない文書を、最後の確認から何か月後に見直すか。0〜120。0にすると、日を決めた文書だけを見直す。");

    /// <summary>The rule in force.</summary>
    internal static async Task<ReviewRule> ReadAsync(Session session, SettingStore settings, CancellationToken cancel) => new(await settings.GetAsync(session, Interval, cancel));

    /// <summary>The next day of review.</summary>
    /// <returns>Null for drafts, retired texts, and where nothing says when.</returns>
    internal DateOnly? NextOf(VersionCard card) => card.Rights.State is not (VersionState.Confirmed or VersionState.Published) ? null
        : card.ReviewOn ?? (Months > 0 && card.Confirmed is { } confirmed ? After(confirmed.At) : null);

    /// <summary>True once the day of review has come of a text that answers or will.</summary>
    internal bool IsDue(VersionCard card, DateOnly today) => card.Rights.On(today) != Standing.NoLonger && NextOf(card) <= today;

    /// <summary>The day that follows a review of today; null when no interval is set.</summary>
    internal DateOnly? After(DateOnly today) => Months > 0 ? today.AddMonths(Months) : null;

    private DateOnly? After(DateTimeOffset moment) => After(DateOnly.FromDateTime(moment.ToOffset(JapanTime.Offset).DateTime));
}
