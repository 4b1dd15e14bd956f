using System.Net;
using System.Text.RegularExpressions;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Accounts;

/// <summary>The pages as a browser without scripts uses them.</summary>
public sealed class PageTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task The_first_administrator_signs_in_changes_the_password_and_adds_a_section_and_a_person(StorageEngine engine)
    {
        await using var town = await TestTown.OpenAsync(engine, TownPlan.Accounts);
        var oneTime = await town.Get<FirstAdministrator>().EnsureAsync(Actor.System("test"), CancellationToken.None);
        using var browser = town.Browser();

        var entered = await PostAsync(browser, "/signin", "/signin", ("userName", "admin"), ("password", oneTime!), ("return", "/people"));
        Assert.Equal("/me/password", entered.Headers.Location?.ToString());
        var changed = await PostAsync(browser, "/me/password", "/me/password", ("current", oneTime!), ("new", TestTown.Password), ("again", TestTown.Password));
        Assert.Equal("/", changed.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(browser, "/sections", "/sections", ("code", "050"), ("name", "住民課"), ("contact", "電話 0191-00-2111"), ("from", "2024-04-01"), ("to", ""))).StatusCode);
        Assert.Contains("value=\"電話 0191-00-2111\"", await browser.GetStringAsync("/sections"));
        await PostAsync(browser, "/sections", "/sections/050", ("name", "住民課"), ("contact", "1番窓口"));
        Assert.Contains("連絡先 1番窓口", await browser.GetStringAsync("/sections"));
        var added = await PostAsync(browser, "/people/new", "/people/new", ("userName", "mori"), ("displayName", "森 健太"), ("role", "staff"), ("role", "head"), ("section", "050"), ("clearance", "機密性3"));
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        Assert.Matches("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}", await added.Content.ReadAsStringAsync());

        var list = await browser.GetStringAsync("/people?q=住民課");
        Assert.Contains("森 健太", list);
        Assert.DoesNotContain(">admin<", list);
        var mori = (await town.Get<PeopleList>().FindAsync("mori", CancellationToken.None)).Value;
        Assert.Equal([Role.Staff, Role.SectionHead], mori.Roles);
        Assert.Equal(Label.Restricted, mori.Clearance);
    }

    [Fact]
    public async Task What_was_typed_is_still_there_when_it_was_refused()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        await town.AddPersonAsync("admin", Role.Administrator);
        using var browser = await town.SignInAsync("admin");

        var refused = await PostAsync(browser, "/people/new", "/people/new", ("userName", "森"), ("displayName", "森 健太"), ("role", "staff"), ("clearance", "機密性2"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Contains("value=\"森 健太\"", page);
        Assert.Contains("ユーザー名は、半角の", page);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        await town.AddPersonAsync("admin", Role.Administrator);
        using var browser = await town.SignInAsync("admin");

        var response = await browser.PostAsync("/sections", new FormUrlEncodedContent([new("code", "050"), new("name", "住民課")]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await using var read = await town.Database.ReadAsync();
        Assert.Equal(0, await read.CountAsync("SELECT count(*) FROM section"));
    }

    [Theory]
    [InlineData("/library?x=1", "/library?x=1")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("", "/")]
    public async Task After_signing_in_a_browser_stays_on_this_server(string asked, string lands)
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        await town.AddPersonAsync("mori");
        using var browser = town.Browser();

        var entered = await PostAsync(browser, "/signin", "/signin", ("userName", "mori"), ("password", TestTown.Password), ("return", asked));

        Assert.Equal(lands, entered.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_wrong_password_shows_the_page_again_with_the_reason_and_the_name()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        using var browser = town.Browser();

        var refused = await PostAsync(browser, "/signin", "/signin", ("userName", "mori"), ("password", "wrong"), ("return", "/"));

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Contains("ユーザー名またはパスワードが違います", page);
        Assert.Contains("value=\"mori\"", page);
        Assert.DoesNotContain("wrong\"", page);
    }

    [Fact]
    public async Task A_person_makes_a_token_sees_it_once_and_revokes_it()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        await town.AddPersonAsync("mori");
        using var browser = await town.SignInAsync("mori");

        var made = await (await PostAsync(browser, "/me", "/me/tokens", ("name", "連携"), ("right", "ask"), ("right", "read-library"), ("until", "2027-02-01"))).Content.ReadAsStringAsync();
        Assert.Contains("ykb_", made);
        var page = await browser.GetStringAsync("/me");
        Assert.DoesNotContain("ykb_", page);
        Assert.Contains("質問と検索、文書の閲覧", page);
        var remove = Regex.Match(page, "/me/tokens/[^\"]+/remove").Value;
        Assert.Equal("/me?done=token-revoked", (await PostAsync(browser, "/me", remove)).Headers.Location?.ToString());
        Assert.DoesNotContain("連携", await browser.GetStringAsync("/me"));
    }

    [Fact]
    public async Task Signing_out_by_the_form_leads_to_the_first_page_as_a_resident()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        await town.AddPersonAsync("mori");
        using var browser = await town.SignInAsync("mori");

        Assert.Equal("/", (await PostAsync(browser, "/me", "/signout")).Headers.Location?.ToString());

        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        Assert.Equal("/signin?return=%2Fme", (await browser.GetAsync("/me")).Headers.Location?.ToString());
    }

    /// <summary>Opens a page, and posts a form from it with the page's own token.</summary>
    internal static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string from, string to, params (string Name, string Value)[] fields)
    {
        var page = await browser.GetStringAsync(from);
        var token = Regex.Match(page, "name=\"form-token\" value=\"([^\"]+)\"").Groups[1].Value;
        return await browser.PostAsync(to, new FormUrlEncodedContent(fields.Append(("form-token", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));
    }
}
