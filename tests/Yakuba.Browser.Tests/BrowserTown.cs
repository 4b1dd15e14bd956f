using System.Net.Http.Json;
using Microsoft.Playwright;
using Yakuba.Platform;
using Yakuba.Testing;

namespace Yakuba.Browser.Tests;

/// <summary>The whole product with a handful of the sample town's documents, and a Chromium to look at it.</summary>
public sealed class BrowserTown : IAsyncLifetime
{
    private static readonly string[] Documents =
    [
        "よくある質問/くらし_戸籍.csv", "よくある質問/ごみ.csv", "例規/手数料条例.html", "例規/手数料条例_令和9年4月1日施行.html", "例規/敬老祝金支給条例.txt",
        "住民課/手数料一覧表.xlsx", "環境課/粗大ごみの出し方.html", "環境課/ごみ分別ガイドブック_令和8年度版.pdf", "税務課/税証明発行手順書.docx", "財政課/令和9年度予算編成方針案.docx",
    ];

    private readonly Dictionary<string, Cookie> _sessions = [];

    private IPlaywright? _playwright;
    private IBrowser? _chromium;
    private TestTown? _town;
    private ShownFront? _front;

    /// <summary>The town.</summary>
    internal TestTown Town => _town!; // set before any test runs

    /// <summary>Where its pages are: a name and not an address, because passkeys demand one.</summary>
    internal string Origin => $"http://localhost:{Town.Address.Port}";

    /// <summary>The front of many towns, once a page of it is looked at.</summary>
    internal async Task<ShownFront> FrontAsync() => _front ??= await ShownFront.StartAsync();

    /// <summary>Whether an address is of this town, or of the front.</summary>
    internal bool IsOwn(string url) => url.StartsWith(Origin + "/", StringComparison.Ordinal) || (_front is not null && url.StartsWith(_front.Origin + "/", StringComparison.Ordinal));

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _town = await TestTown.OpenAsync(plan: TownPlan.Whole);
        await _town.SeedAsync(Documents);
        await _town.AddPersonAsync("admin", Role.Administrator, "総務課");
        await _town.AddPersonAsync("hayashi", Role.SectionHead, "住民課");
        await _town.AddPersonAsync("mori", Role.Staff, "住民課");
        await _town.AddPersonAsync("kanno", Role.SectionHead, "財政課");
        await _town.AddPersonAsync("ueda", Role.Auditor, "議会事務局");
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(60_000);
        _chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("YAKUBA_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"],
        });
    }

    /// <summary>Opens a window of its own, with no cookies but those asked for.</summary>
    /// <param name="who">User name of the person who has signed in; empty for a resident.</param>
    /// <param name="look">Light, dark or contrast.</param>
    /// <param name="width">Width of the window, in CSS pixels.</param>
    /// <param name="scripts">False for a browser that runs none.</param>
    internal async Task<Visit> VisitAsync(string who = "", string look = "light", int width = 1280, bool scripts = true)
    {
        var context = await _chromium!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Origin,
            Locale = "ja-JP",
            TimezoneId = "Asia/Tokyo",
            JavaScriptEnabled = scripts,
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000);
        await context.AddCookiesAsync([new Cookie { Name = "yakuba-theme", Value = look, Url = Origin }]);
        if (who.Length > 0)
        {
            await context.AddCookiesAsync([await SessionAsync(who)]);
        }

        return await Visit.OpenAsync(context, this);
    }

    /// <summary>The session of a person, who signs in once for all windows: checking a password takes long on purpose.</summary>
    private async Task<Cookie> SessionAsync(string who)
    {
        if (!_sessions.TryGetValue(who, out var session))
        {
            using var browser = Town.Browser();
            var answer = await browser.PostAsJsonAsync("/api/v1/session", new { userName = who, password = TestTown.Password });
            Assert.True(answer.IsSuccessStatusCode, $"{who} could not sign in: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            var parts = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0].Split('=', 2);
            session = _sessions[who] = new Cookie { Name = parts[0], Value = parts[1], Url = Origin };
        }

        return session;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_front is not null)
        {
            await _front.DisposeAsync();
        }

        if (_town is not null)
        {
            await _town.DisposeAsync();
        }
    }
}
