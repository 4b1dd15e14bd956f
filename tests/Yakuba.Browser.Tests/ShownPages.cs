using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Draft.Approve;
using Yakuba.Office.Draft.Regulate;
using Yakuba.Office.Draft.Text;
using Yakuba.Office.Draft.WriteDraft;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.Index.Vectors;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Models.Embedding;
using Yakuba.Testing;

namespace Yakuba.Browser.Tests;

/// <summary>Every page of the product, who looks at it, and how to get there.</summary>
internal static class ShownPages
{
    private static readonly (string Name, string Who, Func<BrowserTown, Task<string>> Path)[] All =
    [
        ("ask", "", _ => At("/ask")),
        ("ask-staff", "mori", _ => At("/ask")),
        ("answer", "", town => AnswerAsync(town, "住民票の写しの手数料はいくらですか")),
        ("answer-none", "", town => AnswerAsync(town, "澄野町宇宙旅行助成金の申請方法を教えてください")),
        ("answer-future", "", town => AnswerAsync(town, "令和9年5月の住民票の写しの手数料はいくらですか")),
        ("answer-meant", "", town => AnswerAsync(town, "じゅみんひょう")),
        ("answer-entry", "", town => AnswerAsync(town, "印鑑登録証をなくしました")),
        ("history", "mori", _ => At("/ask/history")),
        ("library", "hayashi", _ => At("/library")),
        ("library-phrase", "hayashi", _ => At("/library?q=" + Uri.EscapeDataString("「住民票の写し」"))),
        ("library-phrase-none", "hayashi", _ => At("/library?q=" + Uri.EscapeDataString("「住民票の写し交付券」"))),
        ("library-meant", "hayashi", _ => At("/library?q=" + Uri.EscapeDataString("じゅみんひょう"))),
        ("library-add", "hayashi", _ => At("/library/add")),
        ("library-add-open", "kanno", ShownImports.OpenUploadAsync),
        ("imports", "admin", _ => At("/library/imports")),
        ("imports-none", "mori", _ => At("/library/imports")),
        ("import-running", "admin", town => ShownImports.ImportAsync(town, "running")),
        ("import-paused", "admin", town => ShownImports.ImportAsync(town, "paused")),
        ("import-cancelled", "admin", town => ShownImports.ImportAsync(town, "cancelled")),
        ("import-report", "admin", town => ShownImports.ImportAsync(town, "done")),
        ("import-report-none", "admin", async town => await ShownImports.ImportAsync(town, "done") + "?show=same"),
        ("library-export", "admin", _ => At("/library/export")),
        ("library-held", "hayashi", HeldAsync),
        ("library-held-none", "kanno", _ => At("/library/held")),
        ("review", "hayashi", ReviewAsync),
        ("review-none", "kanno", _ => At("/library/review?section=010")),
        ("reorganise", "admin", ReorganiseAsync),
        ("reorganise-split", "admin", async town => "/reorganise/split?section=" + await SectionAsync(town, "住民課")),
        ("handover", "hayashi", async town =>
        {
            await AnswerAsync(town, "住民票の写しの手数料はいくらですか");
            await AnswerAsync(town, "印鑑登録証をなくしました");
            return "/handover";
        }),
        ("document-law", "", town => DocumentAsync(town, "手数料条例")),
        ("document-table", "mori", town => DocumentAsync(town, "手数料一覧表")),
        ("document-pdf", "hayashi", town => DocumentAsync(town, "ごみ分別ガイドブック")),
        ("document-draft", "kanno", town => DocumentAsync(town, "予算編成方針")),
        ("reading-report", "hayashi", async town => await DocumentAsync(town, "ごみ分別ガイドブック") + "/report"),
        ("drafts", "mori", async town => (await DraftAsync(town)).Length > 0 ? "/drafts" : ""),
        ("drafts-none", "kanno", _ => At("/drafts")),
        ("draft-kinds", "mori", _ => At("/drafts/new")),
        ("draft-facts", "mori", _ => At("/drafts/new?template=notice")),
        ("draft", "mori", DraftAsync),
        ("draft-edit", "mori", async town => await DraftAsync(town) + "/edit"),
        ("draft-submit", "mori", async town => await RoundAsync(town, false)),
        ("draft-decide", "hayashi", async town => await RoundAsync(town, true)),
        ("draft-waiting", "hayashi", async town => (await RoundAsync(town, true)).Length > 0 ? "/drafts/waiting" : ""),
        ("draft-waiting-none", "kanno", _ => At("/drafts/waiting")),
        ("draft-rules", "admin", async town => (await RoundAsync(town, false)).Length > 0 ? "/drafts/rules" : ""),
        ("draft-sources", "mori", async town => await RoundAsync(town, false) + "/sources?q=" + Uri.EscapeDataString("手数料")),
        ("draft-templates", "admin", _ => At("/drafts/templates")),
        ("draft-template", "admin", _ => At("/drafts/templates/notice")),
        ("sign-in", "", _ => At("/signin")),
        ("my-account", "mori", _ => At("/me")),
        ("my-password", "mori", _ => At("/me/password")),
        ("people", "admin", _ => At("/people")),
        ("person-new", "admin", _ => At("/people/new")),
        ("person", "admin", _ => At("/people/mori")),
        ("sections", "admin", _ => At("/sections")),
        ("audit", "ueda", _ => At("/audit")),
        ("audit-entry", "ueda", _ => At("/audit/1")),
        ("audit-sheet", "ueda", _ => At("/audit/sheet")),
        ("audit-removals", "ueda", _ => At("/audit/removals")),
        ("settings", "admin", _ => At("/settings")),
        ("health", "admin", _ => At("/health")),
        ("model", "admin", _ => At("/model")),
        ("learning", "admin", LearningAsync),
        ("embedding", "admin", EmbeddingAsync),
        ("not-found", "", _ => At("/no-such-page")),
        ("not-allowed", "mori", _ => At("/people")),
        ("parts", "", _ => At("/about/design")),
        ("front-not-found", "", async town => (await town.FrontAsync()).NoTown),
        ("front-suspended", "", async town => (await town.FrontAsync()).SuspendedTown),
        ("front-elsewhere", "", async town => (await town.FrontAsync()).TownElsewhere),
    ];

