namespace Yakuba.Platform.Accounts;

/// <summary>A person with an account, as the store says at this moment.</summary>
/// <param name="Id">Stable id; the record names people by it.</param>
/// <param name="UserName">What the person types to sign in; canonical form, see <see cref="Accounts.UserName"/>.</param>
/// <param name="DisplayName">What others see.</param>
/// <param name="Email">May be empty.</param>
/// <param name="Roles">Roles held, in the order of <see cref="Role"/>.</param>
/// <param name="Sections">Codes of the sections the person belongs to.</param>
/// <param name="Clearance">The most secret label that the person may read within these sections.</param>
/// <param name="IsActive">False once disabled: no sign-in, no token.</param>
/// <param name="IsFromDirectory">True when the municipality's directory checks the password.</param>
/// <param name="MustChangePassword">True until a one-time password has been replaced.</param>
/// <param name="SignedInAt">Last sign-in; null when there was none.</param>
public sealed record Account(
    string Id,
    string UserName,
    string DisplayName,
    string Email,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<string> Sections,
    Label Clearance,
    bool IsActive,
    bool IsFromDirectory,
    bool MustChangePassword,
    DateTimeOffset? SignedInAt)
{
    /// <summary>The person as one who reads, through a door.</summary>
    public Principal ToPrincipal(Channel channel) =>
        new(Id, DisplayName, Roles.ToHashSet(), Sections.ToHashSet(StringComparer.Ordinal), Clearance, channel);
}
