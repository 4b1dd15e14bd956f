using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Handover;
using Yakuba.Testing;

namespace Yakuba.Tests.Api;

/// <summary>The whole program serving a small town: one public document, one that only the tax section may read.</summary>
internal sealed class ServedTown : IAsyncDisposable
{
    internal const string Public = "ごみの収集は、祝日も行います。収集を休むのは、12月31日から1月3日までです。";
    internal const string Secret = "滞納整理の差押予告は、納期限から45日を過ぎた日に行う。";

    private readonly TestStore _store;
    private readonly WebApplication _app;
    private readonly TemporaryFolder _files = new();

    private ServedTown(TestStore store, WebApplication app) => (_store, _app) = (store, app);

    internal IServiceProvider Services => _app.Services;

    internal Database Database => _store.Database;

    internal static async Task<ServedTown> OpenAsync(StorageEngine engine = StorageEngine.Sqlite)
    {
        var store = await TestStore.CreateAsync(engine);
        var app = Server.Build(store.Directory, "http://127.0.0.1:0");
        await app.StartAsync();
        var town = new ServedTown(store, app);
        await town.FillAsync();
        return town;
    }

    /// <summary>A client; with the token of a person of the section when one is named.</summary>
    internal async Task<HttpClient> ClientAsync(string? user = null, params string[] rights)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Urls.Single()) };
        if (user is null)
        {
            return client;
        }

        (await client.PostAsJsonAsync("/api/v1/session", new { userName = user, password = TestTown.Password })).EnsureSuccessStatusCode();
        var made = await client.PostAsJsonAsync("/api/v1/tokens", new { name = "test", rights = rights.Length > 0 ? rights : ["ask", "read-library"], days = 1 });
        var secret = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("secret").GetString();
        var program = new HttpClient { BaseAddress = client.BaseAddress };
        program.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        client.Dispose();
        return program;
    }

    /// <summary>A browser in which the person has signed in.</summary>
    internal async Task<HttpClient> SignInAsync(string user)
    {
        var client = await ClientAsync();
        (await client.PostAsJsonAsync("/api/v1/session", new { userName = user, password = TestTown.Password })).EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>Runs a command in the server, as one that another process handed over.</summary>
    internal async Task<(int Code, string Results, string Remarks)> RunAsync(params string[] arguments)
    {
        var (results, remarks) = (new StringWriter(), new StringWriter());
        var code = await CommandTree.RunHandedOverAsync(Services, new HandoverRequest(arguments, _files.Path, "", false), results, remarks, CancellationToken.None);
        return (code, results.ToString(), remarks.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _store.DisposeAsync();
        _files.Dispose();
    }

    private async Task FillAsync()
    {
        var by = Actor.Console("test");
        var sections = Services.GetRequiredService<KeepSectionHandler>();
        var people = Services.GetRequiredService<KeepPeopleHandler>();
        _ = (await sections.AddAsync(new KeepSection("kankyo", "環境課"), by, CancellationToken.None)).Value;
        _ = (await sections.AddAsync(new KeepSection("zeimu", "税務課"), by, CancellationToken.None)).Value;
        foreach (var (user, role, section) in new[] { ("mori", Role.Staff, "環境課"), ("tani", Role.Staff, "税務課"), ("boss", Role.Administrator, "") })
        {
            _ = (await people.AddAsync(user, new PersonInput(user, [role.ToKey()], [section], Label.Restricted.ToName()), TestTown.Password, by, CancellationToken.None)).Value;
        }

        await File.WriteAllTextAsync(_files["gomi.md"], $"# ごみの出し方\n\n## 収集日\n\n{Public}\n");
        await File.WriteAllTextAsync(_files["tainou.md"], $"# 滞納整理マニュアル\n\n## 差押予告\n\n{Secret}\n");
        Assert.Equal(0, (await RunAsync("import", "gomi.md", "--section", "環境課", "--publish")).Code);
        Assert.Equal(0, (await RunAsync("import", "tainou.md", "--section", "税務課", "--label", "機密性3", "--publish")).Code);
    }
}