    /// <summary>Pages that say no, with the status they say it with.</summary>
    private static readonly Dictionary<string, int> Refusals = new() { ["not-found"] = 404, ["not-allowed"] = 403, ["front-not-found"] = 404, ["front-suspended"] = 503, ["front-elsewhere"] = 421 };

    private static readonly Dictionary<string, string> Known = [];

    /// <summary>The names, for theories.</summary>
    internal static IEnumerable<string> Names => All.Select(p => p.Name);

    /// <summary>Opens a page as the one who looks at it.</summary>
    internal static async Task<Visit> OpenAsync(this BrowserTown town, string name, string look = "light", int width = 1280, bool scripts = true)
    {
        var page = All.Single(p => p.Name == name);
        var visit = await town.VisitAsync(page.Who, look, width, scripts);
        Known.TryAdd(name, Known.GetValueOrDefault(name) ?? await page.Path(town));
        await visit.GoAsync(Known[name], Refusals.GetValueOrDefault(name, 200));
        return visit;
    }

    private static Task<string> At(string path) => Task.FromResult(path);

    /// <summary>Asks once, by the form and without scripts, and gives the answer's address.</summary>
    private static async Task<string> AnswerAsync(BrowserTown town, string question)
    {
        using var browser = town.Town.Browser();
        var form = await browser.GetStringAsync("/ask");
        var token = Regex.Match(form, "name=\"form-token\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        var answer = await browser.PostAsync("/ask", new FormUrlEncodedContent([new("form-token", token), new("question", question)]));
        return answer.Headers.Location is { } there
            ? there.ToString()
            : throw new InvalidOperationException($"No answer page: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Texts of 住民課 that are overdue, due soon and about to expire, and one that was reviewed of late.</summary>
    private static async Task<string> ReviewAsync(BrowserTown town)
    {
        await using (var work = await town.Town.Database.BeginAsync())
        {
            const string Own = "UPDATE version SET {0} WHERE document_id IN (SELECT id FROM document WHERE section = @section) AND title LIKE @title";
            var section = await SectionAsync(town, "住民課");
            await work.ExecuteAsync(string.Format(null, Own, "review_on = '2026-11-02'"), new { section, title = "%手数料一覧%" });
            await work.ExecuteAsync(string.Format(null, Own, "valid_to = '2026-12-01', effective_to = '2026-12-01'"), new { section, title = "%くらし%" });
            await work.ExecuteAsync("UPDATE library_state SET generation = generation + 1");
            await work.CommitAsync();
        }

        using var head = await town.Town.SignInAsync("hayashi");
        var reviewed = await DocumentAsync(town, "手数料条例");
        await head.PostAsJsonAsync($"/api/v1{reviewed}/review", new { next = "2027-11-01" });
        return "/library/review";
    }

    /// <summary>One reorganisation that was done and one that waits.</summary>
    private static async Task<string> ReorganiseAsync(BrowserTown town)
    {
        using var admin = await town.Town.SignInAsync("admin");
        await admin.PostAsJsonAsync("/api/v1/reorganisations", new { kind = "merge", from = new[] { "議会事務局" }, into = "900", name = "議会総務局" });
        await admin.PostAsJsonAsync("/api/v1/reorganisations", new { kind = "rename", from = new[] { "財政課" }, name = "財政経営課", day = "2027-04-01" });
        return "/reorganise";
    }

    private static async Task<string> SectionAsync(BrowserTown town, string name)
    {
        await using ReadSession read = await town.Town.Database.ReadAsync();
        return (await read.SingleOrDefaultAsync<string>("SELECT code FROM section WHERE name = @name", new { name }))!;
    }

    /// <summary>Two learnings, of which the later is in use, as the store keeps them.</summary>
    private static async Task<string> LearningAsync(BrowserTown town)
    {
        await using var work = await town.Town.Database.BeginAsync();
        foreach (var (number, questions, without, with) in new[] { (1L, 34L, 6_120L, 6_480L), (2L, 52L, 6_204L, 6_871L) })
        {
            await work.ExecuteAsync(
                "INSERT INTO learning (number, made_at, made_by, questions, score_without, score_with, active) VALUES (@number, @at, 'console', @questions, @without, @with, @active)",
                new { number, at = $"2026-11-{number + 9}T01:30:00.000Z", questions, without, with, active = number - 1 });
        }

        await work.CommitAsync();
        return "/learning";
    }

    /// <summary>Attaches an embedding double, so that the page has something to show, and waits for its vectors. It serves until the tests end.</summary>
    private static async Task<string> EmbeddingAsync(BrowserTown town)
    {
        var server = await EmbeddingDouble.StartAsync();
        var used = await town.Town.Get<AttachEmbeddingHandler>().UseAsync(new UseEmbedding(server.Url.AbsoluteUri, "", "", "query: ", "passage: "), Actor.Console("test"), default);
        var job = await town.Town.Get<VectorUpkeep>().LookAsync(default);
        if (job is not null)
        {
            await town.Town.Get<JobRunner>().RunHereAsync(job, _ => { }, default);
        }

        return used.Problem is null ? "/model/embedding" : throw new InvalidOperationException(used.Problem.ToString());
    }

    /// <summary>A filled-in form of 住民課 that has a My Number in a table.</summary>
    private static async Task<string> HeldAsync(BrowserTown town)
    {
        using var files = new TemporaryFolder();
        await File.WriteAllTextAsync(files["児童手当の受給者一覧.csv"], "整理,個人番号,区分\n1,262626262621,新規\n2,848484848482,継続\n");
        await using var scope = town.Town.Services.CreateAsyncScope();
        var job = (await scope.ServiceProvider.GetRequiredService<ImportFilesHandler>().StartAsync(new ImportFiles([files["児童手当の受給者一覧.csv"]], "住民課", "機密性2", false), Actor.Console("test"), default)).Value;
        await town.Town.Get<JobRunner>().RunHereAsync(job, _ => { }, default);
        return "/library/held";
    }

    /// <summary>A draft of 住民課 in which people changed something and one fact is still missing.</summary>
    private static async Task<string> DraftAsync(BrowserTown town)
    {
        var (who, by) = (await town.Town.PrincipalAsync("mori"), (await town.Town.PrincipalAsync("mori")).ToActor("test"));
        var facts = new Dictionary<string, string> { ["宛先"] = "各町内会長\n各小学校長", ["事業名"] = "秋の一斉清掃", ["日にち"] = "2026-11-29", ["時間"] = "午前9時から正午まで", ["場所"] = "各町内会の区域（雨のときは12月6日）" };
        var made = (await town.Town.Get<CreateDraftHandler>().HandleAsync(new CreateDraft("notice", "", Label.Internal, facts), who, by, default)).Value;
        var text = new Dictionary<PartRole, string> { [PartRole.Contact] = "担当　住民課　電話090-0111-2222（佐々木健）", [PartRole.Attachment] = "清掃の道具の貸出し\n軍手とごみ袋は、前日までに役場で受け取ってください。連絡は佐々木健（090-0111-2222）まで。" };
        _ = (await town.Town.Get<ReviseDraftHandler>().HandleAsync(new ReviseDraft(made.Id, 1, text, new Dictionary<string, string>()), who, by, default)).Value;
        return $"/drafts/{made.Id}";
    }

    /// <summary>A draft of 住民課 that can go round, or is on its way to its head.</summary>
    private static async Task<string> RoundAsync(BrowserTown town, bool isOnItsWay)
    {
        var who = await town.Town.PrincipalAsync("mori");
        var rules = new RegulationText("住民課 課長 hayashi 代決 mori\n財政課 課長 kanno\n全体 町長 admin 代決 kanno\n", "課長決裁：課長（2日）\n町長決裁：課長決裁→町長\n合議：課長\n", "＊＝{団体略}{課略}第{番号}号\n告示＝{団体名}告示第{番号}号（暦年）\n", false);
        _ = (await town.Town.Get<RegulationStore>().SetAsync(rules, Actor.Console("test"), default)).Value;
        var facts = new Dictionary<string, string> { ["宛先"] = "各町内会長", ["事業名"] = "冬の火の用心", ["趣旨"] = "火事を防ぐため、町内を見回ります。", ["日にち"] = "2026-12-12" };
        var made = (await town.Town.Get<CreateDraftHandler>().HandleAsync(new CreateDraft("notice", "", Label.Internal, facts), who, who.ToActor("test"), default)).Value;
        if (isOnItsWay)
        {
            _ = (await town.Town.Get<SubmitDraftHandler>().HandleAsync(new SubmitDraft(made.Id, 1, "町長決裁", [await SectionAsync(town, "財政課")]), who, who.ToActor("test"), default)).Value;
        }

        return $"/drafts/{made.Id}";
    }

    private static async Task<string> DocumentAsync(BrowserTown town, string title)
    {
        await using ReadSession read = await town.Town.Database.ReadAsync();
        var number = await read.SingleOrDefaultAsync<long?>("SELECT number FROM version WHERE title LIKE @title ORDER BY number LIMIT 1", new { title = $"%{title}%" });
        return $"/documents/{number ?? throw new InvalidOperationException("No version titled " + title)}";
    }
}
