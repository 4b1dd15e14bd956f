using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using static Yakuba.Tests.Towns.ServedInstallation;

namespace Yakuba.Tests.Towns;

/// <summary>Every address that a town under a path gives out leads back to that town, and its cookies to nobody else.</summary>
public sealed partial class BasePathTests
{
    private static readonly string[] Pages =
    [
        "", "ask", "ask/history", "library", "library/add", "library/imports", "library/review", "library/held", "library/export", "handover", "reorganise", "people", "people/new", "people/boss", "sections",
        "settings", "health", "model", "model/embedding", "learning", "audit", "audit/0", "audit/removals", "audit/sheet", "me", "me/password", "about/design", "signin", "no-such-page",
    ];

    [Fact]
    public async Task Every_link_form_and_script_of_every_page_stays_in_the_town()
    {
        await using var served = await StartAsync();
        await served.AddAsync(Chiyoda, "千代田区");
        await served.FillAsync(Chiyoda, "もみじ");
        var found = 0;
        foreach (var user in new[] { "boss", "mori", "kansa" })
        {
            using var browser = await served.SignInAsync(Chiyoda, user);
            browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
            foreach (var page in Pages)
            {
                using var response = await browser.GetAsync(page);
                var html = await response.Content.ReadAsStringAsync();
                Assert.True(response.StatusCode != HttpStatusCode.InternalServerError, $"{page}: {html}");
                foreach (Match address in Address().Matches(html))
                {
                    Assert.True(address.Groups[1].Value.StartsWith($"/t/{Chiyoda}/", StringComparison.Ordinal) && !address.Groups[1].Value.StartsWith($"/t/{Chiyoda}/t/", StringComparison.Ordinal), $"{page}: {address.Value}");
                    found++;
                }

                Assert.True(response.Headers.Location is not { } to || to.OriginalString.StartsWith($"/t/{Chiyoda}/", StringComparison.Ordinal), $"{page} → {response.Headers.Location}");
            }
        }

        Assert.True(found > 500, $"only {found} addresses were seen");
    }

    [Fact]
    public async Task A_whole_visit_goes_by_the_addresses_that_the_pages_give()
    {
        await using var served = await StartAsync();
        await served.AddAsync(Chiyoda, "千代田区");
        await served.FillAsync(Chiyoda, "もみじ");
        using var browser = served.Browser(Chiyoda);
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        using var refused = await browser.GetAsync("library");
        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
        var signIn = await browser.GetStringAsync(refused.Headers.Location);
        using var signedIn = await PostAsync(browser, signIn, "/signin", new() { ["userName"] = "mori", ["password"] = Yakuba.Testing.TestTown.Password });
        Assert.Equal(HttpStatusCode.Found, signedIn.StatusCode);
        Assert.Equal($"/t/{Chiyoda}/library", signedIn.Headers.Location!.OriginalString); // where the visitor had wanted to go
        var list = await browser.GetStringAsync(signedIn.Headers.Location);
        var document = Link(list, "/documents/");
        Assert.Contains("もみじ", await browser.GetStringAsync(document));

        var ask = await browser.GetStringAsync($"/t/{Chiyoda}/ask");
        using var answered = await PostAsync(browser, ask, "/ask", new() { ["question"] = "ごみの収集日の合言葉は何ですか" });
        Assert.Equal(HttpStatusCode.Found, answered.StatusCode);
        var answer = await browser.GetStringAsync(answered.Headers.Location);
        Assert.Contains("もみじ", answer);
        Assert.Contains("もみじ", await browser.GetStringAsync(Link(answer, "/documents/")));

        using var preferred = await PostAsync(browser, answer, "/preferences", new() { ["lang"] = "en" });
        Assert.StartsWith($"/t/{Chiyoda}/ask/", preferred.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\"", await browser.GetStringAsync(preferred.Headers.Location));

        using var script = await browser.GetAsync(Link(answer, "/assets/"));
        Assert.True(script.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_stream_and_the_API_name_addresses_of_the_town()
    {
        await using var served = await StartAsync();
        await served.AddAsync(Chiyoda, "千代田区");
        await served.FillAsync(Chiyoda, "もみじ");
        using var browser = await served.SignInAsync(Chiyoda, "mori");
        var page = await browser.GetStringAsync("ask");
        using var request = Post(page, "/ask", new() { ["question"] = "ごみの収集日の合言葉は何ですか" });
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var streamed = await browser.SendAsync(request);
        var events = await streamed.Content.ReadAsStringAsync();
        Assert.Equal("text/event-stream", streamed.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"\"href\":\"/t/{Chiyoda}/ask/", events);
        Assert.Contains("もみじ", events);
        Assert.DoesNotMatch("(href|action|src)=\"/(?!t/)", events);

        using var boss = await served.SignInAsync(Chiyoda, "boss");
        using var made = await boss.PostAsJsonAsync("api/v1/sections", new { code = "zei", name = "税務課" });
        Assert.Equal($"/t/{Chiyoda}/api/v1/sections/zei", made.Headers.Location?.OriginalString);
        var documents = await browser.GetFromJsonAsync<JsonElement>("api/v1/documents");
        Assert.Contains("ごみの出し方", documents.GetRawText());
    }

    [Fact]
    public async Task Cookies_bear_the_towns_code_and_go_to_its_path_only()
    {
        await using var served = await StartAsync();
        await served.AddAsync(Chiyoda, "千代田区");
        await served.FillAsync(Chiyoda, "もみじ");
        using var browser = served.Browser(Chiyoda);
        using var page = await browser.GetAsync("signin");
        using var session = await browser.PostAsJsonAsync("api/v1/session", new { userName = "mori", password = Yakuba.Testing.TestTown.Password });
        string[] cookies = [.. page.Headers.GetValues("Set-Cookie"), .. session.Headers.GetValues("Set-Cookie")];
        Assert.Contains(cookies, c => c.StartsWith($"yakuba-form.{Chiyoda}=", StringComparison.Ordinal));
        Assert.Contains(cookies, c => c.StartsWith($"yakuba-session.{Chiyoda}=", StringComparison.Ordinal));
        Assert.All(cookies, c => Assert.EndsWith($"; path=/t/{Chiyoda}", c, StringComparison.Ordinal));
        Assert.All(cookies, c => Assert.Single(Regex.Matches(c, "path=", RegexOptions.IgnoreCase)));
    }

    internal static HttpRequestMessage Post(string page, string path, Dictionary<string, string> fields)
    {
        var action = Regex.Match(page, $"<form[^>]* action=\"([^\"]*{Regex.Escape(path)})\"");
        Assert.True(action.Success, $"no form goes to {path}: {page}");
        var form = page[action.Index..page.IndexOf("</form>", action.Index, StringComparison.Ordinal)];
        foreach (Match hidden in Hidden().Matches(form))
        {
            fields.TryAdd(WebUtility.HtmlDecode(hidden.Groups[1].Value), WebUtility.HtmlDecode(hidden.Groups[2].Value));
        }

        return new HttpRequestMessage(HttpMethod.Post, action.Groups[1].Value) { Content = new FormUrlEncodedContent(fields) };
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, string path, Dictionary<string, string> fields)
    {
        using var request = Post(page, path, fields);
        return await browser.SendAsync(request);
    }

    private static string Link(string page, string part) =>
        WebUtility.HtmlDecode(Address().Matches(page).Select(m => m.Groups[1].Value).First(a => a.Contains(part, StringComparison.Ordinal)));

    [GeneratedRegex("(?:href|action|src|formaction|hx-get|hx-post|data-options|data-finish)=\"(/[^\"]*)\"")]
    private static partial Regex Address();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
