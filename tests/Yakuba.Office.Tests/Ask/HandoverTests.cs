using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Yakuba.Office.Ask;
using Yakuba.Office.Tests.Library;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Ask;

/// <summary>引継ぎ: what a section was asked, answered and left open, as one of its people may see it.</summary>
public sealed partial class HandoverTests
{
    private const string Period = "from=2026-04-01&to=2027-03-31";

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_handover_counts_what_was_asked_and_shows_words_only_to_who_asked(StorageEngine engine)
    {
        await using var town = await TownAsync(engine);
        await town.Town.AskAsync("水車使用料はいくらですか"); // a resident
        await town.Town.AskAsync("水車使用料はいくらですか", "nishi");
        var wrong = (await town.Town.AskAsync("水車使用料を教えて", "kudo")).Value;
        await town.Town.AskAsync("山田花子の水車使用料の滞納はありますか", "kudo");
        using var head = await town.BrowserAsync("kudo");
        Assert.True((await head.PostAsJsonAsync($"/api/v1/answers/{wrong.Id}/feedback", new { verdict = "outdated", word = "" })).IsSuccessStatusCode);

        var ofHead = await ReportAsync(head, "税務課");
        using var staff = await town.BrowserAsync("nishi");
        var ofStaff = await ReportAsync(staff, "040");

        Assert.Equal(4, ofHead.GetProperty("questions").GetInt32());
        Assert.Equal(4, ofStaff.GetProperty("questions").GetInt32());
        var document = ofHead.GetProperty("documents").EnumerateArray().Single();
        Assert.Equal("水車使用料の案内", document.GetProperty("title").GetString());
        Assert.Equal(1, document.GetProperty("outdated").GetInt32());
        Assert.NotEmpty(ofHead.GetProperty("frequent").EnumerateArray());
        Assert.Contains("山田花子", ofHead.GetRawText(), StringComparison.Ordinal); // asked by kudo
        Assert.DoesNotContain("山田花子", ofStaff.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("教えて", ofStaff.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(ofStaff.GetProperty("open").EnumerateArray(), o => o.GetProperty("judged").GetString() == "古い" && o.GetProperty("answer").GetString() == "");
        Assert.Equal(2, (await town.Town.AuditActionsAsync()).Count(a => a == AskActions.HandoverExported));
    }

    [Fact]
    public async Task A_document_that_the_reader_may_not_read_leaves_no_trace()
    {
        await using var town = await TownAsync(StorageEngine.Sqlite);
        await town.Town.AddPersonAsync("boss", Role.SectionHead, "040", Label.Restricted);
        await town.ImportAsync("秘密.txt", "灯台修繕費の内訳\n\n灯台修繕費は812円である。窓口で納める。", "機密性3");
        var answer = (await town.Town.AskAsync("灯台修繕費はいくらですか", "boss")).Value;
        Assert.NotEmpty(answer.Citations);

        using var boss = await town.BrowserAsync("boss");
        using var staff = await town.BrowserAsync("nishi");

        Assert.Contains("灯台修繕費", (await ReportAsync(boss, "040")).GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("灯台修繕費", (await ReportAsync(staff, "040")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_outside_the_period_do_not_count_and_a_section_that_took_over_hands_over_the_others_too()
    {
        await using var town = await TownAsync(StorageEngine.Sqlite);
        await town.Town.AskAsync("水車使用料はいくらですか");
        using var admin = await town.BrowserAsync("admin");
        Assert.Equal(HttpStatusCode.Created, (await admin.PostAsJsonAsync("/api/v1/reorganisations", new { kind = "merge", from = new[] { "040" }, into = "060" })).StatusCode);
        using var staff = await town.BrowserAsync("tani");

        Assert.Equal(1, (await ReportAsync(staff, "060")).GetProperty("questions").GetInt32());
        Assert.Equal(1, (await ReportAsync(staff, "税務課")).GetProperty("questions").GetInt32());
        Assert.Equal(0, (await ReportAsync(staff, "060", "from=2026-04-01&to=2026-11-20")).GetProperty("questions").GetInt32());
    }

    [Theory]
    [InlineData("handover-not-your-section", "section=060&from=2026-04-01&to=2026-11-21")]
    [InlineData("accounts-unknown-section", "section=観光課&from=2026-04-01&to=2026-11-21")]
    [InlineData("handover-days", "section=040&from=2026-11-22&to=2026-11-21")]
    [InlineData("handover-days", "section=040&from=2020-04-01&to=2026-11-21")]
    [InlineData("handover-days", "section=040&from=9999-12-31&to=9999-12-31")]
    [InlineData("handover-days", "section=040&from=0001-01-01&to=0001-01-02")]
    [InlineData("handover-days", "section=040&from=先月&to=2026-11-21")]
    public async Task What_cannot_be_made_is_refused_by_name(string problem, string query)
    {
        await using var town = await TownAsync(StorageEngine.Sqlite);
        using var head = await town.BrowserAsync("kudo");

        Assert.Equal(problem, await LibraryTown.ProblemAsync(await head.GetAsync("/api/v1/handover?" + query)));
        head.DefaultRequestHeaders.Add("Accept", "text/html");
        var page = await (await head.GetAsync("/handover?" + query)).Content.ReadAsStringAsync();
        Assert.Contains("まとめる", page, StringComparison.Ordinal); // the form stands below the refusal
        Assert.DoesNotContain(AskActions.HandoverExported, await town.Town.AuditActionsAsync());
    }

    [Fact]
    public async Task The_page_gives_a_sheet_a_table_and_json_each_recorded_and_no_cell_runs_as_a_formula()
    {
        await using var town = await TownAsync(StorageEngine.Sqlite);
        await town.ImportAsync("式.txt", "=HYPERLINK(1)の手引き\n\n窓口で受け付ける。", publish: false);
        using var head = await town.BrowserAsync("kudo");
        head.DefaultRequestHeaders.Add("Accept", "text/html");
        var token = FormToken().Match(await head.GetStringAsync("/handover")).Groups[1].Value;

        var csv = await ExportAsync("csv");
        var text = Encoding.UTF8.GetString(await csv.Content.ReadAsByteArrayAsync());
        Assert.StartsWith("\uFEFF区分,", text, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(1)の手引き\"", text, StringComparison.Ordinal);
        Assert.Equal("税務課", (await (await ExportAsync("json")).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("name").GetString());
        var sheet = await (await ExportAsync("html")).Content.ReadAsStringAsync();
        Assert.Contains("kudoが作成", sheet, StringComparison.Ordinal);
        Assert.Contains("確認待ちの下書き", sheet, StringComparison.Ordinal);
        Assert.Contains("csv、json、html", await (await ExportAsync("xls")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(3, (await town.Town.AuditActionsAsync()).Count(a => a == AskActions.HandoverExported));

        Task<HttpResponseMessage> ExportAsync(string form) => head.PostAsync(
            "/handover/export", new FormUrlEncodedContent([new("form-token", token), new("section", "040"), new("from", "2026-04-01"), new("to", "2026-11-21"), new("form", form)]));
    }

    [GeneratedRegex("name=\"form-token\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    private static async Task<LibraryTown> TownAsync(StorageEngine engine)
    {
        var town = await LibraryTown.OpenAsync(engine);
        await town.ImportAsync("水車.txt", "水車使用料の案内\n\n水車使用料は1,820円である。窓口で納める。");
        return town;
    }

    private static async Task<JsonElement> ReportAsync(HttpClient browser, string section, string period = Period)
    {
        var answer = await browser.GetAsync($"/api/v1/handover?section={Uri.EscapeDataString(section)}&{period}");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
