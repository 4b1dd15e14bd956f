using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Yakuba.Platform.Data;
using Yakuba.Testing;
using static Yakuba.Tests.Towns.ServedInstallation;

namespace Yakuba.Tests.Towns;

/// <summary>Two towns alike in everything but one word: same names, passwords, titles and numbers. The word of one never comes out of the other, and nothing that opens one opens the other.</summary>
public sealed class IsolationTests
{
    private const string Mine = "WKBZXTVQRJ", Theirs = "QPLMZNVXRT";

    /// <summary>Doors by which a document's words go out; the document's number is 1 in both towns.</summary>
    private static readonly string[] Doors =
    [
        "", "ask/history", "library", "library?q=合言葉", "library/imports", "library/review", "handover", "documents/1", "documents/1/report", "documents/1/original", "audit", "audit/0", "audit/5", "health",
        "api/v1/documents", "api/v1/documents/1", "api/v1/documents/1/original", "api/v1/passages?q=合言葉", "api/v1/imports", "api/v1/handover", "api/v1/reviews", "api/v1/sections", "library/export.zip", "audit/sheet", "openapi/v1.json",
    ];

    [Theory, ClassData(typeof(BothEngines))]
    public async Task No_door_of_one_town_gives_out_a_word_of_the_other(StorageEngine engine)
    {
        await using var served = await TwoAsync(engine);
        foreach (var (code, own, other) in new[] { (Chiyoda, Mine, Theirs), (Sapporo, Theirs, Mine) })
        {
            var seen = "";
            foreach (var user in new[] { "mori", "boss", "kansa" })
            {
                using var browser = await served.SignInAsync(code, user);
                foreach (var door in Doors)
                {
                    seen += Words(await browser.KnockAsync(door));
                }

                foreach (var question in new[] { "ごみの収集日の合言葉は何ですか", $"{other}とは何ですか", $"合言葉は{other}ですか" })
                {
                    var answer = await (await browser.PostAsJsonAsync("api/v1/questions", new { question })).Content.ReadAsStringAsync();
                    Assert.DoesNotContain(other, answer.Replace(question, "", StringComparison.Ordinal), StringComparison.Ordinal);
                    seen += Words(System.Text.Encoding.UTF8.GetBytes(answer.Replace(question, "", StringComparison.Ordinal)));
                }
            }

            Assert.Contains(own, seen, StringComparison.Ordinal); // the control: these doors do give out words
            Assert.DoesNotContain(other, seen.Replace($"{other}とは何ですか", "", StringComparison.Ordinal).Replace($"合言葉は{other}ですか", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Abuse_32_what_signs_somebody_in_to_one_town_is_nothing_in_the_other()
    {
        await using var served = await TwoAsync(StorageEngine.Sqlite);
        using var here = await served.SignInAsync(Chiyoda, "mori");
        var token = await TokenAsync(here);
        using var own = new HttpRequestMessage(HttpMethod.Get, "api/v1/me") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var program = served.Browser(Chiyoda);
        Assert.Equal(HttpStatusCode.OK, (await program.SendAsync(own)).StatusCode); // the control

        using var there = served.Browser(Sapporo);
        using var carried = new HttpRequestMessage(HttpMethod.Get, "api/v1/me") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        Assert.Equal(HttpStatusCode.Unauthorized, (await there.SendAsync(carried)).StatusCode);
        using var called = new HttpRequestMessage(HttpMethod.Post, "mcp")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
            Content = JsonContent.Create(new { jsonrpc = "2.0", id = 1, method = "tools/call", @params = new { name = "search", arguments = new { query = "合言葉" } } }),
        };
        var refused = await there.SendAsync(called);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);

        // The session under the name of either town, and under none.
        using var raw = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = served.Address };
        using var session = await raw.PostAsJsonAsync($"/t/{Chiyoda}/api/v1/session", new { userName = "mori", password = TestTown.Password });
        var secret = Regex.Match(session.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("yakuba-session", StringComparison.Ordinal)), "=([^;]+)").Groups[1].Value;
        Assert.Equal(HttpStatusCode.OK, await MeAsync(raw, Chiyoda, $"yakuba-session.{Chiyoda}={secret}")); // the control
        Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(raw, Chiyoda, $"yakuba-session={secret}"));
        foreach (var name in new[] { $"yakuba-session.{Chiyoda}", $"yakuba-session.{Sapporo}", "yakuba-session", $"yakuba-session.{Chiyoda}.{Sapporo}" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(raw, Sapporo, $"{name}={secret}"));
        }
    }

    [Fact]
    public async Task A_form_of_one_town_is_not_taken_by_the_other()
    {
        await using var served = await TwoAsync(StorageEngine.Sqlite);
        using var here = await served.SignInAsync(Chiyoda, "boss");
        using var there = await served.SignInAsync(Sapporo, "boss");
        var mine = await here.GetStringAsync("sections");
        using var own = BasePathTests.Post(mine, "/sections", new() { ["code"] = "zei", ["name"] = "税務課" });
        Assert.Equal(HttpStatusCode.Found, (await here.SendAsync(own)).StatusCode); // the control

        using var form = BasePathTests.Post(mine, "/sections", new() { ["code"] = "fuku", ["name"] = "福祉課" });
        form.RequestUri = new Uri(served.Address, $"/t/{Sapporo}/sections");
        form.Headers.Add("Accept", "text/html");
        _ = await there.GetStringAsync("sections"); // so that it has a form cookie of its own
        Assert.Equal(HttpStatusCode.BadRequest, (await there.SendAsync(form)).StatusCode);
        Assert.DoesNotContain("福祉課", await there.GetStringAsync("sections"));
    }

    [Fact]
    public async Task A_passkey_of_one_town_signs_nobody_in_to_the_other()
    {
        await using var served = await TwoAsync(StorageEngine.Sqlite);
        using var passkey = new SoftPasskey();
        var origin = $"http://localhost:{served.Address.Port}";
        using var here = await LocalAsync(served, Chiyoda, "mori");
        var added = await CeremonyAsync(here, "me", "/me/passkeys/options", "/me/passkeys", options => passkey.Create(options, origin), new() { ["name"] = "鍵" });
        Assert.True(added is HttpStatusCode.Found, added.ToString());

        using var again = await LocalAsync(served, Chiyoda, "");
        Assert.Equal(HttpStatusCode.Found, await CeremonyAsync(again, "signin", "/signin/passkey/options", "/signin/passkey", options => passkey.Get(options, origin), []));
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("api/v1/me")).StatusCode); // the control
        using var there = await LocalAsync(served, Sapporo, "");
        Assert.NotEqual(HttpStatusCode.Found, await CeremonyAsync(there, "signin", "/signin/passkey/options", "/signin/passkey", options => passkey.Get(options, origin), []));
        Assert.Equal(HttpStatusCode.Unauthorized, (await there.GetAsync("api/v1/me")).StatusCode);
    }

    private static async Task<ServedInstallation> TwoAsync(StorageEngine engine)
    {
        var served = await StartAsync();
        var storage = engine == StorageEngine.Postgres ? await PostgresServer.ConnectionAsync() : "sqlite";
        foreach (var (code, name, word) in new[] { (Chiyoda, "千代田区", Mine), (Sapporo, "札幌市", Theirs) })
        {
            await served.AddAsync(code, name, "", storage);
            await served.FillAsync(code, word);
        }

        return served;
    }

    private static async Task<HttpClient> LocalAsync(ServedInstallation served, string code, string user)
    {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri($"http://localhost:{served.Address.Port}/t/{code}/") };
        if (user.Length > 0)
        {
            (await browser.PostAsJsonAsync("api/v1/session", new { userName = user, password = TestTown.Password })).EnsureSuccessStatusCode();
        }

        return browser;
    }

    private static async Task<HttpStatusCode> CeremonyAsync(HttpClient browser, string page, string options, string finish, Func<JsonElement, string> answer, Dictionary<string, string> fields)
    {
        var html = await browser.GetStringAsync(page);
        var token = Regex.Match(html, "name=\"form-token\" value=\"([^\"]+)\"").Groups[1].Value;
        using var asked = await browser.PostAsync(browser.BaseAddress!.AbsolutePath.TrimEnd('/') + options, new FormUrlEncodedContent(new Dictionary<string, string> { ["form-token"] = token }));
        var challenge = await asked.Content.ReadFromJsonAsync<JsonElement>();
        fields["form-token"] = token;
        fields["credential"] = answer(challenge);
        using var finished = await browser.PostAsync(browser.BaseAddress!.AbsolutePath.TrimEnd('/') + finish, new FormUrlEncodedContent(fields));
        return finished.StatusCode;
    }

    private static async Task<HttpStatusCode> MeAsync(HttpClient client, string code, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/t/{code}/api/v1/me") { Headers = { { "Cookie", cookie } } };
        return (await client.SendAsync(request)).StatusCode;
    }

    private static string Words(byte[] bytes) => bytes.AsSpan().StartsWith("PK"u8) ? Walls.Knocker.Unpacked(bytes) : System.Text.Encoding.UTF8.GetString(bytes);
}

file static class Bytes
{
    /// <summary>What comes, whatever the status.</summary>
    internal static async Task<byte[]> KnockAsync(this HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        return await response.Content.ReadAsByteArrayAsync();
    }
}
