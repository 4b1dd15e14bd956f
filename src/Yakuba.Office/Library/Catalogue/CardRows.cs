using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Catalogue;

/// <summary>Cards and rights as the store keeps them.</summary>
internal static class CardRows
{
    private const string Select =
        "SELECT v.number, v.document_id, d.section, d.label, d.readers, v.state, v.effective_from, v.effective_to, v.valid_from, v.valid_to, v.ordinal, v.title, "
        + "v.file_name, v.kind, v.sha256, v.bytes, v.review_on, v.retired_from, v.retired_reason, v.imported_at, v.changed_at, v.passages, v.faq_entries, v.articles, v.doubts, v.confirmed_at, v.confirmed_by, v.reviewed_at, v.reviewed_by "
        + "FROM version v JOIN document d ON d.id = v.document_id WHERE v.indexed = ";

    /// <summary>Every version that can be found.</summary>
    internal static async Task<IEnumerable<VersionCard>> AllAsync(Session session, CancellationToken cancel) =>
        (await session.QueryAsync<CardRow>(Select + "1", cancel: cancel)).Select(r => r.ToCard());

    /// <summary>Every version that is held for personal data, and that nobody finds.</summary>
    internal static async Task<IEnumerable<VersionCard>> HeldAsync(Session session, CancellationToken cancel) =>
        (await session.QueryAsync<CardRow>(Select + "2", cancel: cancel)).Select(r => r.ToCard());

    /// <summary>One version that can be found; null when there is none.</summary>
    internal static async Task<VersionCard?> FindAsync(Session session, uint version, CancellationToken cancel) =>
        (await session.SingleOrDefaultAsync<CardRow>(Select + "1 AND v.number = @number", new { number = (long)version }, cancel))?.ToCard();
}

file sealed record CardRow(
    long number,
    string document_id,
    string section,
    long label,
    string readers,
    string state,
    string effective_from,
    string effective_to,
    string valid_from,
    string valid_to,
    long ordinal,
    string title,
    string file_name,
    string kind,
    string sha256,
    long bytes,
    string review_on,
    string retired_from,
    string retired_reason,
    string imported_at,
    string changed_at,
    long passages,
    long faq_entries,
    long articles,
    long doubts,
    string confirmed_at,
    string confirmed_by,
    string reviewed_at,
    string reviewed_by)
{
    internal VersionCard ToCard() => new(
        new VersionRights(
            (uint)number,
            document_id,
            section,
            (Label)label,
            readers.Split(',', StringSplitOptions.RemoveEmptyEntries),
            VersionStates.Parse(state)!.Value,
            Day(effective_from),
            Day(effective_to))
        {
            IsRule = articles > 0,
        },
        (int)ordinal,
        title,
        file_name,
        kind,
        sha256,
        bytes,
        new Validity(Day(valid_from), Day(valid_to)),
        Day(review_on),
        Day(retired_from),
        retired_reason,
        JapanTime.TimeFromStore(imported_at),
        JapanTime.TimeFromStore(changed_at),
        (int)passages,
        (int)faq_entries,
        (int)articles,
        (int)doubts)
    {
        // A review says the same as a confirmation, later.
        Confirmed = reviewed_at.Length > 0 ? new Confirmation(JapanTime.TimeFromStore(reviewed_at), reviewed_by)
            : confirmed_at.Length > 0 ? new Confirmation(JapanTime.TimeFromStore(confirmed_at), confirmed_by)
            : null,
        IsReviewed = reviewed_at.Length > 0,
    };

    private static DateOnly? Day(string text) => text.Length == 0 ? null : JapanTime.DateFromStore(text);
}
