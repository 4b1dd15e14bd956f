using Yakuba.Platform.Web.Parts;

namespace Yakuba.Platform.Accounts.MyAccount;

/// <summary>What a person sees of the own account.</summary>
/// <remarks>
/// Posts to <c>/me/passkeys</c> (<c>name</c>, <c>credential</c>; options from <c>POST /me/passkeys/options</c>),
/// <c>/me/passkeys/ID/remove</c>, <c>/me/tokens</c> (<c>name</c>, <c>right</c> many, <c>until</c>) and <c>/me/tokens/ID/remove</c>.
/// </remarks>
/// <param name="Facts">Name, user name, roles, sections, clearance, last sign-in.</param>
/// <param name="Passkeys">The passkeys.</param>
/// <param name="Tokens">The API tokens.</param>
/// <param name="Rights">Rights that a token of this person may carry.</param>
public sealed record MyAccountModel(IReadOnlyList<FactLine> Facts, IReadOnlyList<PasskeyLine> Passkeys, IReadOnlyList<TokenLine> Tokens, IReadOnlyList<Choice> Rights)
{
    /// <summary>False when the municipality's directory keeps the password.</summary>
    public bool MayChangePassword { get; init; } = true;

    /// <summary>Last day offered first for a new token.</summary>
    public DateOnly TokenUntil { get; init; }

    /// <summary>A token made just now; shown this once, empty otherwise.</summary>
    public string NewToken { get; init; } = "";

    /// <summary>What was just done; may be empty.</summary>
    public string Done { get; init; } = "";

    /// <summary>Why the last act was refused, or null.</summary>
    public Problem? Problem { get; init; }
}

/// <summary>One passkey.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The person's name for it.</param>
/// <param name="AddedAt">When it was added.</param>
public sealed record PasskeyLine(string Id, string Name, DateTimeOffset AddedAt);

/// <summary>One API token, without its secret.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Rights">What it may do, in words.</param>
/// <param name="Until">Last day on which it works.</param>
/// <param name="UsedAt">When it was last used; null for never.</param>
/// <param name="IsOver">True when it no longer works.</param>
public sealed record TokenLine(string Id, string Name, string Rights, DateOnly Until, DateTimeOffset? UsedAt, bool IsOver);
