using System.Text.Json;
using Yakuba.Ledger;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.People;

/// <summary>Takes from accounts again, after a backup was put back, what the record says was taken since. Nothing is ever given.</summary>
public static class LaterAccounts
{
    /// <summary>Ends all sessions; disables, narrows, and revokes. A password or passkey that was given up does not come back: its owner gets a new password.</summary>
    /// <param name="work">The restored store.</param>
    /// <param name="later">The record from the backup on, in order.</param>
    /// <param name="cancel">Stops; nothing is changed.</param>
    /// <returns>Accounts and tokens from which something was taken.</returns>
    public static async Task<int> RepeatAsync(UnitOfWork work, IReadOnlyList<LedgerEntry> later, CancellationToken cancel)
    {
        await work.ExecuteAsync("DELETE FROM account_session", cancel: cancel); // who has signed out since must not be signed in again
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (account, _) in Last(later, "account-disabled", "account-enabled").Where(a => a.Value.Action == "account-disabled"))
        {
            Note(account, await work.ExecuteAsync("UPDATE account SET state = 'disabled' WHERE id = @account AND state <> 'disabled'", new { account }, cancel));
        }

        foreach (var (account, entry) in Last(later, "account-changed"))
        {
            Note(account, await NarrowAsync(work, account, entry, cancel));
        }

        foreach (var entry in later)
        {
            var about = entry.Facts.GetValueOrDefault("account", entry.Actor);
            switch (entry.Action)
            {
                case "token-revoked":
                    Note(about, await work.ExecuteAsync("UPDATE api_token SET revoked_at = @at WHERE id = @token AND revoked_at = ''", new { token = entry.Facts.GetValueOrDefault("token", ""), at = entry.Time.ToStore() }, cancel));
                    break;
                case "password-reset" or "password-changed":
                    Note(about, await work.ExecuteAsync("UPDATE account SET password_hash = '', must_change_password = 1 WHERE id = @about AND password_hash <> ''", new { about }, cancel));
                    break;
                case "passkey-removed":
                    Note(about, await work.ExecuteAsync("DELETE FROM passkey WHERE account_id = @about", new { about }, cancel)); // the record does not say which
                    break;
            }
        }

        return taken.Count;

        void Note(string account, int rows)
        {
            if (rows > 0)
            {
                taken.Add(account);
            }
        }
    }

    private static Dictionary<string, LedgerEntry> Last(IReadOnlyList<LedgerEntry> later, params string[] actions) =>
        later.Where(e => actions.Contains(e.Action) && e.Facts.ContainsKey("account")).GroupBy(e => e.Facts["account"]).ToDictionary(g => g.Key, g => g.Last());

    private static async Task<int> NarrowAsync(UnitOfWork work, string id, LedgerEntry entry, CancellationToken cancel)
    {
        var clearance = (long)(Labels.Parse(entry.Facts.GetValueOrDefault("clearance")) ?? Label.Public);
        var rows = await work.ExecuteAsync("UPDATE account SET clearance = @clearance WHERE id = @id AND clearance > @clearance", new { id, clearance }, cancel);
        foreach (var (table, column, fact) in new[] { ("account_role", "role", "roles"), ("account_section", "section", "sections") })
        {
            var kept = Values(entry, fact);
            foreach (var held in await work.QueryAsync<string>($"SELECT {column} FROM {table} WHERE account_id = @id", new { id }, cancel))
            {
                rows += kept.Contains(held) ? 0 : await work.ExecuteAsync($"DELETE FROM {table} WHERE account_id = @id AND {column} = @held", new { id, held }, cancel);
            }
        }

        return rows;
    }

    private static string[] Values(LedgerEntry entry, string fact)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(entry.Facts.GetValueOrDefault(fact, "[]")) ?? [];
        }
        catch (JsonException)
        {
            return []; // of what cannot be read nothing is kept
        }
    }
}
