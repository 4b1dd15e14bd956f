using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Yakuba.Testing;

namespace Yakuba.Faults.Tests.Clocks;

/// <summary>Locks, sessions and tokens under a server clock that ran two years ahead and was put right, or went back.</summary>
public sealed class SignInClockTests
{
    private static readonly TimeSpan TwoYears = TimeSpan.FromDays(730);

    [Fact]
    public async Task A_lock_set_while_the_clock_ran_ahead_does_not_last_until_that_day()
    {
        await using var town = await TownAsync();
        var right = town.Clock.GetUtcNow();
        town.Clock.Advance(TwoYears);
        using var browser = town.Browser();
        for (var i = 0; i < 5; i++)
        {
            await browser.PostAsJsonAsync("/api/v1/session", new { userName = "mori", password = "wrong" });
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await SignInAsync(browser)); // locked, as it must be
        town.Clock.Set(right.AddMinutes(16));

        Assert.Equal(HttpStatusCode.OK, await SignInAsync(browser));
    }

    [Fact]
    public async Task A_lock_holds_for_its_fifteen_minutes_when_the_clock_is_right()
    {
        await using var town = await TownAsync();
        using var browser = town.Browser();
        for (var i = 0; i < 5; i++)
        {
            await browser.PostAsJsonAsync("/api/v1/session", new { userName = "mori", password = "wrong" });
        }

        town.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(HttpStatusCode.TooManyRequests, await SignInAsync(browser));
    }

    [Fact]
    public async Task A_session_and_a_token_of_a_day_to_come_open_nothing_before_it()
    {
        await using var town = await TownAsync();
        var right = town.Clock.GetUtcNow();
        town.Clock.Advance(TwoYears);
        using var browser = await town.SignInAsync("mori");
        var made = await (await browser.PostAsJsonAsync("/api/v1/tokens", new { name = "試験", rights = new[] { "ask" }, days = 30 })).Content.ReadFromJsonAsync<JsonElement>();
        using var program = town.Browser();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made.GetProperty("secret").GetString());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await MeAsync(browser), await MeAsync(program)));

        town.Clock.Set(right);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (await MeAsync(browser), await MeAsync(program)));
        Assert.Equal(HttpStatusCode.OK, await SignInAsync(town.Browser())); // who signs in anew is not in the way of it
    }

    [Fact]
    public async Task A_small_step_back_ends_no_session()
    {
        await using var town = await TownAsync();
        using var browser = await town.SignInAsync("mori");
        town.Clock.Advance(-TimeSpan.FromMinutes(4)); // what a clock is put right by on any day
        Assert.Equal(HttpStatusCode.OK, await MeAsync(browser));
        town.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(browser));
    }

    [Theory]
    [InlineData(4, true)] // what a clock is put right by on any day
    [InlineData(6, false)]
    public async Task A_lock_and_a_token_bear_a_small_step_back_and_no_greater_one(int minutes, bool isBorne)
    {
        await using var town = await TownAsync();
        using var browser = await town.SignInAsync("mori");
        var made = await (await browser.PostAsJsonAsync("/api/v1/tokens", new { name = "試験", rights = new[] { "ask" }, days = 30 })).Content.ReadFromJsonAsync<JsonElement>();
        using var program = town.Browser();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made.GetProperty("secret").GetString());
        using var stranger = town.Browser();
        for (var i = 0; i < 5; i++)
        {
            await stranger.PostAsJsonAsync("/api/v1/session", new { userName = "mori", password = "wrong" });
        }

        town.Clock.Advance(-TimeSpan.FromMinutes(minutes));

        Assert.Equal(isBorne ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, await MeAsync(program));
        Assert.Equal(isBorne ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK, await SignInAsync(stranger)); // else a step back would let somebody go on guessing
    }

    private static async Task<TestTown> TownAsync()
    {
        var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        await town.AddPersonAsync("mori");
        return town;
    }

    private static async Task<HttpStatusCode> SignInAsync(HttpClient browser) => (await browser.PostAsJsonAsync("/api/v1/session", new { userName = "mori", password = TestTown.Password })).StatusCode;

    private static async Task<HttpStatusCode> MeAsync(HttpClient client) => (await client.GetAsync("/api/v1/me")).StatusCode;
}
