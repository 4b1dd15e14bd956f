using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Handover;
using Yakuba.Testing;
using Yakuba.Towns;
using Yakuba.Towns.Acts;

namespace Yakuba.Tests.Towns;

/// <summary>A real server of several towns on a loopback port, in a folder that is gone afterwards.</summary>
internal sealed class ServedInstallation : IAsyncDisposable
{
    internal const string Chiyoda = "131016";
    internal const string Sapporo = "011002";
    internal const string Naha = "472018";
    internal const string Nagoya = "231002"; // where several classes use one PostgreSQL server, each has towns of its own
    internal static readonly Actor Operator = Actor.Console("test");

    private readonly TemporaryFolder _folder = new();
    private readonly WebApplication _app;

    private ServedInstallation(Action<IServiceCollection>? change, FairTurns? turns, ILoggerFactory logs, string root = "", string node = "")
    {
        var opener = new TownOpener(logs, change) { Patience = TimeSpan.FromMilliseconds(300), RetryAfter = TimeSpan.FromMilliseconds(300) };
        Towns = Installation.Open(root.Length > 0 ? root : _folder["installation"], opener, make: true, node).Value;
        _app = InstallationServer.Build(Towns, "http://127.0.0.1:0", 20, turns);
    }

    internal Installation Towns { get; }

    internal string this[string name] => _folder[name];

    internal Uri Address => new(_app.Urls.Single());

    /// <summary>Starts a server without towns.</summary>
    internal static async Task<ServedInstallation> StartAsync(Action<IServiceCollection>? change = null, FairTurns? turns = null, ILoggerFactory? logs = null)
    {
        var served = new ServedInstallation(change, turns, logs ?? NullLoggerFactory.Instance);
        await served._app.StartAsync();
        return served;
    }

    /// <summary>Starts one of several nodes.</summary>
    /// <param name="node">Its name.</param>
    /// <param name="root">The installation that it serves with others; empty for a new one.</param>
    internal static async Task<ServedInstallation> JoinAsync(string node, string root = "")
    {
        var served = new ServedInstallation(null, null, NullLoggerFactory.Instance, root, node);
        await served._app.StartAsync();
        return served;
    }

    internal async Task<TownEntry> AddAsync(string code, string name, string host = "", string storage = "sqlite") =>
        (await AddTownHandler.HandleAsync(Towns, new AddTown(code, name, host, storage, ""), Operator, (_, _, _) => { }, CancellationToken.None)).Value;

    /// <summary>Fills a town: mori heads 環境課, boss is an administrator, kansa an auditor, and one document of the section holds the canary.</summary>
    internal async Task FillAsync(string code, string canary)
    {
        await InTownAsync(code, async town =>
        {
            _ = (await town.GetRequiredService<KeepSectionHandler>().AddAsync(new KeepSection("kankyo", "環境課"), Operator, CancellationToken.None)).Value;
            foreach (var (user, role) in new[] { ("mori", Role.SectionHead), ("boss", Role.Administrator), ("kansa", Role.Auditor) })
            {
                _ = (await town.GetRequiredService<KeepPeopleHandler>().AddAsync(
                    user, new PersonInput(user, [role.ToKey()], ["環境課"], Label.Restricted.ToName()), TestTown.Password, Operator, CancellationToken.None)).Value;
            }
        });
        await File.WriteAllTextAsync(_folder["gomi.md"], $"# ごみの出し方\n\n## 収集日\n\nごみの収集日の合言葉は、{canary}です。\n");
        var imported = await RunInAsync(code, "import", "gomi.md", "--section", "環境課", "--label", "機密性2", "--publish");
        Assert.True(imported.Code == 0, imported.Text);
    }

    /// <summary>Works in a town as the server has it open.</summary>
    internal async Task InTownAsync(string code, Func<IServiceProvider, Task> act)
    {
        var town = Towns.Live(code);
        var open = (await town.EnterAsync()).Value;
        try
        {
            await act(open.Services);
        }
        finally
        {
            town.Leave();
        }
    }

    /// <summary>What a town's own record says was done.</summary>
    internal async Task<IReadOnlyList<string>> ActionsAsync(string code)
    {
        IReadOnlyList<string> actions = [];
        await InTownAsync(code, async town =>
        {
            await using var read = await town.GetRequiredService<Database>().ReadAsync();
            actions = await read.QueryAsync<string>("SELECT action FROM audit_entry ORDER BY idx");
        });
        return actions;
    }

    /// <summary>A command on one town's data directory, as a caller hands it to the town's own socket.</summary>
    internal async Task<(int Code, string Text)> RunInAsync(string code, params string[] arguments)
    {
        var text = new StringWriter();
        var exit = -1;
        await InTownAsync(code, async town => exit = await CommandTree.RunHandedOverAsync(town, new HandoverRequest(arguments, _folder.Path, "", false), text, text, CancellationToken.None));
        return (exit, text.ToString());
    }

    /// <summary>A command on the installation, as a caller hands it to the server.</summary>
    internal async Task<(int Code, string Text)> RunAsync(params string[] arguments)
    {
        var text = new StringWriter();
        var exit = await InstallationServer.RunHandedOverAsync(Towns, new HandoverRequest(arguments, _folder.Path, "", false), text, text, CancellationToken.None);
        return (exit, text.ToString());
    }

    /// <summary>A browser under a town's path that keeps cookies and does not follow.</summary>
    internal HttpClient Browser(string code) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(Address, $"/t/{code}/") };

    /// <summary>A browser in which the person has signed in to a town that is reached by path.</summary>
    internal async Task<HttpClient> SignInAsync(string code, string user)
    {
        var browser = Browser(code);
        var response = await browser.PostAsJsonAsync("api/v1/session", new { userName = user, password = TestTown.Password });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return browser;
    }

    /// <summary>A token of a person for programs.</summary>
    internal static async Task<string> TokenAsync(HttpClient signedIn)
    {
        var made = await signedIn.PostAsJsonAsync("api/v1/tokens", new { name = "test", rights = new[] { "ask", "read-library" }, days = 1 });
        return (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("secret").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        var schemas = !Directory.Exists(Towns.Root) ? [] : Towns.File.Towns.Select(t => Path.Combine(Towns.FolderOf(t.Code), "yakuba.json")).Where(File.Exists).Select(f => DataDescription.Read(f).Value).Where(d => d.IsPostgres).ToList();
        await Towns.DisposeAsync();
        foreach (var schema in schemas)
        {
            await PostgresSchema.DropAsync(schema, CancellationToken.None);
        }

        _folder.Dispose();
    }
}
