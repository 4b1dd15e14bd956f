using System.Net;
using System.Net.Http.Json;
using Yakuba.Office.Library;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library;

public sealed class LifeCycleTests
{
    private const string Text = "固定資産税の減免の手引き\n\n減免の申請は、納期限の7日前までに税務課の窓口で受け付ける。";

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_draft_is_found_by_its_section_a_confirmed_text_by_staff_a_published_one_by_all(StorageEngine engine)
    {
        await using var town = await LibraryTown.OpenAsync(engine);
        var version = await town.ImportAsync("減免.txt", Text, publish: false);
        using var head = await town.BrowserAsync("kudo");

        Assert.Equal((1, 0, 0), await FindersAsync(town));
        Assert.Equal(HttpStatusCode.NoContent, (await LibraryTown.StepAsync(head, version, "confirmation")).StatusCode);
        Assert.Equal((1, 1, 0), await FindersAsync(town));
        Assert.Equal(HttpStatusCode.NoContent, (await LibraryTown.StepAsync(head, version, "publication")).StatusCode);
        Assert.Equal((1, 1, 1), await FindersAsync(town));
        Assert.Equal(HttpStatusCode.NoContent, (await LibraryTown.StepAsync(head, version, "retirement", new { reason = "制度の終了" })).StatusCode);
        Assert.Equal((0, 0, 0), await FindersAsync(town));
        Assert.Equal(HttpStatusCode.NoContent, (await head.DeleteAsync($"/api/v1/documents/{version}/retirement")).StatusCode);
        Assert.Equal((1, 1, 1), await FindersAsync(town));

        Assert.Equal(
            [LibraryActions.Imported, LibraryActions.Confirmed, LibraryActions.Published, LibraryActions.Retired, LibraryActions.RetirementUndone],
            (await town.Town.AuditActionsAsync()).Where(a => a.StartsWith("document-", StringComparison.Ordinal)));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_newer_version_answers_from_its_first_day_on_and_the_older_until_the_day_before(StorageEngine engine)
    {
        await using var town = await LibraryTown.OpenAsync(engine);
        await town.ImportAsync("手数料.txt", "手数料の案内\n\n証明書の手数料は300円である。");
        var newer = await town.ImportAsync("手数料.txt", "手数料の案内\n\n証明書の手数料は400円に改める。", publish: false);
        using var head = await town.BrowserAsync("kudo");
        await LibraryTown.StepAsync(head, newer, "publication", new { from = "2027-04-01" });

        Assert.Contains("300円", await InForceAsync(town));
        town.Town.Clock.Set(new DateTimeOffset(2027, 3, 31, 14, 59, 0, TimeSpan.Zero)); // 23:59 in Japan
        Assert.Contains("300円", await InForceAsync(town));
        town.Town.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Contains("400円", await InForceAsync(town));
        Assert.DoesNotContain("300円", await InForceAsync(town));
    }

    [Fact]
    public async Task What_a_retired_version_had_replaced_does_not_come_back()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("手数料.txt", "手数料の案内\n\n証明書の手数料は300円である。");
        town.Town.Clock.Advance(TimeSpan.FromDays(2));
        var newer = await town.ImportAsync("手数料.txt", "手数料の案内\n\n証明書の手数料は400円に改める。");
        using var head = await town.BrowserAsync("kudo");

        await LibraryTown.StepAsync(head, newer, "retirement", new { reason = "誤りがあったため" });
        Assert.Equal("", await InForceAsync(town));

        await head.DeleteAsync($"/api/v1/documents/{newer}/retirement");
        await head.DeleteAsync($"/api/v1/documents/{newer}/publication");
        Assert.Contains("300円", await InForceAsync(town));
    }

    [Fact]
    public async Task A_retirement_to_come_leaves_the_text_in_force_until_its_day()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("減免.txt", Text);
        using var head = await town.BrowserAsync("kudo");

        await LibraryTown.StepAsync(head, version, "retirement", new { from = "2026-12-01", reason = "制度の終了" });

