using Microsoft.AspNetCore.Identity;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.Passkeys;

/// <summary>Shows people and their passkeys to the framework's passkey handler, which only reads. Accounts are written by their own handlers, with the record's entry beside.</summary>
internal sealed class FrameworkPeople(Database database, PasskeyStore passkeys) : IUserPasskeyStore<Account>
{
    /// <inheritdoc/>
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    /// <inheritdoc/>
    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    /// <inheritdoc/>
    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    /// <inheritdoc/>
    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        await using var read = await database.ReadAsync(cancellationToken);
        return await AccountRows.FindAsync(read, userId, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        await using var read = await database.ReadAsync(cancellationToken);
        return await AccountRows.FindByNameAsync(read, normalizedUserName, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken)
    {
        await using var read = await database.ReadAsync(cancellationToken);
        return [.. await passkeys.AllAsync(read, user.Id, cancellationToken)];
    }

    /// <inheritdoc/>
    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var read = await database.ReadAsync(cancellationToken);
        return await passkeys.OwnerAsync(read, credentialId, cancellationToken) is { } owner ? await AccountRows.FindAsync(read, owner, cancellationToken) : null;
    }

    /// <inheritdoc/>
    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var read = await database.ReadAsync(cancellationToken);
        return await passkeys.FindAsync(read, user.Id, credentialId, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc/>
    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc/>
    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc/>
    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc/>
    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc/>
    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc/>
    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static NotSupportedException ReadOnly() => new("The framework only reads accounts here.");
}
