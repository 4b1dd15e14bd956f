namespace Yakuba.Platform.Accounts.Tokens;

/// <summary>A token by which a program acts for a person, within some of the person's rights.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">What the person calls it.</param>
/// <param name="Rights">What it carries; a right that the person has lost counts no more.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">From then on it is refused.</param>
/// <param name="UsedAt">Last use, to the minute; null when it was never used.</param>
/// <param name="RevokedAt">When it was taken back; null while it holds.</param>
public sealed record ApiToken(
    string Id, string Name, IReadOnlyList<Right> Rights, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? UsedAt, DateTimeOffset? RevokedAt)
{
    /// <summary>What every token begins with, so that a leaked one is recognised.</summary>
    public const string Prefix = "ykb_";

    /// <summary>Longest life, in days.</summary>
    public const int MaxDays = 365;

    /// <summary>True when it lets a program in at that time.</summary>
    public bool HoldsAt(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;
}

/// <summary>Makes a token for oneself.</summary>
/// <param name="Name">1 to 60 UTF-16 code units.</param>
/// <param name="Rights">Keys of rights that the person holds, at least one.</param>
/// <param name="Days">1 to 365.</param>
public sealed record CreateToken(string Name, IReadOnlyList<string> Rights, int Days);

/// <summary>A token just made.</summary>
/// <param name="Secret">The token itself; shown this once.</param>
/// <param name="Token">What is kept of it.</param>
public sealed record CreatedToken(string Secret, ApiToken Token);
