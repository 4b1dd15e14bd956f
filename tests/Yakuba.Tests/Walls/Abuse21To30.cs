using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Ask;
using Yakuba.Office.Ask.Answering;
using Yakuba.Office.Ask.Compose;
using Yakuba.Office.Operate.MakeBackup;
using Yakuba.Office.Operate.RestoreBackup;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Platform.Privacy.Gate;
using Yakuba.Testing;

namespace Yakuba.Tests.Walls;

/// <summary>Rights and documents that go, come later or come back, and what belongs to somebody else.</summary>
public sealed class Abuse21To30(CaseTown town) : AbuseCases(town)
{
    [Fact]
    public async Task Abuse_21_a_section_taken_away_counts_for_sessions_and_tokens_that_live_on()
    {
        await Walls.Town.AddPersonAsync("ishi", Role.Staff, "040", Label.Restricted);
        using var knocker = await Knocker.OpenAsync(Walls.Town, new Asker("leaver", "ishi", Role.Staff, "040", Label.Restricted));
        Assert.Contains(Secret.Canaries[3], await knocker.JsonAsync("/api/v1/questions", new { question = $"{Secret.Topic}の受付はどこですか" }));
        await WallsTown.DoneAsync(Who("administrator").Browser.PutAsJsonAsync("/api/v1/people/ishi", new { displayName = "ishi", roles = new[] { "staff" }, sections = new[] { "060" }, clearance = "機密性2" }));
        foreach (var asProgram in new[] { false, true })
        {
            Hides(await knocker.JsonAsync("/api/v1/questions", new { question = $"{Secret.Topic}の受付はどこですか" }, asProgram), Secret);
            Hides(await knocker.SendAsync(HttpMethod.Get, $"/documents/{Secret.Version}", asProgram: asProgram), Secret);
            Hides(await knocker.SendAsync(HttpMethod.Get, $"/api/v1/passages?q={Uri.EscapeDataString(Secret.Topic)}", asProgram: asProgram), Secret);
        }
    }

    [Fact]
    public async Task Abuse_22_a_document_deleted_between_finding_and_citing_is_not_cited()
    {
        var version = await FileAsync(Label.Public, "孔雀石鑑札.md", "# 孔雀石鑑札の案内\n\n孔雀石鑑札の手数料は、350円です。孔雀石鑑札の受付は、木曜日です。\n");
        var head = Who("section head").Browser;
        var deleting = new TwoSentences(async () =>
        {
            await WallsTown.DoneAsync(head.PostAsJsonAsync($"/api/v1/documents/{version}/retirement", new { reason = "test" }));
            await WallsTown.DoneAsync(head.PostAsJsonAsync($"/api/v1/documents/{version}/deletion", new { reason = "test" }));
        });
        var pipeline = PipelineOf(deleting);
        var answer = (await pipeline.AnswerAsync(new Question("孔雀石鑑札の手数料はいくらですか", null), Principal.Resident, Principal.Resident.ToActor(Actor.NewRequestId()), _ => Task.CompletedTask, default)).Value;

        Assert.Empty(answer.Citations);
        Assert.Empty(answer.Sentences);
        Assert.DoesNotContain("350円", await GetAsync("resident", $"/api/v1/answers/{answer.Id}"));
    }

    [Fact]
    public async Task Abuse_23_a_deleted_document_is_withheld_from_old_answers_and_exports()
    {
        var deleted = PaperOf(Label.Public, PaperState.Deleted);
        var page = await GetAsync("section head", $"/ask/{deleted.AnswerId}");
        Assert.Equal(200, Status(page));
        Assert.Contains("閲覧できなくなった", page);
        foreach (var came in new[] { page, await GetAsync("section head", $"/api/v1/answers/{deleted.AnswerId}"), await GetAsync("section head", "/ask/history"), await GetAsync("section head", "/handover?section=040&from=2026-11-01&to=2026-11-21"), await GetAsync("legal officer", "/library/export.zip") })
        {
            Hides(came, deleted);
        }
    }

    [Fact]
    public async Task Abuse_24_a_restored_backup_holds_the_deletions_and_revocations_made_before_it()
    {
        using var files = new TemporaryFolder();
        _ = (await Walls.Town.Get<RecordKeeper>().SignAsync(CancellationToken.None)).Value;
        _ = (await Walls.Town.Get<MakeBackupHandler>().HandleAsync(files["b.tar"], Actor.Console("test"), (_, _, _) => { }, CancellationToken.None)).Value;
        _ = (await new RestoreBackupHandler(TimeProvider.System).HandleAsync(new RestoreBackup(files["b.tar"], files["r"], "sqlite", ""), Actor.Console("test"), (_, _, _) => { }, CancellationToken.None)).Value;
        await using var directory = (await DataDirectory.OpenAsync(files["r"], null, TimeProvider.System)).Value;
        await using var app = Server.Build(directory, "http://127.0.0.1:0");
        await app.StartAsync();
        using var resident = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        foreach (var paper in new[] { PaperOf(Label.Public, PaperState.Deleted), PaperOf(Label.Public, PaperState.Revoked), Secret })
        {
            Hides(await (await resident.PostAsJsonAsync("/api/v1/questions", new { question = $"{paper.Topic}の手数料はいくらですか" })).Content.ReadAsStringAsync(), paper);
            Assert.Equal(404, (int)(await resident.GetAsync($"/api/v1/documents/{paper.Version}")).StatusCode);
        }
    }