        Assert.Single(await town.SearchAsync(null, "減免の申請"));
        town.Town.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Empty(await town.SearchAsync(null, "減免の申請"));
        Assert.Single(await town.SearchAsync(null, "減免の申請", Standing.NoLonger));
    }

    [Theory, InlineData(""), InlineData("　 ")] // the second is an ideographic space
    public async Task A_blank_reason_is_refused_and_nothing_changes(string reason)
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("減免.txt", Text);
        using var head = await town.BrowserAsync("kudo");

        var response = await LibraryTown.StepAsync(head, version, "retirement", new { reason });

        Assert.Equal("library-reason-length", await LibraryTown.ProblemAsync(response));
        Assert.Single(await town.SearchAsync(null, "減免の申請"));
        Assert.DoesNotContain(LibraryActions.Retired, await town.Town.AuditActionsAsync());
    }

    [Fact]
    public async Task A_step_that_does_not_follow_is_refused_and_says_where_the_text_stands()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("減免.txt", Text);
        using var head = await town.BrowserAsync("kudo");

        var response = await LibraryTown.StepAsync(head, version, "confirmation");

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("library-wrong-state", await LibraryTown.ProblemAsync(response));
    }

    [Fact]
    public async Task Staff_may_not_publish_another_head_may_not_confirm_and_the_legal_officer_keeps_rules_of_every_section()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.Town.AddPersonAsync("abe", Yakuba.Platform.Role.SectionHead, "060");
        var guide = await town.ImportAsync("減免.txt", Text, "機密性1", publish: false);
        var rule = await town.ImportAsync("条例.txt", "税条例\n\n（趣旨）\n第一条　この条例は、町税の賦課徴収に関し必要な事項を定める。\n（納期）\n第二条　町税の納期は、規則で定める。\n", publish: false);
        using var staff = await town.BrowserAsync("nishi");
        using var other = await town.BrowserAsync("abe");
        using var legal = await town.BrowserAsync("hara");

        Assert.Equal(HttpStatusCode.Forbidden, (await LibraryTown.StepAsync(staff, guide, "publication")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await LibraryTown.StepAsync(other, guide, "publication")).StatusCode); // a draft of another section is not there
        Assert.Equal(HttpStatusCode.NotFound, (await LibraryTown.StepAsync(legal, guide, "publication")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await LibraryTown.StepAsync(legal, rule, "publication")).StatusCode);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Details_are_changed_by_the_section_and_a_new_title_is_found(StorageEngine engine)
    {
        await using var town = await LibraryTown.OpenAsync(engine);
        var version = await town.ImportAsync("減免.txt", Text);
        using var head = await town.BrowserAsync("kudo");

        var response = await head.PatchAsJsonAsync($"/api/v1/documents/{version}", new { title = "水車の里の税の手引き", label = "機密性1", review = new { on = "2026-11-01" } });

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(["水車の里の税の手引き"], await town.SearchAsync("tani", "水車の里"));
        Assert.Empty(await town.SearchAsync(null, "減免の申請"));
        head.DefaultRequestHeaders.Add("Accept", "text/html");
        Assert.Contains("見直しの日を過ぎた文書が1件", await head.GetStringAsync("/library"));
    }

    [Fact]
    public async Task An_editor_of_drafts_may_not_open_a_document_to_more_people()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("減免.txt", Text, "機密性1", publish: false);
        using var staff = await town.BrowserAsync("nishi");

        Assert.Equal(HttpStatusCode.NoContent, (await staff.PatchAsJsonAsync($"/api/v1/documents/{version}", new { label = "機密性2" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.PatchAsJsonAsync($"/api/v1/documents/{version}", new { label = "公開" })).StatusCode);
        Assert.Equal("library-dates-reversed", await LibraryTown.ProblemAsync(await staff.PatchAsJsonAsync(
            $"/api/v1/documents/{version}", new { validity = new { from = "2026-04-01", to = "2026-03-31" } })));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_deleted_draft_leaves_no_row_no_passage_and_no_original(StorageEngine engine)
    {
        await using var town = await LibraryTown.OpenAsync(engine);
        var version = await town.ImportAsync("減免.txt", Text, publish: false);
        using var staff = await town.BrowserAsync("nishi");

        Assert.Equal(HttpStatusCode.NoContent, (await LibraryTown.StepAsync(staff, version, "deletion", new { reason = "誤って登録した" })).StatusCode);

        Assert.Empty(await town.SearchAsync("nishi", "減免の申請"));
        Assert.Empty(Directory.EnumerateFiles(town.Town.Directory.Originals, "*", SearchOption.AllDirectories));
        await using var read = await town.Town.Database.ReadAsync();
        Assert.Equal(0, await read.CountAsync("SELECT (SELECT count(*) FROM passage) + (SELECT count(*) FROM block) + (SELECT count(*) FROM version) + (SELECT count(*) FROM document)"));
        Assert.Contains(LibraryActions.Deleted, await town.Town.AuditActionsAsync());
    }

    [Fact]
    public async Task Deleting_a_retired_text_that_was_never_published_leaves_the_published_one_in_force()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("手数料.txt", "手数料の案内\n\n証明書の手数料は300円である。");
        var slip = await town.ImportAsync("手数料.txt", "手数料の案内\n\n証明書の手数料は400円に改める。", publish: false);
        using var head = await town.BrowserAsync("kudo");
        await LibraryTown.StepAsync(head, slip, "confirmation");
        await LibraryTown.StepAsync(head, slip, "retirement", new { reason = "誤り" });

        await LibraryTown.StepAsync(head, slip, "deletion", new { reason = "誤り" });

        Assert.Contains("300円", await InForceAsync(town));
    }

    [Fact]
    public async Task Deleting_a_retired_text_that_was_to_begin_later_leaves_the_present_one_in_force_until_that_day()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("手数料.txt", "手数料の案内\n\n証明書の手数料は300円である。");
        var later = await town.ImportAsync("手数料.txt", "手数料の案内\n\n証明書の手数料は400円に改める。", publish: false);
        using var head = await town.BrowserAsync("kudo");
        await LibraryTown.StepAsync(head, later, "publication", new { from = "2027-04-01" });
        await LibraryTown.StepAsync(head, later, "retirement", new { reason = "取りやめ" });

        await LibraryTown.StepAsync(head, later, "deletion", new { reason = "取りやめ" });

        Assert.Contains("300円", await InForceAsync(town));
        town.Town.Clock.Set(new DateTimeOffset(2027, 4, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal("", await InForceAsync(town)); // what it had replaced does not come back
    }

    private static async Task<(int Section, int Staff, int Residents)> FindersAsync(LibraryTown town) => (
        (await town.SearchAsync("nishi", "減免の申請")).Count,
        (await town.SearchAsync("tani", "減免の申請")).Count,
        (await town.SearchAsync(null, "減免の申請")).Count);

    private static async Task<string> InForceAsync(LibraryTown town)
    {
        var found = await town.Town.Get<Yakuba.Office.Library.Searching.LibrarySearch>().FindAsync(
            Yakuba.Platform.Principal.Resident, "証明書の手数料", Yakuba.Platform.JapanTime.Today(town.Town.Clock), Standing.InForce, 20, default);
        return string.Concat(found.Select(f => f.Text));
    }
}
