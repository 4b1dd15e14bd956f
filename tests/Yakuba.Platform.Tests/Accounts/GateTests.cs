using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Accounts;

public sealed class GateTests
{
    private static readonly TownPlan Plan = TownPlan.Accounts.And(TownPlan.Bare with
    {
        Map = routes =>
        {
            routes.MapGet("/page", (Principal principal) => principal.Name).Require(Right.ManageSettings);
            routes.MapGet("/api/v1/open", (Principal principal, Actor by) => $"{principal.Name} {principal.Channel} {by.Channel}").AllowResident();
            routes.MapPost("/api/v1/change", (Actor by) => by.Name).Require(Right.Ask);
            routes.MapGet("/undeclared", () => "secret");
        },
    });

    [Fact]
    public async Task A_resident_comes_in_as_a_resident_where_residents_are_welcome()
    {
        await using var town = await TestTown.OpenAsync(plan: Plan);
        using var browser = town.Browser();

        Assert.Equal("住民 Citizen Citizen", await browser.GetStringAsync("/api/v1/open"));
    }

    [Fact]
    public async Task Without_an_account_programs_get_401_and_people_the_sign_in_page()
    {
        await using var town = await TestTown.OpenAsync(plan: Plan);
        using var browser = town.Browser();

        var program = await browser.GetAsync("/api/v1/people");
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        var person = await browser.GetAsync("/page?a=1&b=2");

        Assert.Equal(HttpStatusCode.Unauthorized, program.StatusCode);
        Assert.Equal("application/problem+json", program.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.Redirect, person.StatusCode);
        Assert.Equal("/signin?return=%2Fpage%3Fa%3D1%26b%3D2", person.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Without_the_right_programs_get_a_problem_and_people_a_page_that_says_what_to_do()
    {
        await using var town = await TestTown.OpenAsync(plan: Plan);
        await town.AddPersonAsync("mori");
        using var browser = await town.SignInAsync("mori");

        var program = await browser.GetAsync("/api/v1/people");
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        var person = await browser.GetAsync("/page");

        Assert.Equal(HttpStatusCode.Forbidden, program.StatusCode);
        Assert.Equal("accounts-not-allowed", (await program.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, person.StatusCode);
        Assert.Contains("管理者に役割の追加を依頼", await person.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_endpoint_that_declares_nothing_serves_nobody()
    {
        await using var town = await TestTown.OpenAsync(plan: Plan);
        await town.AddPersonAsync("admin", Role.Administrator);
        using var browser = await town.SignInAsync("admin");

        var response = await browser.GetAsync("/undeclared");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync());
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_role_that_is_taken_away_counts_from_the_next_request_on(StorageEngine engine)
    {
        await using var town = await TestTown.OpenAsync(engine, Plan);
        await town.AddPersonAsync("admin", Role.Administrator);
        await town.AddPersonAsync("second", Role.Administrator);
        using var second = await town.SignInAsync("second");
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("/page")).StatusCode);

        await town.Get<KeepPeopleHandler>().ChangeAsync("second", new PersonInput("二人目", ["職員"], []), Actor.Console("test"), CancellationToken.None);

        Assert.Equal(HttpStatusCode.Forbidden, (await second.GetAsync("/page")).StatusCode);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_disabled_person_is_out_at_once(StorageEngine engine)
    {
        await using var town = await TestTown.OpenAsync(engine, Plan);
        await town.AddPersonAsync("mori");
        using var browser = await town.SignInAsync("mori");

        await town.Get<KeepPeopleHandler>().SetStateAsync("mori", active: false, Actor.Console("test"), CancellationToken.None);

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/me")).StatusCode);
        using var again = town.Browser();
        Assert.Equal(HttpStatusCode.Forbidden, (await again.PostAsJsonAsync("/api/v1/session", new { userName = "mori", password = TestTown.Password })).StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("X-Nothing", "1", HttpStatusCode.OK)]
    public async Task A_change_sent_by_another_sites_page_is_refused(string header, string value, HttpStatusCode expected)
    {
        await using var town = await TestTown.OpenAsync(plan: Plan);
        await town.AddPersonAsync("mori");
        using var browser = await town.SignInAsync("mori");
        browser.DefaultRequestHeaders.Add(header, value);

        Assert.Equal(expected, (await browser.PostAsync("/api/v1/change", null)).StatusCode);
    }

    [Fact]
    public void Every_right_has_one_row_and_some_role_gives_it()
    {
        Assert.Equal(Enum.GetValues<Right>().Order(), Rights.All.Order());
        Assert.Equal(Rights.All.Count, Rights.All.Select(r => r.ToKey()).Distinct().Count());
        Assert.All(Rights.All, right => Assert.Contains(Roles.OfAccounts, role => new[] { role }.Give(right)));
        Assert.All(Rights.All, right => Assert.False(new[] { Role.Resident }.Give(right)));
    }
}
