using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.SignIn;

internal sealed class SignOutHandler(Database database, AuditTrail audit)
{
    /// <summary>Ends the browser's session. Nothing happens when there is none.</summary>
    internal async Task HandleAsync(RequestIdentity identity, CancellationToken cancel)
    {
        if (identity.SessionHash.Length == 0)
        {
            return;
        }

        await using var work = await database.BeginAsync(cancel);
        if (await SessionOpening.CloseAsync(work, identity.SessionHash, cancel) == 1)
        {
            var who = identity.MustChangePassword?.ToPrincipal(Channel.Staff) ?? identity.Principal;
            await audit.AppendAsync(work, who.ToActor(identity.RequestId), "signed-out", [], cancel);
            await work.CommitAsync(cancel);
        }
    }
}
