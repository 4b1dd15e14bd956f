using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Yakuba.Office.Tests.Library;

public sealed partial class UploadTests
{
    [Fact]
    public async Task Three_files_are_filed_as_drafts_and_the_unreadable_one_says_what_to_do()
    {
        await using var town = await LibraryTown.OpenAsync();
        using var browser = await town.BrowserAsync("nishi");
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        using var form = LibraryTown.Upload(
            "040",
            "公開",
            publish: false,
            ("減免の手引き.txt", LibraryTown.Text("減免の手引き\n\n申請は納期限の7日前までに受け付ける。")),
            ("壊れた文書.pdf", [0x25, 0x50, 0x44, 0x46, 0x2D, 0x31, 0x2E, 0x37, 0, 1, 2, 3]),
            ("手数料.csv", LibraryTown.Text("証明,手数料\n納税証明書,300円\n")));

        var posted = await PostAsync(browser, form);

        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        var page = posted.Headers.Location!.ToString();
        await LibraryTown.EndOfAsync(browser, page.Split('/')[^1]);
        var shown = await browser.GetStringAsync(page);
        Assert.Contains("3件の処理が終わりました", shown);
        Assert.Contains("壊れた文書.pdf", shown);
        Assert.Contains("読み取り不可", shown);
        Assert.Contains("減免の手引き", await browser.GetStringAsync("/library?state=draft"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(town.Town.Directory.Root, "uploads")));
        using var other = await town.BrowserAsync("tani");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/api/v1/imports/" + page.Split('/')[^1])).StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_leaves_nothing_on_the_disk()
    {
        await using var town = await LibraryTown.OpenAsync();
        using var browser = await town.BrowserAsync("nishi");
        using var form = LibraryTown.Upload("040", "公開", publish: false, ("a.txt", LibraryTown.Text("本文")));

        var response = await browser.PostAsync("/library/add", form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(town.Town.Directory.Root, "uploads")));
        await using var read = await town.Town.Database.ReadAsync();
        Assert.Equal(0, await read.CountAsync("SELECT count(*) FROM job"));
    }

