using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Operate.AfterRestore;

/// <summary>What a restored backup may have given back: people who can sign in, tokens that were not revoked, documents that are no drafts.</summary>
internal static class RestoredList
{
    /// <summary>Lines of a table, its head first.</summary>
    internal static async Task<IReadOnlyList<IReadOnlyList<string>>> OfAsync(Session read, CancellationToken cancel)
    {
        var people = await read.QueryAsync<Person>("SELECT id AS Id, user_name AS UserName, display_name AS Name, clearance AS Clearance, signed_in_at AS SignedInAt FROM account WHERE state = 'active' ORDER BY user_name", cancel: cancel);
        var roles = (await read.QueryAsync<Held>("SELECT account_id AS Account, role AS What FROM account_role ORDER BY account_id, role", cancel: cancel)).ToLookup(h => h.Account, h => Roles.Parse(h.What)?.ToName() ?? h.What);
        var sections = (await read.QueryAsync<Held>("SELECT account_id AS Account, section AS What FROM account_section ORDER BY account_id, section", cancel: cancel)).ToLookup(h => h.Account, h => h.What);
        var tokens = await read.QueryAsync<Token>("SELECT a.user_name AS UserName, t.name AS Name, t.rights AS Rights, t.used_at AS UsedAt FROM api_token t JOIN account a ON a.id = t.account_id WHERE t.revoked_at = '' ORDER BY a.user_name, t.name", cancel: cancel);
        var documents = await read.QueryAsync<Paper>(
            "SELECT v.number AS Version, v.title AS Title, d.section AS Section, d.label AS Label, d.readers AS Readers, v.state AS State, v.changed_at AS ChangedAt "
            + "FROM version v JOIN document d ON d.id = v.document_id WHERE v.state <> 'draft' ORDER BY d.section, v.title, v.number",
            cancel: cancel);
        return
        [
            ["種類", "名前", "所属", "公開範囲・機密性", "役割・権限・閲覧できる課", "最後の日時", "場所"],
            .. people.Select(p => Line("利用者", $"{p.Name}（{p.UserName}）", string.Join('・', sections[p.Id]), ((Label)p.Clearance).ToName(), string.Join('・', roles[p.Id]), p.SignedInAt, "/people")),
            .. tokens.Select(t => Line("トークン", t.Name, t.UserName, "", t.Rights, t.UsedAt, "/people")),
            .. documents.Select(d => Line("文書", d.Title, d.Section, ((Label)d.Label).ToName(), d.Readers.Trim(','), d.ChangedAt, $"/documents/{d.Version}")),
        ];
    }

    private static string[] Line(params string[] cells) => cells;

    private sealed record Person(string Id, string UserName, string Name, long Clearance, string SignedInAt);

    private sealed record Held(string Account, string What);

    private sealed record Token(string UserName, string Name, string Rights, string UsedAt);

    private sealed record Paper(long Version, string Title, string Section, long Label, string Readers, string State, string ChangedAt);
}
