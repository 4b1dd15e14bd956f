using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts;

/// <summary>Reads accounts with their roles and sections.</summary>
internal static class AccountRows
{
    internal const string Columns =
        "a.id AS Id, a.user_name AS UserName, a.display_name AS DisplayName, a.email AS Email, a.clearance AS Clearance, a.state AS State, "
        + "a.origin AS Origin, a.must_change_password AS MustChange, a.signed_in_at AS SignedInAt";

    internal static async Task<Account?> FindAsync(Session session, string id, CancellationToken cancel) =>
        await WithBelongingsAsync(session, await session.SingleOrDefaultAsync<Row>($"SELECT {Columns} FROM account a WHERE a.id = @id", new { id }, cancel), cancel);

    internal static async Task<Account?> FindByNameAsync(Session session, string userName, CancellationToken cancel) =>
        await WithBelongingsAsync(
            session,
            await session.SingleOrDefaultAsync<Row>($"SELECT {Columns} FROM account a WHERE a.user_name = @userName", new { userName }, cancel),
            cancel);

    /// <summary>Everybody, by user name.</summary>
    internal static async Task<IReadOnlyList<Account>> ListAsync(Session session, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<Row>($"SELECT {Columns} FROM account a ORDER BY a.user_name", cancel: cancel);
        var belongings = (await session.QueryAsync<Belonging>(BelongingsOf("IS NOT NULL"), cancel: cancel)).ToLookup(b => b.AccountId);
        return [.. rows.Select(row => Make(row, belongings[row.Id]))];
    }

    private static async Task<Account?> WithBelongingsAsync(Session session, Row? row, CancellationToken cancel) =>
        row is null ? null : Make(row, await session.QueryAsync<Belonging>(BelongingsOf("= @Id"), new { row.Id }, cancel));

    // One round trip for both.
    private static string BelongingsOf(string condition) =>
        $"SELECT account_id AS AccountId, 'role' AS Kind, role AS Value FROM account_role WHERE account_id {condition} "
        + $"UNION ALL SELECT account_id, 'section', section FROM account_section WHERE account_id {condition} ORDER BY 1, 2, 3";

    private static Account Make(Row row, IEnumerable<Belonging> belongings)
    {
        var own = belongings.ToList();
        return new Account(
            row.Id,
            row.UserName,
            row.DisplayName,
            row.Email,
            [.. own.Where(b => b.Kind == "role").Select(b => Roles.Parse(b.Value)).OfType<Role>().Order()],
            [.. own.Where(b => b.Kind == "section").Select(b => b.Value)],
            (Label)row.Clearance,
            row.State == "active",
            row.Origin == "directory",
            row.MustChange != 0,
            row.SignedInAt.Length == 0 ? null : JapanTime.TimeFromStore(row.SignedInAt));
    }

    private sealed record Row(string Id, string UserName, string DisplayName, string Email, long Clearance, string State, string Origin, long MustChange, string SignedInAt);

    private sealed record Belonging(string AccountId, string Kind, string Value);
}