    [Fact]
    public async Task Abuse_25_a_superseded_text_is_answered_by_the_one_in_force()
    {
        var old = PaperOf(Label.Public, PaperState.Superseded);
        var answer = Json(await AskAsync("resident", $"{old.Topic}の窓口はどこですか"));
        Assert.Contains(answer.GetProperty("citations").EnumerateArray(), c => c.GetProperty("version").GetInt64() > old.Version);
        Assert.DoesNotContain(answer.GetProperty("citations").EnumerateArray(), c => c.GetProperty("version").GetInt64() == old.Version);
        Assert.Contains("総合案内", answer.GetRawText());
        Assert.Equal("no-longer-in-force", Json(await AskAsync("resident", $"{old.Topic}の手数料はいくらですか")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Abuse_26_no_clock_or_time_zone_of_the_asker_brings_a_day_nearer()
    {
        var future = PaperOf(Label.Public, PaperState.Future);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/questions") { Content = JsonContent.Create(new { question = $"{future.Topic}の手数料はいくらですか" }) };
        request.Headers.Date = new DateTimeOffset(2027, 5, 1, 0, 0, 0, TimeSpan.Zero);
        request.Headers.TryAddWithoutValidation("X-Timezone", "Pacific/Kiritimati");
        request.Headers.TryAddWithoutValidation("Time-Zone", "Pacific/Kiritimati");
        using var response = await Who("resident").Browser.SendAsync(request);
        Assert.Equal("not-yet-in-force", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString());

        var now = Walls.Town.Clock.GetUtcNow();
        try
        {
            Walls.Town.Clock.Set(new DateTimeOffset(2027, 3, 31, 14, 59, 59, TimeSpan.Zero)); // one second before the day begins in Japan
            Assert.DoesNotContain(await FoundAsync(), v => v == future.Version);
            Walls.Town.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Contains(await FoundAsync(), v => v == future.Version);
        }
        finally
        {
            Walls.Town.Clock.Set(now);
        }

        async Task<IEnumerable<long>> FoundAsync() =>
            Json(await GetAsync("resident", $"/api/v1/passages?q={Uri.EscapeDataString(future.Topic)}")).GetProperty("passages").EnumerateArray().Select(p => p.GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task Abuse_27_nobody_elses_stream_can_be_joined()
    {
        Assert.DoesNotContain(Door.Routes(), r => r.Path.Contains("stream", StringComparison.OrdinalIgnoreCase));
        var came = await Who("other section").SendAsync(HttpMethod.Get, $"/ask/{Secret.AnswerId}", accept: "text/event-stream");
        Assert.Equal(404, Status(came));
        Hides(came, Secret);
    }

    [Fact]
    public async Task Abuse_28_somebody_elses_answers_cannot_be_stopped_renamed_deleted_or_judged()
    {
        Assert.DoesNotContain(Door.Routes(), r => r.Method is "DELETE" or "PUT" or "PATCH" && (r.Path.StartsWith("/ask", StringComparison.Ordinal) || r.Path.Contains("answers", StringComparison.Ordinal)));
        Assert.Equal(404, Status(await Who("other section").JsonAsync($"/api/v1/answers/{Secret.AnswerId}/feedback", new { verdict = "wrong", word = "" })));
        Assert.Equal(404, Status(await Who("resident").JsonAsync($"/api/v1/answers/{Secret.AnswerId}/feedback", new { verdict = "wrong", word = "" })));
    }

    [Fact]
    public async Task Abuse_29_an_answer_to_staff_has_no_link_that_opens_without_them()
    {
        Assert.True(NoRouteHas("share", "public-link"));
        Assert.Equal(404, Status(await GetAsync("resident", $"/ask/{Secret.AnswerId}")));
        Assert.Equal(404, Status(await GetAsync("administrator", $"/ask/{Secret.AnswerId}")));
    }

    [Fact]
    public async Task Abuse_30_somebody_elses_upload_can_be_neither_used_nor_seen()
    {
        Assert.True(NoRouteHas("attach")); // templates of drafts are the whole town's
        var made = await Who("staff").JsonAsync("/api/v1/uploads", new { section = "040", label = "公開", files = new[] { new { path = "a.txt", bytes = 3, modified = 1 } } });
        var upload = IdOf(made);
        foreach (var who in new[] { "other section", "section head", "administrator" })
        {
            Assert.Equal(404, Status(await GetAsync(who, $"/api/v1/uploads/{upload}")));
            Assert.Equal(404, Status(await Who(who).SendAsync(HttpMethod.Put, $"/api/v1/uploads/{upload}/files/0?from=0", new ByteArrayContent("abc"u8.ToArray()), "application/json")));
            Assert.Equal(404, Status(await Who(who).SendAsync(HttpMethod.Post, $"/api/v1/uploads/{upload}/import", null, "application/json")));
        }
    }
}
