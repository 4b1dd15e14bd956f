using Microsoft.AspNetCore.Identity;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;

namespace Yakuba.Platform.Accounts.SignIn;

/// <summary>Hashes and checks passwords with the framework's hasher (PBKDF2, salted, its parameters inside the hash).</summary>
internal sealed class Passwords(Database database, IPasswordHasher<Account> hasher, SettingStore settings)
{
    private const int MaxLength = 200;
    private static readonly Account Nobody = new("", "", "", "", [], [], Label.Public, false, false, false, null);

    private readonly Lazy<string> _decoy = new(() => hasher.HashPassword(Nobody, Secret.NewToken()));

    /// <summary>Checks a password. Without an account, or without a password of it, a decoy is checked, so that it takes as long.</summary>
    internal async Task<bool> CheckAsync(string? accountId, string password, CancellationToken cancel)
    {
        string? hash = null;
        if (accountId is not null)
        {
            await using var read = await database.ReadAsync(cancel);
            hash = await Sql.FindAsync(read, accountId, cancel);
        }

        var known = hash is { Length: > 0 };
        var verdict = hasher.VerifyHashedPassword(Nobody, known ? hash! : _decoy.Value, password.Length <= MaxLength ? password : "");
        if (known && verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            await using var work = await database.BeginAsync(cancel);
            await Sql.RenewAsync(work, accountId!, hash!, hasher.HashPassword(Nobody, password), cancel);
            await work.CommitAsync(cancel);
        }

        return known && password.Length <= MaxLength && verdict != PasswordVerificationResult.Failed;
    }

    /// <summary>Stores a new password.</summary>
    internal Task<int> SetAsync(UnitOfWork work, string accountId, string password, bool mustChange, CancellationToken cancel) =>
        Sql.SetAsync(work, accountId, hasher.HashPassword(Nobody, password), mustChange, cancel);

    /// <summary>The problem with a password that a person chose, or null.</summary>
    internal async Task<Problem?> JudgeAsync(Session session, string userName, string password, CancellationToken cancel)
    {
        var least = await settings.GetAsync(session, AccountsSettings.PasswordLength, cancel);
        var simple = password.Distinct().Take(5).Count() < 5
            || password.Contains(userName, StringComparison.OrdinalIgnoreCase)
            || password.Any(char.IsControl);
        return password.Length < least || password.Length > MaxLength || simple
            ? AccountsProblems.WeakPassword.With($"{least}〜{MaxLength}文字、異なる文字を5種類以上")
            : null;
    }
}

file static class Sql
{
    internal static Task<string?> FindAsync(Session session, string id, CancellationToken cancel) =>
        session.SingleOrDefaultAsync<string>("SELECT password_hash FROM account WHERE id = @id", new { id }, cancel);

    // Only when nobody changed it meanwhile.
    internal static Task<int> RenewAsync(UnitOfWork work, string id, string old, string hash, CancellationToken cancel) =>
        work.ExecuteAsync("UPDATE account SET password_hash = @hash WHERE id = @id AND password_hash = @old", new { id, old, hash }, cancel);

    internal static Task<int> SetAsync(UnitOfWork work, string id, string hash, bool mustChange, CancellationToken cancel) =>
        work.ExecuteAsync(
            "UPDATE account SET password_hash = @hash, must_change_password = @must WHERE id = @id", new { id, hash, must = mustChange ? 1L : 0L }, cancel);
}
