using Yakuba.Office.Draft.Store;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Draft.Issue;

/// <summary>What a draft became when it was sent.</summary>
/// <param name="Written">Its number as written; empty where its kind gets none.</param>
/// <param name="On">Its day.</param>
/// <param name="By">Id of the account of who sent it.</param>
public sealed record IssuedDraft(string Written, DateOnly On, string By)
{
    internal static async Task<IssuedDraft?> OfAsync(Session session, Guid draft, CancellationToken cancel) =>
        (await session.SingleOrDefaultAsync<Row>("SELECT written, issued_on, issued_by FROM draft_issue WHERE draft = @id", new { id = DraftRows.Key(draft) }, cancel))?.ToIssued();

    private sealed record Row(string written, string issued_on, string issued_by)
    {
        internal IssuedDraft ToIssued() => new(written, JapanTime.DateFromStore(issued_on), issued_by);
    }
}
