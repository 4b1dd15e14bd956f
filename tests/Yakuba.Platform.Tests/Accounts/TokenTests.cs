using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Accounts;

public sealed class TokenTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_token_carries_its_rights_and_no_others_until_it_is_revoked(StorageEngine engine)
    {
        await using var town = await TestTown.OpenAsync(engine, TownPlan.Accounts);
        await town.AddPersonAsync("admin", Role.Administrator);
        using var browser = await town.SignInAsync("admin");
        var (id, secret) = await CreateAsync(browser, ["ask"], 30);
        using var program = Program(town, secret);

        var me = await program.GetFromJsonAsync<JsonElement>("/api/v1/me");

        Assert.Equal(["ask"], me.GetProperty("rights").EnumerateArray().Select(r => r.GetString()));
        Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync("/api/v1/people")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync("/api/v1/tokens")).StatusCode);
        var listed = (await browser.GetFromJsonAsync<JsonElement>("/api/v1/tokens"))[0];
        Assert.NotEqual(JsonValueKind.Null, listed.GetProperty("usedAt").ValueKind);
        await browser.DeleteAsync("/api/v1/tokens/" + id);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/me")).StatusCode);
        Assert.Equal(["token-created", "token-revoked"], (await town.AuditActionsAsync()).TakeLast(2));
    }

    [Fact]
    public async Task A_token_ends_on_its_day()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        await town.AddPersonAsync("mori");
        using var browser = await town.SignInAsync("mori");
        var (_, secret) = await CreateAsync(browser, ["ask"], 1);
        using var program = Program(town, secret);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/me")).StatusCode);

        town.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/me")).StatusCode);
    }

    [Theory]
    [InlineData("", "ask", 1)]
    [InlineData("a", "ask", 0)]
    [InlineData("a", "ask", 366)]
    [InlineData("a", "", 1)]
    [InlineData("a", "manage-people", 1)] // a right that the person lacks
    [InlineData("a", "own-account", 1)]
    [InlineData("a", "no-such-right", 1)]
    public async Task A_token_that_does_not_fit_is_refused_and_nothing_is_stored(string name, string right, int days)
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        await town.AddPersonAsync("mori");
        using var browser = await town.SignInAsync("mori");

        var response = await browser.PostAsJsonAsync("/api/v1/tokens", new { name, rights = new[] { right }, days });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty((await browser.GetFromJsonAsync<JsonElement>("/api/v1/tokens")).EnumerateArray());
    }

    [Fact]
    public async Task The_store_keeps_the_hash_of_a_token_only()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        await town.AddPersonAsync("mori");
        using var browser = await town.SignInAsync("mori");

        var (_, secret) = await CreateAsync(browser, ["ask"], 1);

        Assert.StartsWith("ykb_", secret);
        await using var read = await town.Database.ReadAsync();
        Assert.DoesNotContain(await read.QueryAsync<string>("SELECT token_hash || name || rights FROM api_token"), row => row.Contains(secret[4..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_persons_token_is_not_there_for_me()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        await town.AddPersonAsync("mori");
        await town.AddPersonAsync("hayashi");
        using var mori = await town.SignInAsync("mori");
        using var hayashi = await town.SignInAsync("hayashi");
        var (id, secret) = await CreateAsync(mori, ["ask"], 1);

        Assert.Equal(HttpStatusCode.NotFound, (await hayashi.DeleteAsync("/api/v1/tokens/" + id)).StatusCode);
        using var program = Program(town, secret);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task A_wrong_token_is_refused_even_where_residents_are_welcome()
    {
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Accounts);
        using var program = Program(town, "ykb_wrong");

        Assert.Equal(HttpStatusCode.Unauthorized, (await program.PostAsJsonAsync("/api/v1/session", new { userName = "a", password = "b" })).StatusCode);
    }

    private static HttpClient Program(TestTown town, string secret)
    {
        var program = town.Browser();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return program;
    }

    private static async Task<(string Id, string Secret)> CreateAsync(HttpClient browser, string[] rights, int days)
    {
        var created = await (await browser.PostAsJsonAsync("/api/v1/tokens", new { name = "連携", rights, days })).Content.ReadFromJsonAsync<JsonElement>();
        return (created.GetProperty("token").GetProperty("id").GetString()!, created.GetProperty("secret").GetString()!);
    }
}
