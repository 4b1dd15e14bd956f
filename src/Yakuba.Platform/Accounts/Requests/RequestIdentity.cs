namespace Yakuba.Platform.Accounts.Requests;

/// <summary>Who sends this request, settled once before any handler runs; scoped to the request.</summary>
internal sealed class RequestIdentity
{
    private Principal? _principal;

    /// <summary>The person.</summary>
    /// <exception cref="InvalidOperationException">Nobody has been identified: the endpoint declares no right, or this is no request.</exception>
    internal Principal Principal =>
        _principal ?? throw new InvalidOperationException("No identified request here. The endpoint must declare a right: Require, RequireSignIn or AllowResident.");

    /// <summary>Ties the entries of this request together.</summary>
    internal string RequestId { get; } = Actor.NewRequestId();

    /// <summary>Hash of the browser's session; empty without one.</summary>
    internal string SessionHash { get; private set; } = "";

    /// <summary>True while a one-time password waits to be replaced; <see cref="Principal"/> is a resident until then.</summary>
    internal Account? MustChangePassword { get; private set; }

    internal bool IsSettled => _principal is not null;

    internal void Settle(Principal principal, string sessionHash = "", Account? mustChangePassword = null)
    {
        _principal = principal;
        SessionHash = sessionHash;
        MustChangePassword = mustChangePassword;
    }
}
