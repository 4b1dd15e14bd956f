using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.Passkeys;

/// <summary>Keeps passkeys in the municipality's store.</summary>
internal sealed class PasskeyStore(TimeProvider time)
{
    internal async Task<IReadOnlyList<Passkey>> ListAsync(Session session, string accountId, CancellationToken cancel) =>
    [
        .. (await session.QueryAsync<NamedRow>(
            "SELECT credential_id AS Id, name AS Name, created_at AS CreatedAt FROM passkey WHERE account_id = @accountId ORDER BY created_at", new { accountId }, cancel))
            .Select(row => new Passkey(row.Id, row.Name, JapanTime.TimeFromStore(row.CreatedAt))),
    ];

    /// <summary>Id of the account that a credential belongs to; null when nobody has it.</summary>
    internal Task<string?> OwnerAsync(Session session, byte[] credentialId, CancellationToken cancel) => session.SingleOrDefaultAsync<string>(
        "SELECT account_id FROM passkey WHERE credential_id = @id", new { id = Base64Url.EncodeToString(credentialId) }, cancel);

    internal async Task<UserPasskeyInfo?> FindAsync(Session session, string accountId, byte[] credentialId, CancellationToken cancel) =>
        (await AllAsync(session, accountId, cancel)).FirstOrDefault(passkey => passkey.CredentialId.AsSpan().SequenceEqual(credentialId));

    internal async Task<IReadOnlyList<UserPasskeyInfo>> AllAsync(Session session, string accountId, CancellationToken cancel) =>
    [
        .. (await session.QueryAsync<PasskeyRow>(
            "SELECT credential_id AS Id, name AS Name, public_key AS PublicKey, sign_count AS SignCount, transports AS Transports, user_verified AS Verified, "
            + "backup_eligible AS Eligible, backed_up AS BackedUp, attestation AS Attestation, client_data AS ClientData, created_at AS CreatedAt "
            + "FROM passkey WHERE account_id = @accountId ORDER BY created_at",
            new { accountId },
            cancel)).Select(Make),
    ];

    internal Task<int> AddAsync(UnitOfWork work, string accountId, string name, UserPasskeyInfo passkey, CancellationToken cancel) => work.ExecuteAsync(
        "INSERT INTO passkey (credential_id, account_id, name, public_key, sign_count, transports, user_verified, backup_eligible, backed_up, attestation, client_data, created_at) "
        + "VALUES (@id, @accountId, @name, @PublicKey, @count, @transports, @verified, @eligible, @backedUp, @AttestationObject, @ClientDataJson, @at)",
        new
        {
            id = Base64Url.EncodeToString(passkey.CredentialId),
            accountId,
            name,
            passkey.PublicKey,
            count = (long)passkey.SignCount,
            transports = string.Join(',', passkey.Transports ?? []),
            verified = passkey.IsUserVerified ? 1L : 0L,
            eligible = passkey.IsBackupEligible ? 1L : 0L,
            backedUp = passkey.IsBackedUp ? 1L : 0L,
            passkey.AttestationObject,
            passkey.ClientDataJson,
            at = time.GetUtcNow().ToStore(),
        },
        cancel);

    /// <summary>Keeps what a use changed: the counter, and whether the key is backed up.</summary>
    internal Task<int> UsedAsync(UnitOfWork work, UserPasskeyInfo passkey, CancellationToken cancel) => work.ExecuteAsync(
        "UPDATE passkey SET sign_count = @count, user_verified = @verified, backed_up = @backedUp, used_at = @at WHERE credential_id = @id",
        new
        {
            id = Base64Url.EncodeToString(passkey.CredentialId),
            count = (long)passkey.SignCount,
            verified = passkey.IsUserVerified ? 1L : 0L,
            backedUp = passkey.IsBackedUp ? 1L : 0L,
            at = time.GetUtcNow().ToStore(),
        },
        cancel);

    internal async Task<bool> RemoveAsync(UnitOfWork work, string accountId, string id, CancellationToken cancel) =>
        await work.ExecuteAsync("DELETE FROM passkey WHERE credential_id = @id AND account_id = @accountId", new { id, accountId }, cancel) == 1;

    private static UserPasskeyInfo Make(PasskeyRow row) => new(
        Base64Url.DecodeFromChars(row.Id),
        row.PublicKey,
        JapanTime.TimeFromStore(row.CreatedAt),
        (uint)row.SignCount,
        row.Transports.Split(',', StringSplitOptions.RemoveEmptyEntries),
        row.Verified != 0,
        row.Eligible != 0,
        row.BackedUp != 0,
        row.Attestation,
        row.ClientData) { Name = row.Name };

    private sealed record NamedRow(string Id, string Name, string CreatedAt);

    private sealed record PasskeyRow(
        string Id, string Name, byte[] PublicKey, long SignCount, string Transports, long Verified, long Eligible, long BackedUp, byte[] Attestation, byte[] ClientData, string CreatedAt);
}
