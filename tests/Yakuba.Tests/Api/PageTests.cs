using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Yakuba.Tests.Api;

public sealed partial class PageTests
{
    [Fact]
    public async Task A_changed_setting_shows_at_once_on_every_page_and_stands_in_the_record_without_its_value()
    {
        await using var town = await ServedTown.OpenAsync();
        using var browser = await town.SignInAsync("boss");

        var saved = await PostSettingsAsync(browser, new() { ["municipality.name"] = "澄野町", ["ask.resident-questions-per-minute"] = "30" });
        var page = await browser.GetStringAsync("/settings?done=saved");
        for (var tries = 0; tries < 30 && !page[page.IndexOf("<footer", StringComparison.Ordinal)..].Contains("澄野町", StringComparison.Ordinal); tries++)
        {
            await Task.Delay(100); // the frame does not wait for the store; less than the five seconds after which it looks again by itself
            page = await browser.GetStringAsync("/settings?done=saved");
        }

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("value=\"30\"", page);
        Assert.Contains("澄野町", page[page.IndexOf("<footer", StringComparison.Ordinal)..]);
        await using var read = await town.Database.ReadAsync();
        var entry = System.Text.Encoding.UTF8.GetString(await read.SingleOrDefaultAsync<byte[]>("SELECT entry FROM audit_entry WHERE action = 'settings-changed'") ?? []);
        Assert.Contains("ask.resident-questions-per-minute", entry);
        Assert.DoesNotContain("澄野町", entry);
    }

    [Fact]
    public async Task A_value_outside_its_range_is_refused_beside_its_field_and_nothing_changes()
    {
        await using var town = await ServedTown.OpenAsync();
        using var browser = await town.SignInAsync("boss");

        var refused = await PostSettingsAsync(browser, new() { ["municipality.name"] = "澄野町", ["ask.resident-questions-per-minute"] = "0" });
        var settings = await browser.GetFromJsonAsync<JsonElement>("/api/v1/settings");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("設定できる範囲の整数", await refused.Content.ReadAsStringAsync());
        Assert.Equal("", settings.EnumerateArray().Single(s => s.GetProperty("name").GetString() == "municipality.name").GetProperty("value").GetString());
    }

    [Fact]
    public async Task Settings_and_health_are_for_those_who_hold_the_right()
    {
        await using var town = await ServedTown.OpenAsync();
        using var stranger = await town.ClientAsync();
        using var staff = await town.SignInAsync("mori");
        using var boss = await town.SignInAsync("boss");

        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/health")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync("/settings")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync("/health")).StatusCode);
        Assert.Equal("ok\n", await stranger.GetStringAsync("/healthz"));
        var health = await boss.GetStringAsync("/health");
        Assert.Contains("SQLite", health);
        Assert.Contains("この機械", health);
    }

    [Fact]
    public async Task An_unknown_setting_is_named()
    {
        await using var town = await ServedTown.OpenAsync();
        using var boss = await town.SignInAsync("boss");

        var response = await boss.PutAsJsonAsync("/api/v1/settings/no.such", new { value = "1" });
        var (code, _, remarks) = await town.RunAsync("setting", "set", "ask.open-to-residents", "maybe");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(2, code);
        Assert.Contains("settings-not-a-switch", remarks);
    }

    private static async Task<HttpResponseMessage> PostSettingsAsync(HttpClient browser, Dictionary<string, string> values)
    {
        var page = await browser.GetStringAsync("/settings");
        values["form-token"] = Token().Match(page).Groups[1].Value;
        return await browser.PostAsync("/settings", new FormUrlEncodedContent(values));
    }

    [GeneratedRegex("name=\"form-token\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