    [Theory]
    [InlineData("nishi", "060", "公開", false, "library-not-for-this-section")]
    [InlineData("nishi", "040", "公開", true, "library-may-not-publish")]
    [InlineData("nishi", "040", "極秘", false, "library-unknown-label")]
    [InlineData("nishi", "なんとか課", "公開", false, "library-unknown-section")]
    [InlineData("nishi", "", "公開", false, "library-section-needed")]
    public async Task What_may_not_be_filed_is_refused_by_name(string user, string section, string label, bool publish, string problem)
    {
        await using var town = await LibraryTown.OpenAsync();
        using var browser = await town.BrowserAsync(user);
        using var form = LibraryTown.Upload(section, label, publish, ("a.txt", LibraryTown.Text("本文である。")));

        var response = await browser.PostAsync("/api/v1/imports", form);

        Assert.Equal(problem, await LibraryTown.ProblemAsync(response));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(town.Town.Directory.Root, "uploads")));
    }

    [Fact]
    public async Task A_head_publishes_at_once_and_names_of_files_cannot_leave_the_folder()
    {
        await using var town = await LibraryTown.OpenAsync();
        using var browser = await town.BrowserAsync("kudo");
        using var form = LibraryTown.Upload("040", "公開", publish: true, ("../../etc/納期.txt", LibraryTown.Text("納期の案内\n\n納期限は6月30日です。")));

        var started = await browser.PostAsync("/api/v1/imports", form);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        var end = await LibraryTown.EndOfAsync(browser, (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("job").GetString()!);

        Assert.Equal("納期.txt", end.GetProperty("files")[0].GetProperty("fileName").GetString());
        Assert.Single(await town.SearchAsync(null, "納期限"));
    }

    [Fact]
    public async Task Many_documents_are_published_at_once_from_the_list()
    {
        await using var town = await LibraryTown.OpenAsync();
        var one = await town.ImportAsync("一.txt", "一の案内\n\n納期限は6月30日です。", publish: false);
        var two = await town.ImportAsync("二.txt", "二の案内\n\n納期限は8月31日です。", publish: false);
        using var browser = await town.BrowserAsync("kudo");
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        var list = await browser.GetStringAsync("/library");
        Assert.Contains("確認を待っている下書きが2件", list);

        var posted = await browser.PostAsync("/library/bulk", new FormUrlEncodedContent(
        [
            new("form-token", Token(list)), new("id", $"{one}"), new("id", $"{two}"), new("id", "99999"), new("act", "publish"), new("back", "/library?state=draft"),
        ]));

        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        Assert.Contains("2件を公開しました。", await browser.GetStringAsync(posted.Headers.Location));
        Assert.Equal(2, (await town.SearchAsync(null, "納期限")).Count);
    }

    [Fact]
    public async Task The_forms_of_a_document_publish_change_and_refuse()
    {
        await using var town = await LibraryTown.OpenAsync();
        var version = await town.ImportAsync("案内.txt", "納税の案内\n\n納期限は6月30日です。", publish: false);
        using var browser = await town.BrowserAsync("kudo");
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        var token = Token(await browser.GetStringAsync($"/documents/{version}"));

        var published = await ActAsync("publish", ("from", "2026-11-21"));
        var misread = await ActAsync("retire", ("from", "あした"), ("reason", "終了"));
        var revised = await ActAsync("details", ("title", "町税の案内"), ("section", "040"), ("label", "機密性1"), ("readers", "福祉課"), ("from", ""), ("to", ""), ("review", ""));

        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, misread.StatusCode);
        Assert.Contains("日付を読み取れません", await misread.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, revised.StatusCode);
        var page = await browser.GetStringAsync($"/documents/{version}");
        Assert.Contains("町税の案内", page);
        Assert.Contains("機密性1", page);

        Task<HttpResponseMessage> ActAsync(string act, params (string Name, string Value)[] fields) => browser.PostAsync(
            $"/documents/{version}/{act}", new FormUrlEncodedContent([new("form-token", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));
    }

    [Fact]
    public async Task An_upload_on_a_full_disk_says_that_nothing_was_lost_and_what_to_do()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("前からある案内.txt", "納期限は6月30日です。");
        var uploads = Directory.CreateDirectory(Path.Combine(town.Town.Directory.Root, "uploads")).FullName;
        if (!Run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", uploads))
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is null, "No right to mount a small disk.");
            Assert.Fail("CI must be able to mount a small disk.");
        }

        try
        {
            using var browser = await town.BrowserAsync("nishi");
            browser.DefaultRequestHeaders.Add("Accept", "text/html");
            using var form = LibraryTown.Upload("040", "公開", publish: false, ("小さい.txt", LibraryTown.Text("本文である。")), ("大きい.txt", new byte[3 << 20]));

            var posted = await PostAsync(browser, form);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, posted.StatusCode);
            var page = await posted.Content.ReadAsStringAsync();
            Assert.Contains("これまでの文書は失われていません", page);
            Assert.Contains("ファイル", page); // the form again, to be sent once there is room
            Assert.Empty(Directory.EnumerateFileSystemEntries(uploads));
            using var again = LibraryTown.Upload("040", "公開", publish: false, ("小さい.txt", LibraryTown.Text("本文である。")));
            Assert.Equal(HttpStatusCode.Accepted, (await browser.PostAsync("/api/v1/imports", again)).StatusCode);
            Assert.Single(await town.SearchAsync(null, "納期限"));
            Assert.Empty(town.Town.Errors.Lines);
        }
        finally
        {
            Run("umount", "-l", uploads);
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = System.Diagnostics.Process.Start(program, arguments);
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // no such program here
        }
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, MultipartFormDataContent form)
    {
        var page = await browser.GetStringAsync("/library/add");
        using var whole = new MultipartFormDataContent { { new StringContent(Token(page)), "form-token" } };
        foreach (var part in form)
        {
            whole.Add(part);
        }

        return await browser.PostAsync("/library/add", whole);
    }

    private static string Token(string page) => FormToken().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
