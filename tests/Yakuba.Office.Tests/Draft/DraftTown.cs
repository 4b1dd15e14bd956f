using System.Net;
using System.Text.RegularExpressions;
using Yakuba.Office.Draft.Store;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Draft;

/// <summary>桜木町 with two sections that draft: 税務課 (staff nishi and mizuno, head kudo) and 福祉課 (staff tani), and an administrator of neither.</summary>
internal sealed class DraftTown : IAsyncDisposable
{
    /// <summary>Facts that fill in all that a 通知 asks for.</summary>
    internal static readonly (string Name, string Value)[] Notice =
    [
        ("宛先", "各町内会長"), ("事業名", "秋の一斉清掃"), ("趣旨", "町内の環境美化を進めるため、秋の一斉清掃を行います。"), ("日にち", "2026-11-29"), ("場所", "各町内会の区域"), ("発信者の氏名", "山田　太郎"),
    ];

    private DraftTown(TestTown town) => Town = town;

    internal TestTown Town { get; }

    internal static async Task<DraftTown> OpenAsync(StorageEngine engine = StorageEngine.Sqlite)
    {
        var town = await TestTown.OpenAsync(engine, TownPlan.Whole);
        await town.AddSectionAsync("040", "税務課");
        await town.AddSectionAsync("060", "福祉課");
        await town.AddSectionAsync("900", "総務課");
        await town.AddPersonAsync("nishi", Role.Staff, "040");
        await town.AddPersonAsync("mizuno", Role.Staff, "040");
        await town.AddPersonAsync("kudo", Role.SectionHead, "040", Label.Restricted);
        await town.AddPersonAsync("sato", Role.Staff, "040", Label.Restricted);
        await town.AddPersonAsync("tani", Role.Staff, "060");
        await town.AddPersonAsync("admin", Role.Administrator, "900", Label.Restricted);
        await using (var work = await town.Database.BeginAsync())
        {
            Assert.Null(await town.Get<SettingStore>().SetAsync(work, MunicipalitySettings.Name.Name, "桜木町", Actor.Console("test"), default));
            await work.CommitAsync();
        }

        return new DraftTown(town);
    }

    /// <summary>A signed-in person who asks for pages.</summary>
    internal async Task<DraftClerk> ClerkAsync(string user) => new(await Town.SignInAsync(user));

    /// <summary>The draft as the store has it, whoever may read it.</summary>
    internal async Task<DraftCard> CardAsync(Guid draft)
    {
        await using var read = await Town.Database.ReadAsync();
        return (await DraftRows.FindAsync(read, draft, default))!;
    }

    internal async Task<IReadOnlyList<string>> DraftActionsAsync() => [.. (await Town.AuditActionsAsync()).Where(a => a.StartsWith("draft-", StringComparison.Ordinal))];

    public ValueTask DisposeAsync() => Town.DisposeAsync();
}

/// <summary>A person at the pages of drafting, without scripts.</summary>
internal sealed partial class DraftClerk : IDisposable
{
    private string _token = "";

    internal DraftClerk(HttpClient browser)
    {
        Browser = browser;
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    internal HttpClient Browser { get; }

    /// <summary>Opens a page that must be there.</summary>
    internal async Task<string> PageAsync(string path)
    {
        using var response = await Browser.GetAsync(path);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode} {page}");
        return page;
    }

    /// <summary>Posts a form as a page does.</summary>
    internal async Task<(HttpStatusCode Status, string Page, string Location)> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        if (_token.Length == 0)
        {
            _token = FormToken().Match(await PageAsync("/drafts/new?template=notice")).Groups[1].Value;
        }

        using var response = await Browser.PostAsync(path, new FormUrlEncodedContent([new("form-token", _token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), response.Headers.Location?.ToString() ?? "");
    }

    /// <summary>Begins a draft that must be taken.</summary>
    internal async Task<Guid> BeginAsync(string template = "notice", string label = "機密性1", params (string Name, string Value)[] facts)
    {
        var (status, page, location) = await PostAsync("/drafts/new", [("template", template), ("label", label), .. (facts.Length == 0 && template == "notice" ? DraftTown.Notice : facts).Select(f => ("fact-" + f.Name, f.Value))]);
        Assert.True(status == HttpStatusCode.Redirect, page);
        return Guid.Parse(location.Split('/')[2]);
    }

    public void Dispose() => Browser.Dispose();

    [GeneratedRegex("name=\"form-token\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
