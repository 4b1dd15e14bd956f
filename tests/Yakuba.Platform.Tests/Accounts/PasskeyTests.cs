using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Accounts;

public sealed class PasskeyTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_passkey_is_added_signs_in_without_a_name_and_is_removed(StorageEngine engine)
    {
        await using var town = await TestTown.OpenAsync(engine, TownPlan.Accounts);
        using var passkey = new SoftPasskey();
        using var owner = await OwnerAsync(town, passkey);
        using var browser = LocalBrowser(town);

        var entered = await SignInAsync(browser, passkey);

        Assert.Equal("/library", entered.Headers.Location?.ToString());
        Assert.Equal("mori", (await browser.GetFromJsonAsync<JsonElement>("/api/v1/me")).GetProperty("displayName").GetString());
        Assert.Equal(["signed-in", "passkey-added", "signed-in"], (await town.AuditActionsAsync()).TakeLast(3));

        var page = await owner.GetStringAsync("/me");
        Assert.Contains("窓口のノートパソコン", page);
        await PageTests.PostAsync(owner, "/me", Regex.Match(page, "/me/passkeys/[^\"]+/remove").Value);
        using var later = LocalBrowser(town);
        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync(later, passkey)).StatusCode);
    }

    [Fact]
    public async Task A_disabled_persons_passkey_opens_nothing()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        using var passkey = new SoftPasskey();
        using var owner = await OwnerAsync(town, passkey);
        await town.Get<KeepPeopleHandler>().SetStateAsync("mori", active: false, Actor.Console("test"), CancellationToken.None);
        using var browser = LocalBrowser(town);

        var response = await SignInAsync(browser, passkey);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("sign-in-refused", (await town.AuditActionsAsync())[^1]);
    }

    [Fact]
    public async Task A_signature_made_for_another_site_is_refused()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        using var passkey = new SoftPasskey();
        using var owner = await OwnerAsync(town, passkey);
        using var browser = LocalBrowser(town);

        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync(browser, passkey, origin: "https://evil.example")).StatusCode);
    }

    [Fact]
    public async Task A_touch_without_pin_or_finger_is_not_enough()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        using var passkey = new SoftPasskey();
        using var owner = await OwnerAsync(town, passkey);
        using var browser = LocalBrowser(town);

        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync(browser, passkey, verified: false)).StatusCode);
    }

    [Fact]
    public async Task An_answer_is_taken_once_and_within_five_minutes()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        using var passkey = new SoftPasskey();
        using var owner = await OwnerAsync(town, passkey);
        using var browser = LocalBrowser(town);
        var options = await OptionsAsync(browser, "/signin", "/signin/passkey/options");
        var credential = passkey.Get(options, Origin(browser));

        town.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.BadRequest, (await FinishAsync(browser, credential)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(browser, passkey)).StatusCode);
        using var again = LocalBrowser(town);
        Assert.Equal(HttpStatusCode.BadRequest, (await FinishAsync(again, credential)).StatusCode);
    }

    [Theory, InlineData(""), InlineData("{}"), InlineData("[1,2"), InlineData("{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}")]
    public async Task Garbage_instead_of_a_credential_is_refused(string credential)
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        using var browser = LocalBrowser(town);
        await OptionsAsync(browser, "/signin", "/signin/passkey/options");

        var response = await FinishAsync(browser, credential);

        Assert.True(response.StatusCode == HttpStatusCode.BadRequest, string.Join('\n', town.Errors.Lines));
    }

    private static async Task<HttpClient> OwnerAsync(TestTown town, SoftPasskey passkey)
    {
        await town.AddPersonAsync("mori");
        var owner = LocalBrowser(town);
        await PageTests.PostAsync(owner, "/signin", "/signin", ("userName", "mori"), ("password", TestTown.Password), ("return", "/me"));
        var options = await OptionsAsync(owner, "/me", "/me/passkeys/options");
        var added = await PageTests.PostAsync(owner, "/me", "/me/passkeys", ("name", "窓口のノートパソコン"), ("credential", passkey.Create(options, Origin(owner))));
        Assert.True(added.Headers.Location?.ToString() == "/me?done=passkey-added", await added.Content.ReadAsStringAsync() + string.Join('\n', town.Errors.Lines));
        return owner;
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, SoftPasskey passkey, string? origin = null, bool verified = true)
    {
        var options = await OptionsAsync(browser, "/signin?return=/library", "/signin/passkey/options");
        return await FinishAsync(browser, passkey.Get(options, origin ?? Origin(browser), verified));
    }

    private static Task<HttpResponseMessage> FinishAsync(HttpClient browser, string credential) =>
        PageTests.PostAsync(browser, "/signin?return=/library", "/signin/passkey", ("credential", credential), ("return", "/library"));

    private static async Task<JsonElement> OptionsAsync(HttpClient browser, string page, string address) =>
        await (await PageTests.PostAsync(browser, page, address)).Content.ReadFromJsonAsync<JsonElement>();

    // Browsers allow passkeys without TLS on this name only.
    private static HttpClient LocalBrowser(TestTown town)
    {
        var browser = town.Browser();
        browser.BaseAddress = new Uri($"http://localhost:{town.Address.Port}");
        return browser;
    }

    private static string Origin(HttpClient browser) => browser.BaseAddress!.GetLeftPart(UriPartial.Authority);
}
