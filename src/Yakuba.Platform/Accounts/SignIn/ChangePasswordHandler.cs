using System.Text.Json.Nodes;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.SignIn;

internal sealed class ChangePasswordHandler(Database database, Passwords passwords, FailureCount failures, AuditTrail audit)
{
    /// <summary>Changes the password of the person signed in, and signs the person's other browsers out.</summary>
    internal async Task<Result<Done>> HandleAsync(ChangePassword request, RequestIdentity identity, CancellationToken cancel)
    {
        var id = identity.MustChangePassword?.Id ?? identity.Principal.UserId;
        Account? account;
        await using (var read = await database.ReadAsync(cancel))
        {
            account = await AccountRows.FindAsync(read, id, cancel);
        }

        if (account is null or { IsActive: false })
        {
            return AccountsProblems.SignInNeeded;
        }

        if (account.IsFromDirectory)
        {
            return AccountsProblems.DirectoryPassword;
        }

        var key = Secret.Hash(account.UserName);
        var right = await passwords.CheckAsync(id, request.Current, cancel);
        var actor = account.ToPrincipal(Channel.Staff).ToActor(identity.RequestId);

        await using var work = await database.BeginAsync(cancel);
        if (await failures.IsLockedAsync(work, key, cancel))
        {
            return AccountsProblems.Locked;
        }

        if (!right)
        {
            await failures.AddAsync(work, key, cancel); // a stolen browser must not become a place to guess
            await audit.AppendAsync(work, actor, "password-change-refused", [], cancel);
            await work.CommitAsync(cancel);
            return AccountsProblems.WrongPassword;
        }

        if (request.New == request.Current)
        {
            return AccountsProblems.SamePassword;
        }

        if (await passwords.JudgeAsync(work, account.UserName, request.New, cancel) is { } weak)
        {
            return weak;
        }

        await passwords.SetAsync(work, id, request.New, mustChange: false, cancel);
        await SessionOpening.CloseOthersAsync(work, id, identity.SessionHash, cancel);
        await audit.AppendAsync(work, actor, "password-changed", [], cancel);
        await work.CommitAsync(cancel);
        return Done.Instance;
    }
}
