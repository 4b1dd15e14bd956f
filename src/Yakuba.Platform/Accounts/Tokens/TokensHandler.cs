using System.Text.Json.Nodes;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts.Tokens;

/// <summary>Makes, lists and revokes the tokens of one person.</summary>
internal sealed class TokensHandler(Database database, AuditTrail audit, TimeProvider time)
{
    internal async Task<IReadOnlyList<ApiToken>> ListAsync(Principal principal, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return [.. (await Sql.ListAsync(read, principal.UserId, cancel)).Select(Sql.Make)];
    }

    internal async Task<Result<CreatedToken>> CreateAsync(CreateToken request, Principal principal, Actor by, CancellationToken cancel)
    {
        var name = SectionList.Clean(request.Name);
        var rights = request.Rights.Where(r => r.Length > 0).Select(Rights.Parse).ToList();
        if (name.Length is 0 or > 60 || request.Days is < 1 or > ApiToken.MaxDays || rights.Count == 0
            || rights.Any(r => r is null or Right.OwnAccount || !principal.May(r.Value)))
        {
            return AccountsProblems.TokenForm;
        }

        var now = time.GetUtcNow();
        var secret = ApiToken.Prefix + Secret.NewToken();
        var token = new ApiToken(Guid.CreateVersion7().ToString("D"), name, [.. rights.OfType<Right>().Distinct()], now, now.AddDays(request.Days), null, null);
        await using var work = await database.BeginAsync(cancel);
        await Sql.AddAsync(work, token, principal.UserId, Secret.Hash(secret), cancel);
        await audit.AppendAsync(work, by, "token-created", Facts(token), cancel);
        await work.CommitAsync(cancel);
        return new CreatedToken(secret, token);
    }

    internal async Task<Result<Done>> RevokeAsync(string id, Actor by, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        if (!await Sql.RevokeAsync(work, id, by.UserId, time.GetUtcNow(), cancel))
        {
            return AccountsProblems.UnknownToken;
        }

        await audit.AppendAsync(work, by, "token-revoked", new JsonObject { ["token"] = id }, cancel);
        await work.CommitAsync(cancel);
        return Done.Instance;
    }

    private static JsonObject Facts(ApiToken token) => new()
    {
        ["token"] = token.Id,
        ["rights"] = new JsonArray([.. token.Rights.Select(r => JsonValue.Create(r.ToKey()))]),
        ["expires"] = token.ExpiresAt.ToStore(),
    };
}

file sealed record TokenRow(string Id, string Name, string Rights, string CreatedAt, string ExpiresAt, string UsedAt, string RevokedAt);

file static class Sql
{
    internal static Task<IReadOnlyList<TokenRow>> ListAsync(Session session, string accountId, CancellationToken cancel) => session.QueryAsync<TokenRow>(
        "SELECT id AS Id, name AS Name, rights AS Rights, created_at AS CreatedAt, expires_at AS ExpiresAt, used_at AS UsedAt, revoked_at AS RevokedAt "
        + "FROM api_token WHERE account_id = @accountId ORDER BY created_at DESC, id DESC",
        new { accountId },
        cancel);

    internal static Task<int> AddAsync(UnitOfWork work, ApiToken token, string accountId, string hash, CancellationToken cancel) => work.ExecuteAsync(
        "INSERT INTO api_token (id, account_id, name, rights, token_hash, created_at, expires_at) VALUES (@Id, @accountId, @Name, @rights, @hash, @created, @expires)",
        new
        {
            token.Id,
            accountId,
            token.Name,
            rights = string.Join(',', token.Rights.Select(r => r.ToKey())),
            hash,
            created = token.CreatedAt.ToStore(),
            expires = token.ExpiresAt.ToStore(),
        },
        cancel);

    internal static async Task<bool> RevokeAsync(UnitOfWork work, string id, string accountId, DateTimeOffset now, CancellationToken cancel) =>
        await work.ExecuteAsync(
            "UPDATE api_token SET revoked_at = @at WHERE id = @id AND account_id = @accountId AND revoked_at = ''", new { id, accountId, at = now.ToStore() }, cancel) == 1;

    internal static ApiToken Make(TokenRow row) => new(
        row.Id,
        row.Name,
        [.. row.Rights.Split(',').Select(Rights.Parse).OfType<Right>()],
        JapanTime.TimeFromStore(row.CreatedAt),
        JapanTime.TimeFromStore(row.ExpiresAt),
        row.UsedAt.Length == 0 ? null : JapanTime.TimeFromStore(row.UsedAt),
        row.RevokedAt.Length == 0 ? null : JapanTime.TimeFromStore(row.RevokedAt));
}
