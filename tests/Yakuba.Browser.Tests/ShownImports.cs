using System.Net.Http.Json;
using System.Text.Json;
using Yakuba.Documents;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform;
using Yakuba.Testing;

namespace Yakuba.Browser.Tests;

/// <summary>Imports in each state as the store keeps them, so that their pages can be looked at while they stand still.</summary>
internal static class ShownImports
{
    /// <summary>An import with every kind of outcome.</summary>
    /// <returns>Address of its page.</returns>
    internal static async Task<string> ImportAsync(BrowserTown town, string state)
    {
        var id = Guid.CreateVersion7().ToString("D");
        var lines = Lines();
        await using var work = await town.Town.Database.BeginAsync();
        await work.ExecuteAsync(
            "INSERT INTO job (id, kind, input, state, wish, done_steps, all_steps, note, actor, created_at, ended_at, lease_until, lease_owner) "
            + "VALUES (@id, @kind, @input, @stored, @wish, @done, @all, @note, @actor, @at, @ended, '9999', 'elsewhere')",
            new
            {
                id,
                kind = ImportJob.Kind,
                input = JsonSerializer.Serialize(new ImportInput([], "")),
                stored = state == "paused" ? "waiting" : state,
                wish = state == "paused" ? "pause" : "",
                done = (long)lines.Count,
                all = state == "done" ? lines.Count : 1_000L,
                note = state == "running" ? "介護保険住宅改修費支給申請の手引き_令和8年度版.pdf" : "",
                actor = JsonSerializer.Serialize(Actor.Console("test")),
                at = "2026-11-20T00:10:00.000Z",
                ended = state is "done" or "cancelled" ? "2026-11-20T00:14:30.000Z" : "",
            });
        await work.ExecuteAsync("INSERT INTO import_run (job, started_by, section) VALUES (@id, 'console', '')", new { id });
        for (var i = 0; i < lines.Count; i++)
        {
            await ImportLines.KeepAsync(work, id, i, 0, lines[i], $"2026-11-20T00:12:{i:D2}.000Z", default);
        }

        await work.CommitAsync();
        return $"/library/imports/{id}";
    }

    /// <summary>A folder of which half has come.</summary>
    /// <returns>Address of the page that offers to go on.</returns>
    internal static async Task<string> OpenUploadAsync(BrowserTown town)
    {
        using var browser = await town.Town.SignInAsync("kanno");
        var body = new { section = "財政課", label = "公開", files = Enumerable.Range(1, 40).Select(i => new { path = $"令和9年度予算/要求書/要求書_{i:D2}.xlsx", bytes = 2, modified = 1 }) };
        var upload = await (await browser.PostAsJsonAsync("/api/v1/uploads", body)).Content.ReadFromJsonAsync<JsonElement>();
        for (var i = 0; i < 17; i++)
        {
            (await browser.PutAsync($"/api/v1/uploads/{upload.GetProperty("id").GetString()}/files/{i}", new ByteArrayContent([80, 75]))).EnsureSuccessStatusCode();
        }

        return "/library/add";
    }

    private static List<ImportedFile> Lines()
    {
        List<ImportedFile> lines =
        [
            Filed("例規/印鑑条例.html", "澄野町印鑑条例", new FileFindings { Tables = 1, Articles = 21, Characters = 8_200 }),
            Filed("住民課/転入の手続.pdf", "転入の手続", new FileFindings { PagesRead = 12, Tables = 3 }),
            Filed("住民課/古い台帳_昭和58年.pdf", "古い台帳", new FileFindings { PagesRead = 30, PagesNotRead = [4, 17, 18], PagesRecognised = [new(1, 91), new(2, 74), new(3, 88)], PagesDoubtful = [9] }),
            Filed("福祉課/住宅改修費の申請書.xlsx", "住宅改修費支給申請書", new FileFindings
            {
                Tables = 2,
                PrivateUseCharacters = 2,
                Hidden = [new("非常に隠したシート", "シート「作業用」", "単価の案（未確定）", 420)],
                Skipped = [new("コメント 3件", "コメントは本文ではないため、読み取りません。")],
            }) with { Outcome = ImportOutcome.NewVersion },
            new("パスワード付き.docx", ImportOutcome.Refused, 0, "", 0, 0, ["「パスワード付き.docx」はパスワードで保護されているため、読み取れません。パスワードを外して保存し直し、登録してください。"], "document-encrypted") { Path = "福祉課/パスワード付き.docx" },
            new("要綱.jtd", ImportOutcome.Refused, 0, "", 0, 0, ["「要綱.jtd」は一太郎の文書です。一太郎でPDFかWordの形式に保存し直し、登録してください。"], "document-ichitaro") { Path = "総務課/要綱.jtd" },
            new("手数料一覧表.xlsx", ImportOutcome.Unchanged, 3, "手数料一覧表", 12, 0, [], "") { Path = "住民課/手数料一覧表.xlsx" },
            new("手数料一覧表_写し.xlsx", ImportOutcome.Duplicate, 0, "手数料一覧表", 0, 0, ["同じ内容の文書「手数料一覧表」があるため、取り込みませんでした。"], "") { Path = "住民課/控え/手数料一覧表_写し.xlsx" },
        ];
        return lines;
    }

    private static ImportedFile Filed(string path, string title, FileFindings findings) =>
        new(Path.GetFileName(path), ImportOutcome.Added, 1, title, 24, 0, [$"{findings.PagesRead}ページを読み取りました。"], "") { Path = path, Doubts = findings.Doubts, Findings = findings };
}
