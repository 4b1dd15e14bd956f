using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.People;

/// <summary>Writes accounts; every caller writes the record's entry beside it.</summary>
internal static class AccountWriting
{
    internal static Task<int> AddAsync(UnitOfWork work, string id, string userName, PersonFacts facts, string origin, DateTimeOffset now, CancellationToken cancel) =>
        work.ExecuteAsync(
            "INSERT INTO account (id, user_name, display_name, email, clearance, state, origin, created_at) VALUES (@id, @userName, @DisplayName, @Email, @Clearance, 'active', @origin, @at)",
            new { id, userName, facts.DisplayName, facts.Email, Clearance = (long)facts.Clearance, origin, at = now.ToStore() },
            cancel);

    internal static Task<int> ChangeAsync(UnitOfWork work, string id, PersonFacts facts, CancellationToken cancel) =>
        work.ExecuteAsync(
            "UPDATE account SET display_name = @DisplayName, email = @Email, clearance = @Clearance WHERE id = @id",
            new { id, facts.DisplayName, facts.Email, Clearance = (long)facts.Clearance },
            cancel);

    internal static async Task SetBelongingsAsync(UnitOfWork work, string id, PersonFacts facts, CancellationToken cancel)
    {
        await work.ExecuteAsync("DELETE FROM account_role WHERE account_id = @id", new { id }, cancel);
        await work.ExecuteAsync("DELETE FROM account_section WHERE account_id = @id", new { id }, cancel);
        foreach (var role in facts.Roles)
        {
            await work.ExecuteAsync("INSERT INTO account_role (account_id, role) VALUES (@id, @role)", new { id, role = role.ToKey() }, cancel);
        }

        foreach (var section in facts.Sections)
        {
            await work.ExecuteAsync("INSERT INTO account_section (account_id, section) VALUES (@id, @section)", new { id, section }, cancel);
        }
    }

    internal static Task<int> SetStateAsync(UnitOfWork work, string id, bool active, CancellationToken cancel) =>
        work.ExecuteAsync("UPDATE account SET state = @state WHERE id = @id", new { id, state = active ? "active" : "disabled" }, cancel);

    /// <summary>True when nobody but this person is an active administrator.</summary>
    internal static async Task<bool> IsLastAdministratorAsync(Session session, Account account, CancellationToken cancel) =>
        account.IsActive && account.Roles.Contains(Role.Administrator)
        && await session.CountAsync(
            "SELECT count(*) FROM account a JOIN account_role r ON r.account_id = a.id WHERE r.role = @role AND a.state = 'active' AND a.id <> @Id",
            new { role = Role.Administrator.ToKey(), account.Id },
            cancel) == 0;
}
