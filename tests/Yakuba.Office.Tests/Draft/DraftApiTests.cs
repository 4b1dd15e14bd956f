using System.CommandLine;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Draft;
using Yakuba.Platform.CommandLine;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Draft;

/// <summary>Drafting over the API and from the machine's commands, from the facts to the number.</summary>
public sealed class DraftApiTests
{
    [Fact]
    public async Task A_program_goes_the_whole_way_from_facts_to_a_number()
    {
        await using var town = await ApprovalTown.OpenAsync();
        using var nishi = await town.Drafts.Town.SignInAsync("nishi");
        var made = await JsonAsync(await nishi.PostAsJsonAsync("/api/v1/drafts", new { template = "notice", facts = DraftTown.Notice.ToDictionary(f => f.Name, f => f.Value) }));
        var at = $"/api/v1/drafts/{made.GetProperty("id").GetGuid()}";

        await JsonAsync(await nishi.PutAsJsonAsync($"{at}/text", new { was = 1, parts = new { subject = "秋の清掃について（通知）" } }));
        await JsonAsync(await nishi.PostAsJsonAsync($"{at}/submission", new { version = 2, route = "課長決裁" }));
        foreach (var user in new[] { "mizuno", "kudo" })
        {
            using var approver = await town.Drafts.Town.SignInAsync(user);
            Assert.Equal(1, (await approver.GetFromJsonAsync<JsonElement>("/api/v1/drafts/waiting")).GetProperty("total").GetInt64());
            await JsonAsync(await approver.PostAsJsonAsync($"{at}/decision", new { version = 2, approve = true }));
        }

        Assert.Equal("issued", (await JsonAsync(await nishi.PostAsync($"{at}/issue", null))).GetProperty("state").GetString());
        var whole = await nishi.GetFromJsonAsync<JsonElement>(at);
        Assert.Equal(("桜町税第1号", "2026-11-21", "秋の清掃について（通知）"), (whole.GetProperty("documentNumber").GetString(), whole.GetProperty("issuedOn").GetString(), whole.GetProperty("parts").GetProperty("subject").GetString()));
        Assert.Equal(1, (await nishi.GetFromJsonAsync<JsonElement>("/api/v1/drafts?state=issued&q=" + Uri.EscapeDataString("桜町税第1号"))).GetProperty("total").GetInt64());
        using var tani = await town.Drafts.Town.SignInAsync("tani");
        Assert.Equal(HttpStatusCode.NotFound, (await tani.GetAsync(at)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tani.GetAsync($"{at}/paper.docx")).StatusCode);
        Assert.Equal(0, (await tani.GetFromJsonAsync<JsonElement>("/api/v1/drafts")).GetProperty("total").GetInt64());
    }

    [Theory]
    [InlineData("{\"template\":\"notice\",\"label\":\"極秘\"}", 400, "draft-unknown-label")]
    [InlineData("{\"template\":\"none\"}", 404, "draft-no-such-template")]
    [InlineData("{\"template\":\"notice\",\"facts\":{\"日にち\":\"きょう\"}}", 400, "draft-fact-date")]
    [InlineData("{\"template\":\"notice\",\"section\":\"060\"}", 403, "draft-not-your-section")]
    public async Task Bad_input_has_a_name(string body, int status, string name)
    {
        await using var town = await DraftTown.OpenAsync();
        using var nishi = await town.Town.SignInAsync("nishi");
        using var response = await nishi.PostAsync("/api/v1/drafts", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal((status, name), ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("name").GetString()));
    }

    [Fact]
    public async Task The_command_lists_shows_and_writes_a_draft_as_a_person_may_read_it()
    {
        await using var town = await DraftTown.OpenAsync();
        using var nishi = await town.ClerkAsync("nishi");
        var draft = $"{await nishi.BeginAsync()}";
        using var files = new TemporaryFolder();

        Assert.Contains("[起案中] 通知　秋の一斉清掃について（通知）", (await CommandAsync(town, files, "list", "--as", "nishi")).Said);
        Assert.Contains("0件", (await CommandAsync(town, files, "list", "--as", "tani")).Said);
        Assert.Contains("【件名】", (await CommandAsync(town, files, "show", draft, "--as", "nishi")).Said);
        Assert.Contains("draft-no-such-draft", (await CommandAsync(town, files, "show", draft, "--as", "tani")).Said);
        Assert.Equal(0, (await CommandAsync(town, files, "export", draft, "通知.docx", "--as", "nishi")).Code);
        Assert.True(new FileInfo(files["通知.docx"]).Length > 1_000);
        var (code, said) = await CommandAsync(town, files, "export", draft, "ない/通知.docx", "--as", "nishi");
        Assert.Equal(2, code);
        Assert.Contains("draft-not-written", said);
        Assert.Contains("draft-unknown-state", (await CommandAsync(town, files, "list", "--as", "nishi", "--state", "済")).Said);
    }

    private static async Task<(int Code, string Said)> CommandAsync(DraftTown town, TemporaryFolder files, params string[] line)
    {
        using var scope = town.Town.Services.CreateScope();
        using var said = new StringWriter();
        var context = new CommandContext("", files.Path, TextReader.Null, new CommandOutput(said, said, false, false));
        context.Open(scope.ServiceProvider);
        var root = new RootCommand();
        foreach (var command in DraftRoom.Commands(context))
        {
            root.Add(command);
        }

        return (await root.Parse(["draft", .. line]).InvokeAsync(), said.ToString());
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        using (response)
        {
            Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
            return await response.Content.ReadFromJsonAsync<JsonElement>();
        }
    }
}
