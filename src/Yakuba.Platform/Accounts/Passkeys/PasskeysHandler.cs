using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Accounts.SignIn;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.Passkeys;

/// <summary>Adds, uses and removes passkeys. The framework's handler checks what the authenticator says.</summary>
internal sealed class PasskeysHandler(
    Database database, IPasskeyHandler<Account> framework, PasskeyStore passkeys, Ceremonies ceremonies, SessionOpening sessions, AuditTrail audit)
{
    /// <summary>Begins to add a passkey.</summary>
    /// <returns>Options for the browser, as JSON.</returns>
    internal async Task<string> BeginAddingAsync(HttpContext http, Principal principal, CancellationToken cancel)
    {
        Account account;
        await using (var read = await database.ReadAsync(cancel))
        {
            account = (await AccountRows.FindAsync(read, principal.UserId, cancel))!; // the gate has just found it
        }

        var options = await framework.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id, Name = account.UserName, DisplayName = account.DisplayName }, http);
        await ceremonies.BeginAsync(http, account.Id, options.AttestationState ?? "", cancel);
        return options.CreationOptionsJson;
    }

    /// <summary>Adds the passkey that the browser made.</summary>
    internal async Task<Result<Done>> AddAsync(HttpContext http, string name, string credential, Actor by, CancellationToken cancel)
    {
        var called = SectionList.Clean(name);
        if (called.Length is 0 or > 60)
        {
            return AccountsProblems.PasskeyName;
        }

        if (await ceremonies.TakeAsync(http, by.UserId, cancel) is not { } state)
        {
            return AccountsProblems.PasskeyRefused;
        }

        var result = await framework.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = credential, AttestationState = state });
        if (!result.Succeeded || result.UserEntity.Id != by.UserId)
        {
            return AccountsProblems.PasskeyRefused;
        }

        await using var work = await database.BeginAsync(cancel);
        if (await passkeys.OwnerAsync(work, result.Passkey.CredentialId, cancel) is not null)
        {
            return AccountsProblems.PasskeyRefused;
        }

        await passkeys.AddAsync(work, by.UserId, called, result.Passkey, cancel);
        await audit.AppendAsync(work, by, "passkey-added", [], cancel);
        await work.CommitAsync(cancel);
        return Done.Instance;
    }

    /// <summary>Removes a passkey of the person.</summary>
    internal async Task<Result<Done>> RemoveAsync(string id, Actor by, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        if (!await passkeys.RemoveAsync(work, by.UserId, id, cancel))
        {
            return AccountsProblems.UnknownPasskey;
        }

        await audit.AppendAsync(work, by, "passkey-removed", [], cancel);
        await work.CommitAsync(cancel);
        return Done.Instance;
    }

    /// <summary>Begins to sign somebody in; the authenticator says who.</summary>
    internal async Task<string> BeginSigningInAsync(HttpContext http, CancellationToken cancel)
    {
        var options = await framework.MakeRequestOptionsAsync(null, http);
        await ceremonies.BeginAsync(http, "", options.AssertionState ?? "", cancel);
        return options.RequestOptionsJson;
    }

    /// <summary>Signs in whom the authenticator proves.</summary>
    internal async Task<Result<SignedIn>> SignInAsync(HttpContext http, string credential, RequestIdentity identity, CancellationToken cancel)
    {
        if (await ceremonies.TakeAsync(http, "", cancel) is not { } state)
        {
            return AccountsProblems.PasskeyRefused;
        }

        var result = await framework.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = credential, AssertionState = state });
        await using var work = await database.BeginAsync(cancel);
        var account = result.Succeeded ? await AccountRows.FindAsync(work, result.User.Id, cancel) : null;
        if (account is not { IsActive: true })
        {
            await audit.AppendAsync(work, Principal.Resident.ToActor(identity.RequestId), "sign-in-refused", new JsonObject { ["method"] = "passkey" }, cancel);
            await work.CommitAsync(cancel);
            return account is null ? AccountsProblems.PasskeyRefused : AccountsProblems.Disabled;
        }

        await passkeys.UsedAsync(work, result.Passkey!, cancel);
        var signedIn = await sessions.OpenAsync(work, account, "passkey", identity.RequestId, cancel);
        await work.CommitAsync(cancel);
        return signedIn;
    }
}
