using System.Text.Json.Nodes;
using Yakuba.Platform.Accounts.Directories;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.SignIn;

/// <summary>Checks a password and opens a session. A name that nobody has takes the same path and the same time as one that somebody has.</summary>
internal sealed class SignInWithPasswordHandler(
    Database database, Passwords passwords, DirectorySignIn directory, FailureCount failures, SessionOpening sessions, AuditTrail audit)
{
    /// <summary>Signs in.</summary>
    /// <returns>The session, or a problem that does not tell whether the name exists.</returns>
    internal async Task<Result<SignedIn>> HandleAsync(SignInWithPassword request, string requestId, CancellationToken cancel)
    {
        var name = UserName.Canonical(request.UserName) ?? "";
        var key = Secret.Hash(name.Length > 0 ? name : request.UserName);
        Account? account;
        bool locked;
        await using (var read = await database.ReadAsync(cancel))
        {
            account = name.Length == 0 ? null : await AccountRows.FindByNameAsync(read, name, cancel);
            locked = await failures.IsLockedAsync(read, key, cancel);
        }

        var local = await passwords.CheckAsync(account is { IsFromDirectory: false } ? account.Id : null, request.Password, cancel);
        if (locked)
        {
            return AccountsProblems.Locked;
        }

        if (local || account is { IsFromDirectory: false })
        {
            return await ConcludeAsync(local ? account : null, "password", key, requestId, cancel);
        }

        // Nobody here has this name, or the directory keeps the password.
        var answer = await directory.CheckAsync(name, request.Password, requestId, cancel);
        return answer.TryGet(out var found, out var problem)
            ? await ConcludeAsync(found.Account, "directory", key, requestId, cancel)
            : problem;
    }

    private async Task<Result<SignedIn>> ConcludeAsync(Account? account, string method, string key, string requestId, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        if (await failures.IsLockedAsync(work, key, cancel)) // others may have failed while the hash was computed
        {
            return AccountsProblems.Locked;
        }

        var visitor = Principal.Resident.ToActor(requestId);
        if (account is null)
        {
            var nowLocked = await failures.AddAsync(work, key, cancel);
            await audit.AppendAsync(work, visitor, nowLocked ? "sign-in-locked" : "sign-in-refused", new JsonObject { ["method"] = method }, cancel);
            await work.CommitAsync(cancel);
            return AccountsProblems.WrongPassword;
        }

        if (!account.IsActive)
        {
            await audit.AppendAsync(work, visitor, "sign-in-disabled", new JsonObject { ["account"] = account.Id }, cancel);
            await work.CommitAsync(cancel);
            return AccountsProblems.Disabled;
        }

        await FailureCount.ClearAsync(work, key, cancel);
        var signedIn = await sessions.OpenAsync(work, account, method, requestId, cancel);
        await work.CommitAsync(cancel);
        return signedIn;
    }
}
