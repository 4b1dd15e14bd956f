using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.SignIn;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Accounts;

public sealed class SignInTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_right_password_opens_a_session_and_is_recorded(StorageEngine engine)
    {
        await using var town = await TestTown.OpenAsync(engine, TownPlan.Accounts);
        await town.AddSectionAsync("050", "住民課");
        await town.AddPersonAsync("mori", Role.Staff, "住民課");

        using var browser = await town.SignInAsync("mori");
        var me = await browser.GetFromJsonAsync<JsonElement>("/api/v1/me");

        Assert.Equal("mori", me.GetProperty("displayName").GetString());
        Assert.Equal("050", me.GetProperty("sections")[0].GetString());
        Assert.Equal("signed-in", (await town.AuditActionsAsync())[^1]);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_holds_a_random_token_only()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        await town.AddPersonAsync("mori");
        using var browser = town.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session") { Content = JsonContent.Create(new { userName = "mori", password = TestTown.Password }) };
        request.Headers.Add("X-Forwarded-Proto", "https");

        var cookie = (await browser.SendAsync(request)).Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("yakuba-session=", StringComparison.Ordinal));

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("mori", cookie);
        await using var read = await town.Database.ReadAsync();
        var stored = await read.SingleOrDefaultAsync<string>("SELECT token_hash FROM account_session");
        Assert.DoesNotContain(stored!, cookie);
    }

    [Theory, InlineData("mori"), InlineData("nobody"), InlineData("だれか\0"), InlineData("")]
    public async Task A_wrong_password_is_refused_in_the_same_words_whether_the_name_exists_or_not(string name)
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        await town.AddPersonAsync("mori");

        var response = await SignInAsync(town, name, "wrong password!!");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("accounts-wrong-password", await ProblemOf(response));
        Assert.Equal("sign-in-refused", (await town.AuditActionsAsync())[^1]);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Five_failures_close_a_name_for_15_minutes_even_to_the_right_password(StorageEngine engine)
    {
        await using var town = await TestTown.OpenAsync(engine, TownPlan.Accounts);
        await town.AddPersonAsync("mori");
        for (var i = 0; i < FailureCount.Most; i++)
        {
            Assert.Equal("accounts-wrong-password", await ProblemOf(await SignInAsync(town, "mori", "wrong password!!")));
        }

        Assert.Equal("sign-in-locked", (await town.AuditActionsAsync())[^1]);
        Assert.Equal("accounts-locked", await ProblemOf(await SignInAsync(town, "mori", TestTown.Password)));
        town.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(town, "mori", TestTown.Password)).StatusCode);
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_closed_in_the_same_way()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        for (var i = 0; i < FailureCount.Most; i++)
        {
            await SignInAsync(town, "nobody", "wrong password!!");
        }

        Assert.Equal("accounts-locked", await ProblemOf(await SignInAsync(town, "nobody", "wrong password!!")));
    }

    [Fact]
    public async Task Failures_before_a_success_are_forgotten()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        await town.AddPersonAsync("mori");
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < FailureCount.Most - 1; i++)
            {
                await SignInAsync(town, "mori", "wrong password!!");
            }

            Assert.Equal(HttpStatusCode.OK, (await SignInAsync(town, "mori", TestTown.Password)).StatusCode);
        }
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_session_ends_after_30_idle_minutes_and_after_10_hours_in_any_case(StorageEngine engine)
    {
        await using var town = await TestTown.OpenAsync(engine, TownPlan.Accounts);
        await town.AddPersonAsync("mori");
        using var idle = await town.SignInAsync("mori");
        using var busy = await town.SignInAsync("mori");
        for (var minutes = 0; minutes < 600; minutes += 29)
        {
            Assert.Equal(HttpStatusCode.OK, (await busy.GetAsync("/api/v1/me")).StatusCode);
            town.Clock.Advance(TimeSpan.FromMinutes(29));
            if (minutes == 29)
            {
                Assert.Equal(HttpStatusCode.Unauthorized, (await idle.GetAsync("/api/v1/me")).StatusCode);
            }
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await busy.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_not_only_in_the_browser()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        await town.AddPersonAsync("mori");
        using var browser = town.Browser();
        var cookie = (await browser.PostAsJsonAsync("/api/v1/session", new { userName = "mori", password = TestTown.Password })).Headers.GetValues("Set-Cookie").Single().Split(';')[0];

        await browser.DeleteAsync("/api/v1/session");

        using var thief = new HttpRequestMessage(HttpMethod.Get, new Uri(town.Address, "/api/v1/me"));
        thief.Headers.Add("Cookie", cookie);
        using var plain = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        Assert.Equal(HttpStatusCode.Unauthorized, (await plain.SendAsync(thief)).StatusCode);
        Assert.Equal("signed-out", (await town.AuditActionsAsync())[^1]);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_one_time_password_opens_nothing_but_the_change_of_itself(StorageEngine engine)
    {
        await using var town = await TestTown.OpenAsync(engine, TownPlan.Accounts);
        var oneTime = await town.Get<FirstAdministrator>().EnsureAsync(Actor.System("test"), CancellationToken.None);
        using var browser = town.Browser();
        var first = await browser.PostAsJsonAsync("/api/v1/session", new { userName = "admin", password = oneTime });
        Assert.True((await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("mustChangePassword").GetBoolean());

        Assert.Equal("accounts-password-must-change", await ProblemOf(await browser.GetAsync("/api/v1/people")));
        Assert.Equal("accounts-weak-password", await ProblemOf(await ChangeAsync(browser, oneTime!, "short")));
        Assert.Equal("accounts-weak-password", await ProblemOf(await ChangeAsync(browser, oneTime!, "aaaaaaaaaaaaaaaaaa")));
        Assert.Equal("accounts-weak-password", await ProblemOf(await ChangeAsync(browser, oneTime!, "my-admin-password")));
        Assert.Equal("accounts-same-password", await ProblemOf(await ChangeAsync(browser, oneTime!, oneTime!)));
        Assert.Equal(HttpStatusCode.NoContent, (await ChangeAsync(browser, oneTime!, TestTown.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/v1/people")).StatusCode);
        Assert.Equal("accounts-wrong-password", await ProblemOf(await SignInAsync(town, "admin", oneTime!)));
        Assert.Null(await town.Get<FirstAdministrator>().EnsureAsync(Actor.System("test"), CancellationToken.None));
    }

    [Fact]
    public async Task A_changed_password_signs_the_other_browsers_out()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        await town.AddPersonAsync("mori");
        using var own = await town.SignInAsync("mori");
        using var other = await town.SignInAsync("mori");

        await ChangeAsync(own, TestTown.Password, "another long password");

        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync("/api/v1/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetAsync("/api/v1/me")).StatusCode);
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient browser, string current, string @new) =>
        browser.PutAsJsonAsync("/api/v1/me/password", new { current, @new });

    private static async Task<HttpResponseMessage> SignInAsync(TestTown town, string userName, string password)
    {
        using var browser = town.Browser();
        return await browser.PostAsJsonAsync("/api/v1/session", new { userName, password });
    }

    private static async Task<string?> ProblemOf(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("name").GetString();
}
