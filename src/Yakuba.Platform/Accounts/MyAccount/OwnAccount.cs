using Yakuba.Platform.Accounts.Passkeys;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Accounts.Tokens;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Platform.Accounts.MyAccount;

/// <summary>Puts together what a person sees of the own account.</summary>
internal sealed class OwnAccount(Database database, SectionList sections, TokensHandler tokens, PasskeyStore passkeys, TimeProvider time)
{
    private const int OfferedDays = 90;

    internal async Task<MyAccountModel> ModelAsync(Principal principal, Words words, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        var account = (await AccountRows.FindAsync(read, principal.UserId, cancel))!; // the gate has just found it
        var names = (await sections.ListAsync(read, cancel)).ToDictionary(s => s.Code, s => s.Name);
        var now = time.GetUtcNow();
        return new MyAccountModel(
            [
                new FactLine(words["氏名", "Name"], account.DisplayName),
                new FactLine(words["利用者名", "User name"], account.UserName),
                new FactLine(words["役割", "Roles"], string.Join(words["、", ", "], account.Roles.Select(r => r.ToName()))),
                new FactLine(words["所属", "Sections"], account.Sections.Count == 0 ? words["なし", "None"] : string.Join(words["、", ", "], account.Sections.Select(s => names[s]))),
                new FactLine(words["読める文書の上限", "Clearance"], account.Clearance.ToName()),
            ],
            [.. (await passkeys.ListAsync(read, account.Id, cancel)).Select(p => new PasskeyLine(p.Id, p.Name, p.CreatedAt))],
            [.. (await tokens.ListAsync(principal, cancel)).Where(t => t.RevokedAt is null).Select(t => Line(t, now))],
            [.. Rights.All.Where(r => r != Right.OwnAccount && principal.May(r)).Select(r => new Choice(r.ToKey(), r.ToName()))])
        {
            MayChangePassword = !account.IsFromDirectory,
            TokenUntil = time.Today().AddDays(OfferedDays),
        };
    }

    internal static string DoneWords(string? done, Words words) => done switch
    {
        "password" => words["パスワードを変更しました。", "Your password was changed."],
        "token-revoked" => words["トークンを取り消しました。", "The token was revoked."],
        "passkey-added" => words["パスキーを追加しました。", "The passkey was added."],
        "passkey-removed" => words["パスキーを外しました。", "The passkey was removed."],
        _ => "",
    };

    private static TokenLine Line(ApiToken token, DateTimeOffset now) => new(
        token.Id,
        token.Name,
        string.Join("、", token.Rights.Select(r => r.ToName())),
        DateOnly.FromDateTime(token.ExpiresAt.ToOffset(JapanTime.Offset).DateTime),
        token.UsedAt,
        !token.HoldsAt(now));
}
