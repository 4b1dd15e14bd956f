using System.Net;
using System.Net.Http.Json;
using Yakuba.Office.Operate;
using Yakuba.Office.Tests.Library;

namespace Yakuba.Office.Tests.Privacy;

/// <summary>What becomes of personal data is decided by people, with a reason, and recorded with both.</summary>
public sealed class PrivacySettingTests
{
    [Fact]
    public async Task To_let_it_through_takes_a_reason_and_the_record_keeps_both()
    {
        await using var town = await LibraryTown.OpenAsync();
        using var admin = await town.BrowserAsync("admin");

        using var refused = await PutAsync(admin, "privacy.answers", "allow");
        Assert.Equal((HttpStatusCode.BadRequest, "privacy-no-reason"), (refused.StatusCode, await LibraryTown.ProblemAsync(refused)));
        Assert.DoesNotContain(OperateActions.SettingsChanged, await town.Town.AuditActionsAsync());

        (await PutAsync(admin, "privacy.answers-reason", "委託契約の定めによる")).EnsureSuccessStatusCode();
        (await PutAsync(admin, "privacy.answers", "allow")).EnsureSuccessStatusCode();
        using var taken = await PutAsync(admin, "privacy.answers-reason", " ");
        Assert.Equal("privacy-no-reason", await LibraryTown.ProblemAsync(taken));
        using var none = await PutAsync(admin, "privacy.import", "mask");
        Assert.Equal("settings-not-a-choice", await LibraryTown.ProblemAsync(none));

        await using var read = await town.Town.Database.ReadAsync();
        var entries = string.Join('\n', (await read.QueryAsync<byte[]>("SELECT entry FROM audit_entry")).Select(System.Text.Encoding.UTF8.GetString));
        Assert.Contains("privacy.answers = allow", entries);
        Assert.True(entries.Contains("privacy.answers-reason = 委託契約の定めによる", StringComparison.Ordinal), entries);
    }

    [Fact]
    public async Task The_settings_page_offers_the_modes_by_their_names()
    {
        await using var town = await LibraryTown.OpenAsync();
        using var admin = await town.BrowserAsync("admin");

        var page = WebUtility.HtmlDecode(await admin.GetStringAsync("/settings"));

        Assert.Contains("個人情報", page);
        Assert.Contains("<option value=\"mask\" selected>伏せる（札に替える）</option>", page);
        Assert.Contains("<option value=\"block\">保留する</option>", page);
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient browser, string name, string value) => browser.PutAsJsonAsync($"/api/v1/settings/{name}", new { value });
}
