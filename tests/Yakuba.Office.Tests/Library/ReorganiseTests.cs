using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Yakuba.Office.Library;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library;

/// <summary>機構改革: sections change, and documents, people and shares go along, as one act that can be taken back.</summary>
public sealed class ReorganiseTests
{
    private const string Secret = "滞納整理の手引き\n\n差押えの手順は、課内の打合せで決める。";

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_merger_takes_documents_people_and_shares_along_and_is_taken_back_whole(StorageEngine engine)
    {
        await using var town = await LibraryTown.OpenAsync(engine);
        var own = await town.ImportAsync("滞納.txt", Secret, "機密性2");
        var shared = await SharedByWelfareAsync(town);
        using var admin = await town.BrowserAsync("admin");
        var before = await StateAsync(town);
        Assert.DoesNotContain("滞納整理の手引き", await town.SearchAsync("tani", "差押えの手順"));

        var merger = new { kind = "merge", from = new[] { "税務課" }, into = "060" };
        var plan = await PlanAsync(admin, merger);
        Assert.Equal((1, 2, 1), (plan.GetProperty("documents").GetInt32(), plan.GetProperty("people").GetInt32(), plan.GetProperty("shares").GetInt32()));
        Assert.Equal(before, await StateAsync(town)); // a plan changes nothing
        var number = await DoAsync(admin, merger);

        Assert.Contains("滞納整理の手引き", await town.SearchAsync("tani", "差押えの手順")); // 福祉課 reads what was 税務課's
        Assert.Contains("滞納整理の手引き", await town.SearchAsync("nishi", "差押えの手順")); // and who came along goes on reading
        Assert.Contains("給付の手引き", await town.SearchAsync("nishi", "給付の審査"));
        Assert.Equal("060", (await admin.GetFromJsonAsync<JsonElement>("/api/v1/people/nishi")).GetProperty("sections")[0].GetString());
        using var head = await town.BrowserAsync("kudo");
        Assert.Equal(HttpStatusCode.NoContent, (await LibraryTown.StepAsync(head, own, "review")).StatusCode);
        await head.DeleteAsync($"/api/v1/documents/{own}/review");

        Assert.Equal(HttpStatusCode.OK, (await admin.DeleteAsync($"/api/v1/reorganisations/{number}")).StatusCode);
        Assert.Equal(before, await StateAsync(town));
        Assert.DoesNotContain("滞納整理の手引き", await town.SearchAsync("tani", "差押えの手順"));
        Assert.Equal([LibraryActions.Reorganised, LibraryActions.ReorganisationUndone], (await town.Town.AuditActionsAsync()).Where(a => a.Contains("organis", StringComparison.Ordinal)));
        Assert.Equal("reorganise-not-done", await LibraryTown.ProblemAsync(await admin.DeleteAsync($"/api/v1/reorganisations/{number}")));
        Assert.True(shared > 0);
    }

    [Fact]
    public async Task An_old_name_still_leads_to_the_documents_and_old_papers_say_what_the_section_was_called()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("減免.txt", "減免の手引き\n\n減免の申請は窓口で受け付ける。");
        using var admin = await town.BrowserAsync("admin");
        await DoAsync(admin, new { kind = "merge", from = new[] { "040" }, into = "050", name = "市民税務課" });
        await DoAsync(admin, new { kind = "rename", from = new[] { "050" }, name = "市民生活課" });

        foreach (var name in new[] { "税務課", "040", "市民税務課", "市民生活課", "050" })
        {
            var list = await admin.GetFromJsonAsync<JsonElement>("/api/v1/documents?section=" + Uri.EscapeDataString(name));
            Assert.True(list.GetProperty("total").GetInt32() == 1, name);
        }

