namespace Yakuba.Platform.Accounts.Passkeys;

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">The credential's id in base64url.</param>
/// <param name="Name">The owner's name for it.</param>
/// <param name="CreatedAt">When it was added.</param>
internal sealed record Passkey(string Id, string Name, DateTimeOffset CreatedAt);
