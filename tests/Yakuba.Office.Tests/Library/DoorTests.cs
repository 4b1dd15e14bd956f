using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library;

/// <summary>What may not be read is not there, at whichever door one knocks.</summary>
public sealed class DoorTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_document_of_one_section_is_absent_at_every_door_for_others(StorageEngine engine)
    {
        await using var town = await LibraryTown.OpenAsync(engine);
        var version = await town.ImportAsync("滞納整理.txt", "滞納整理の手引き\n\n滞納者への催告は、督促状の発送から20日を過ぎてから行う。", "機密性2");

        foreach (var user in new[] { null, "tani", "hara", "admin" })
        {
            using var browser = await town.BrowserAsync(user);
            browser.DefaultRequestHeaders.Add("Accept", "text/html");
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/documents/{version}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/documents/{version}/original")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/api/v1/documents/{version}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/api/v1/documents/{version}/original")).StatusCode);
            Assert.Equal(0, await TotalAsync(browser));
            Assert.Empty(await town.SearchAsync(user, "滞納者への催告"));
            if (user is not null)
            {
                Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/documents/{version}/report")).StatusCode);
                Assert.DoesNotContain("滞納整理", await browser.GetStringAsync("/library"));
            }
        }

        using var own = await town.BrowserAsync("nishi");
        own.DefaultRequestHeaders.Add("Accept", "text/html");
        Assert.Contains("督促状の発送から20日", await own.GetStringAsync($"/documents/{version}"));
        Assert.Equal(1, await TotalAsync(own));
        Assert.Single(await town.SearchAsync("nishi", "滞納者への催告"));
    }

    [Fact]
    public async Task Hidden_and_absent_answer_alike()
    {
        await using var town = await LibraryTown.OpenAsync();
        var hidden = await town.ImportAsync("滞納整理.txt", "滞納整理の手引き\n\n催告は20日を過ぎてから行う。", "機密性2");
        using var browser = await town.BrowserAsync("tani");
        browser.DefaultRequestHeaders.Add("Accept", "text/html");

        var one = await (await browser.GetAsync($"/documents/{hidden}")).Content.ReadAsStringAsync();
        var other = await (await browser.GetAsync("/documents/987654")).Content.ReadAsStringAsync();

        Assert.Equal(Plain(other).Replace("987654", $"{hidden}", StringComparison.Ordinal), Plain(one));
    }

    [Fact]
    public async Task Residents_open_what_is_published_and_public_and_take_the_original_along()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("案内.html", "<html><head><title>納税の案内</title></head><body><p>納期限は6月30日です。<script>alert(1)</script></p></body></html>");
        using var browser = await town.BrowserAsync(null);

        var page = await browser.GetStringAsync($"/documents/{version}");
        var original = await browser.GetAsync($"/documents/{version}/original");

        Assert.Contains("納期限は6月30日です。", page);
        Assert.DoesNotContain("alert(1)", page);
        Assert.DoesNotContain("登録者", page);
        Assert.Equal("attachment", original.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("案内.html", original.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("nosniff", original.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_token_without_the_right_to_read_sees_what_residents_see()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("手引き.txt", "職員の手引き\n\n窓口の締切は16時である。", "機密性1");
        using var browser = await town.BrowserAsync("nishi");
        var made = await browser.PostAsJsonAsync("/api/v1/tokens", new { name = "検索だけ", rights = new[] { "ask" }, days = 30 });
        var token = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("secret").GetString();
        using var program = await town.BrowserAsync(null);
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);

        Assert.Equal(1, await TotalAsync(browser));
        Assert.Equal(0, await TotalAsync(program));
    }

    [Fact]
    public async Task An_original_that_was_altered_on_disk_is_not_sent()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("案内.txt", "納税の案内\n\n納期限は6月30日です。");
        await File.AppendAllTextAsync(Directory.EnumerateFiles(town.Town.Directory.Originals, "*", SearchOption.AllDirectories).Single(), "改ざん");
        using var browser = await town.BrowserAsync(null);

        var response = await browser.GetAsync($"/api/v1/documents/{version}/original");

        Assert.Equal("library-original-damaged", await LibraryTown.ProblemAsync(response));
    }

    private static async Task<int> TotalAsync(HttpClient browser) => (await browser.GetFromJsonAsync<JsonElement>("/api/v1/documents")).GetProperty("total").GetInt32();

    // Form tokens differ from page to page.
    private static string Plain(string page) => System.Text.RegularExpressions.Regex.Replace(page, "name=\"form-token\" value=\"[^\"]*\"", "");
}