        admin.DefaultRequestHeaders.Add("Accept", "text/html");
        var page = await admin.GetStringAsync($"/documents/{version}");
        Assert.Contains("機構改革で所管課が変更", page);
        Assert.Contains("旧: 税務課", page);
        Assert.Contains("市民税務課", page); // the name before the last
        Assert.Contains("市民生活課", await admin.GetStringAsync("/library?section=040"));
    }

    [Fact]
    public async Task The_same_folder_imported_under_the_old_name_finds_its_documents_again()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("減免.txt", "減免の手引き\n\n減免の申請は窓口で受け付ける。");
        using var admin = await town.BrowserAsync("admin");
        await DoAsync(admin, new { kind = "merge", from = new[] { "040" }, into = "060" });

        await File.WriteAllTextAsync(town.Files["減免.txt"], "減免の手引き\n\n減免の申請は郵送でも受け付ける。");
        var report = await town.ImportAsync(new ImportFiles([town.Files["減免.txt"]], "税務課", "公開", true));

        Assert.Equal(ImportOutcome.NewVersion, report.Files.Single().Outcome);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_split_takes_what_was_chosen_and_is_not_taken_back_once_somebody_else_joined(StorageEngine engine)
    {
        await using var town = await LibraryTown.OpenAsync(engine);
        var going = await town.ImportAsync("納税.txt", "納税の手引き\n\n納税相談は予約制とする。", "機密性2");
        await town.ImportAsync("滞納.txt", Secret, "機密性2");
        using var admin = await town.BrowserAsync("admin");
        var before = await StateAsync(town);
        var split = new { kind = "split", from = new[] { "040" }, into = "045", name = "納税課", documents = new[] { going }, people = new[] { "nishi" } };

        // An administrator who may not read a document cannot choose it; the operator of the machine can.
        Assert.Equal("reorganise-not-of-section", await LibraryTown.ProblemAsync(await admin.PostAsJsonAsync("/api/v1/reorganisations", split)));
        string[] command = ["reorganise", "split", "税務課", "--into", "045", "--name", "納税課", "--document", $"{going}", "--person", "nishi"];
        var (code, said) = await town.CommandAsync(command);
        Assert.True(code == 0 && said.Contains("移る文書: 1件", StringComparison.Ordinal) && said.Contains("まだ何も変更していません", StringComparison.Ordinal), said);
        Assert.Equal(before, await StateAsync(town));
        (code, said) = await town.CommandAsync([.. command, "--yes"]);
        Assert.True(code == 0, said);

        Assert.Contains("納税の手引き", await town.SearchAsync("nishi", "納税相談"));
        Assert.DoesNotContain("滞納整理の手引き", await town.SearchAsync("nishi", "差押えの手順"));
        Assert.Contains("滞納整理の手引き", await town.SearchAsync("kudo", "差押えの手順"));
        Assert.DoesNotContain("納税の手引き", await town.SearchAsync("kudo", "納税相談"));
        await town.Town.AddPersonAsync("ogi", Role.Staff, "045");
        Assert.Equal("reorganise-depended-on", await LibraryTown.ProblemAsync(await admin.DeleteAsync("/api/v1/reorganisations/1")));
        await admin.PutAsJsonAsync("/api/v1/people/ogi", new { displayName = "ogi", roles = new[] { "職員" }, sections = new[] { "060" }, clearance = "機密性2" });
        Assert.Equal(HttpStatusCode.OK, (await admin.DeleteAsync("/api/v1/reorganisations/1")).StatusCode);
        Assert.Equal(before, (await StateAsync(town)).Replace("ogi:060\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_changed_since_keeps_a_merger_from_being_taken_back_and_nothing_changes()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("減免.txt", "減免の手引き\n\n減免の申請は窓口で受け付ける。");
        using var admin = await town.BrowserAsync("admin");
        var number = await DoAsync(admin, new { kind = "merge", from = new[] { "040" }, into = "060" });
        using var head = await town.BrowserAsync("kudo");
        await head.PatchAsJsonAsync($"/api/v1/documents/{version}", new { readers = new[] { "060" } });
        var after = await StateAsync(town);

        var refused = await admin.DeleteAsync($"/api/v1/reorganisations/{number}");

        Assert.Equal("reorganise-depended-on", await LibraryTown.ProblemAsync(refused));
        Assert.Equal(after, await StateAsync(town));
    }

    [Fact]
    public async Task A_day_to_come_is_waited_for_can_be_cancelled_and_is_done_by_the_server_itself()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("滞納.txt", Secret, "機密性2");
        using var admin = await town.BrowserAsync("admin");
        var merger = new { kind = "merge", from = new[] { "040" }, into = "060", day = "2026-12-01" };
        var first = await DoAsync(admin, merger);
        Assert.Equal("reorganise-already-planned", await LibraryTown.ProblemAsync(await admin.PostAsJsonAsync("/api/v1/reorganisations", merger)));
        await admin.DeleteAsync($"/api/v1/reorganisations/{first}");
        await DoAsync(admin, merger);

        Assert.Equal(0, await town.Town.Get<Yakuba.Office.Library.Reorganise.ReorganiseHandler>().DoDueAsync(default));
        Assert.DoesNotContain("滞納整理の手引き", await town.SearchAsync("tani", "差押えの手順"));
        town.Town.Clock.Set(new DateTimeOffset(2026, 11, 30, 15, 0, 0, TimeSpan.Zero)); // midnight in Japan
        Assert.Equal(1, await town.Town.Get<Yakuba.Office.Library.Reorganise.ReorganiseHandler>().DoDueAsync(default));
        Assert.Equal(0, await town.Town.Get<Yakuba.Office.Library.Reorganise.ReorganiseHandler>().DoDueAsync(default));

        Assert.Contains("滞納整理の手引き", await town.SearchAsync("tani", "差押えの手順"));
        Assert.Equal(
            [LibraryActions.ReorganisationPlanned, LibraryActions.ReorganisationCancelled, LibraryActions.ReorganisationPlanned, LibraryActions.Reorganised],
            (await town.Town.AuditActionsAsync()).Where(a => a.Contains("organis", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_can_no_longer_be_done_on_its_day_is_kept_with_the_reason()
    {
        await using var town = await LibraryTown.OpenAsync();
        using var admin = await town.BrowserAsync("admin");
        await DoAsync(admin, new { kind = "rename", from = new[] { "040" }, name = "納税課", day = "2026-12-01" });
        await town.Town.AddSectionAsync("070", "納税課");

        town.Town.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal(0, await town.Town.Get<Yakuba.Office.Library.Reorganise.ReorganiseHandler>().DoDueAsync(default));

        using var later = await town.BrowserAsync("admin");
        var kept = (await later.GetFromJsonAsync<JsonElement>("/api/v1/reorganisations"))[0];
        Assert.Equal("refused", kept.GetProperty("state").GetString());
        Assert.Contains("その名前の課がすでにあります", kept.GetProperty("problem").GetString());
    }

    [Theory]
    [InlineData("accounts-unknown-section", "rename", "観光課", "", "新しい課")]
    [InlineData("reorganise-section-needed", "merge", "", "060", "")]
    [InlineData("reorganise-section-needed", "close", "040,060", "", "")]
    [InlineData("reorganise-into-needed", "merge", "040", "", "")]
    [InlineData("reorganise-into-itself", "merge", "040", "税務課", "")]
    [InlineData("accounts-unknown-section", "merge", "040", "観光課", "")]
    [InlineData("reorganise-into-exists", "merge", "040", "060", "新しい課")]
    [InlineData("reorganise-name-taken", "rename", "040", "", "福祉課")]
    [InlineData("reorganise-name-taken", "split", "040", "045", "税務課")]
    [InlineData("reorganise-same-name", "rename", "040", "", "税務課")]
    [InlineData("accounts-section-form", "rename", "040", "", "")]
    [InlineData("accounts-section-form", "merge", "040", "課の番号", "新しい課")]
    [InlineData("reorganise-nothing-chosen", "split", "040", "045", "納税課")]
    [InlineData("reorganise-successor-needed", "close", "040", "", "")]
    [InlineData("reorganise-unknown-kind", "abolish", "040", "", "")]
    public async Task What_makes_no_sense_is_refused_by_name_and_nothing_changes(string problem, string kind, string from, string into, string name)
    {
        await using var town = await LibraryTown.OpenAsync();
        using var admin = await town.BrowserAsync("admin");
        var before = await StateAsync(town);
        var request = new { kind, from = from.Split(',', StringSplitOptions.RemoveEmptyEntries), into, name };

        foreach (var path in new[] { "/api/v1/reorganisations/plan", "/api/v1/reorganisations" })
        {
            Assert.Equal(problem, await LibraryTown.ProblemAsync(await admin.PostAsJsonAsync(path, request)));
        }

        Assert.Equal(before, await StateAsync(town));
    }

    [Fact]
    public async Task The_last_section_is_not_closed_and_a_closed_one_neither_takes_over_nor_closes_again()
    {
        await using var town = await LibraryTown.OpenAsync();
        using var admin = await town.BrowserAsync("admin");
        await DoAsync(admin, new { kind = "merge", from = new[] { "040" }, into = "060" });

        Assert.Equal("reorganise-last-section", await RefusalAsync(new { kind = "close", from = new[] { "060" } }));
        Assert.Equal("reorganise-into-closed", await RefusalAsync(new { kind = "merge", from = new[] { "060" }, into = "040" }));
        Assert.Equal("reorganise-already-closed", await RefusalAsync(new { kind = "merge", from = new[] { "040" }, into = "060" }));

        async Task<string> RefusalAsync(object request) => await LibraryTown.ProblemAsync(await admin.PostAsJsonAsync("/api/v1/reorganisations", request));
    }

    [Fact]
    public async Task A_plan_that_is_no_longer_true_is_not_done()
    {
        await using var town = await LibraryTown.OpenAsync();
        using var admin = await town.BrowserAsync("admin");
        var plan = (await PlanAsync(admin, new { kind = "merge", from = new[] { "040" }, into = "060" })).GetProperty("plan").GetString();
        await town.Town.AddPersonAsync("ogi", Role.Staff, "040");

        Assert.Equal("reorganise-plan-changed", await LibraryTown.ProblemAsync(
            await admin.PostAsJsonAsync("/api/v1/reorganisations", new { kind = "merge", from = new[] { "040" }, into = "060", plan })));
    }

    [Fact]
    public async Task While_files_come_in_for_a_section_it_does_not_move()
    {
        await using var town = await LibraryTown.OpenAsync();
        await File.WriteAllTextAsync(town.Files["減免.txt"], "減免の手引き\n\n減免の申請は窓口で受け付ける。");
        var input = JsonSerializer.Serialize(new ImportInput([new ImportItem(town.Files["減免.txt"], "040:減免.txt", "減免.txt", "040", Label.Public, VersionState.Draft)], ""));
        await using (var work = await town.Town.Database.BeginAsync())
        {
            await work.ExecuteAsync(
                "INSERT INTO job (id, kind, input, state, actor, created_at, lease_until, lease_owner) VALUES ('j', 'library-import', @input, 'running', '{}', '2026-11-21T01:00:00.000Z', '2099-01-01T00:00:00.000Z', 'x')",
                new { input });
            await work.CommitAsync();
        }

        using var admin = await town.BrowserAsync("admin");
        var merger = new { kind = "merge", from = new[] { "040" }, into = "060" };
        for (var tries = 0; (await admin.PostAsJsonAsync("/api/v1/reorganisations/plan", merger)).IsSuccessStatusCode; tries++)
        {
            // The server takes up, once after its start, what another process left running.
            Assert.True(tries < 50);
            await using var work = await town.Town.Database.BeginAsync();
            await work.ExecuteAsync("UPDATE job SET state = 'running', lease_owner = 'x', lease_until = '2099-01-01T00:00:00.000Z' WHERE id = 'j'");
            await work.CommitAsync();
        }

        Assert.Equal("reorganise-import-running", await LibraryTown.ProblemAsync(await admin.PostAsJsonAsync("/api/v1/reorganisations", merger)));
    }

    [Fact]
    public async Task A_new_section_into_which_files_come_in_is_not_taken_back()
    {
        await using var town = await LibraryTown.OpenAsync();
        using var admin = await town.BrowserAsync("admin");
        var number = await DoAsync(admin, new { kind = "merge", from = new[] { "040" }, into = "045", name = "納税課" });
        await File.WriteAllTextAsync(town.Files["減免.txt"], "減免の手引き\n\n減免の申請は窓口で受け付ける。");
        var input = JsonSerializer.Serialize(new ImportInput([new ImportItem(town.Files["減免.txt"], "045:減免.txt", "減免.txt", "045", Label.Public, VersionState.Draft)], ""));
        await using (var work = await town.Town.Database.BeginAsync())
        {
            await work.ExecuteAsync("INSERT INTO job (id, kind, input, state, wish, actor, created_at) VALUES ('j', 'library-import', @input, 'waiting', 'pause', '{}', '2026-11-21T01:00:00.000Z')", new { input });
            await work.CommitAsync();
        }

        Assert.Equal("reorganise-import-running", await LibraryTown.ProblemAsync(await admin.DeleteAsync($"/api/v1/reorganisations/{number}")));
        await town.Town.Get<Yakuba.Platform.Jobs.JobQueue>().CancelAsync("j", default);
        Assert.Equal(HttpStatusCode.OK, (await admin.DeleteAsync($"/api/v1/reorganisations/{number}")).StatusCode);
    }

    [Fact]
    public async Task A_section_named_once_by_its_code_and_once_by_its_name_moves_once_and_no_day_is_too_early_to_be_refused()
    {
        await using var town = await LibraryTown.OpenAsync();
        using var admin = await town.BrowserAsync("admin");
        await town.ImportAsync("滞納.txt", Secret, "機密性2");

        Assert.Equal("accounts-section-dates", await LibraryTown.ProblemAsync(await admin.PostAsJsonAsync("/api/v1/reorganisations", new { kind = "close", from = new[] { "040" }, day = "0001-01-01" })));
        Assert.True(await DoAsync(admin, new { kind = "merge", from = new[] { "040", "税務課" }, into = "060" }) > 0);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Two_mergers_at_once_into_each_other_leave_one_section_with_everything(StorageEngine engine)
    {
        await using var town = await LibraryTown.OpenAsync(engine);
        await town.ImportAsync("滞納.txt", Secret, "機密性2");
        using var admin = await town.BrowserAsync("admin");

        var answers = await Task.WhenAll(
            admin.PostAsJsonAsync("/api/v1/reorganisations", new { kind = "merge", from = new[] { "040" }, into = "060" }),
            admin.PostAsJsonAsync("/api/v1/reorganisations", new { kind = "merge", from = new[] { "060" }, into = "040" }));

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        Assert.Contains("滞納整理の手引き", await town.SearchAsync("tani", "差押えの手順"));
        Assert.Contains("滞納整理の手引き", await town.SearchAsync("nishi", "差押えの手順"));
    }

    [Fact]
    public async Task Only_administrators_reorganise()
    {
        await using var town = await LibraryTown.OpenAsync();
        using var head = await town.BrowserAsync("kudo");
        Assert.Equal(HttpStatusCode.Forbidden, (await head.PostAsJsonAsync("/api/v1/reorganisations", new { kind = "merge", from = new[] { "040" }, into = "060" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync("/api/v1/reorganisations")).StatusCode);
    }

    private static async Task<uint> SharedByWelfareAsync(LibraryTown town)
    {
        await File.WriteAllTextAsync(town.Files["給付.txt"], "給付の手引き\n\n給付の審査は所得で行う。");
        var version = (uint)(await town.ImportAsync(new ImportFiles([town.Files["給付.txt"]], "福祉課", "機密性2", true))).Files.Single().Version;
        await using var work = await town.Town.Database.BeginAsync();
        await work.ExecuteAsync("UPDATE document SET readers = ',040,' WHERE section = '060'");
        await work.ExecuteAsync("UPDATE library_state SET generation = generation + 1");
        await work.CommitAsync();
        return version;
    }

    private static async Task<JsonElement> PlanAsync(HttpClient admin, object request)
    {
        var answer = await admin.PostAsJsonAsync("/api/v1/reorganisations/plan", request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<long> DoAsync(HttpClient admin, object request)
    {
        var answer = await admin.PostAsJsonAsync("/api/v1/reorganisations", request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetInt64();
    }

    /// <summary>Everything that a reorganisation may change, as text.</summary>
    private static async Task<string> StateAsync(LibraryTown town)
    {
        await using var read = await town.Town.Database.ReadAsync();
        IEnumerable<string> lines =
        [
            .. await read.QueryAsync<string>("SELECT code || '|' || name || '|' || valid_to || '|' || successor || '|' || parent FROM section ORDER BY code"),
            .. await read.QueryAsync<string>("SELECT code || '~' || name FROM section_old_name ORDER BY code, name"),
            .. await read.QueryAsync<string>("SELECT a.user_name || ':' || s.section FROM account a JOIN account_section s ON s.account_id = a.id ORDER BY a.user_name, s.section"),
            .. await read.QueryAsync<string>("SELECT source_key || '|' || section || '|' || readers FROM document ORDER BY id"),
        ];
        return string.Concat(lines.Select(l => l + "\n"));
    }
}
