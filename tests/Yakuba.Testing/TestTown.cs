using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Yakuba.Documents;
using Yakuba.Office.Operate.SeedTown;
using Yakuba.Platform;
using Yakuba.Platform.Accounts;
using Yakuba.Platform.Accounts.People;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;

namespace Yakuba.Testing;

/// <summary>A municipality for one test: a fresh store, a clock that stands still, real handlers, and a real server on a loopback port.</summary>
public sealed class TestTown : IAsyncDisposable
{
    /// <summary>Password of everybody that tests add.</summary>
    public const string Password = "correct horse battery";

    private static readonly Actor Operator = Actor.Console("test");

    // One for all towns of a test program: a real worker, started once.
    private static readonly DocumentWorkers Workers = new();

    private readonly TestStore _store;
    private readonly WebApplication _app;

    private TestTown(TestStore store, TestClock clock, ServerErrors errors, WebApplication app)
    {
        _store = store;
        Clock = clock;
        Errors = errors;
        _app = app;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>The town's clock.</summary>
    public TestClock Clock { get; }

    /// <summary>What the server logged as an error.</summary>
    public ServerErrors Errors { get; }

    /// <summary>Where the server listens: <c>http://127.0.0.1:PORT</c>.</summary>
    public Uri Address { get; }

    /// <summary>The municipality's services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>The data directory.</summary>
    public DataDirectory Directory => _store.Directory;

    /// <summary>The store.</summary>
    public Database Database => _store.Database;

    /// <summary>Opens a town.</summary>
    /// <param name="engine">Where its state lies.</param>
    /// <param name="plan">Its rooms; null for the store alone.</param>
    public static async Task<TestTown> OpenAsync(StorageEngine engine = StorageEngine.Sqlite, TownPlan? plan = null)
    {
        plan ??= TownPlan.Bare;
        var clock = new TestClock();
        var errors = new ServerErrors();
        var store = await TestStore.CreateAsync(engine, clock);
        var app = plan.Host is { } host ? host(store.Directory, Change) : Plain(store.Directory, Change);
        plan.Pipeline(app);
        plan.Map(app);
        await app.StartAsync();
        return new TestTown(store, clock, errors, app);

        void Change(IServiceCollection services)
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddSingleton(Workers);
            services.AddLogging(log => log.ClearProviders().AddProvider(errors));
            plan.Services(services);
        }
    }

    /// <summary>One service.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A browser of its own: keeps cookies, does not follow redirects.</summary>
    public HttpClient Browser() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = new CookieContainer() })
    {
        BaseAddress = Address,
    };

    /// <summary>Adds a section.</summary>
    public async Task AddSectionAsync(string code, string name) =>
        _ = (await Get<KeepSectionHandler>().AddAsync(new KeepSection(code, name), Operator, CancellationToken.None)).Value;

    /// <summary>Adds a person who may sign in at once with <see cref="Password"/>.</summary>
    /// <param name="userName">User name; the display name too.</param>
    /// <param name="role">The role.</param>
    /// <param name="section">Code or name of the section; empty for none.</param>
    /// <param name="clearance">The most secret label.</param>
    public async Task<Account> AddPersonAsync(string userName, Role role = Role.Staff, string section = "", Label clearance = Label.Section) =>
        (await Get<KeepPeopleHandler>().AddAsync(
            userName, new PersonInput(userName, [role.ToKey()], [section], clearance.ToName()), Password, Operator, CancellationToken.None)).Value.Account;

    /// <summary>Brings in documents of the sample town, with the town's name and sections, through the real import. Before anybody is added.</summary>
    /// <param name="paths">Paths below <c>samples/town</c>.</param>
    public async Task SeedAsync(params string[] paths)
    {
        var samples = Repository.PathOf("samples");
        var town = TownDescription.Read(samples).Value;
        var some = town with { Users = [], Documents = [.. town.Documents.Where(d => paths.Contains(d.Path))] };
        await using var scope = Services.CreateAsyncScope();
        var seeded = (await scope.ServiceProvider.GetRequiredService<SeedTownHandler>().RunAsync(samples, some, Operator, CancellationToken.None)).Value;
        var end = await Get<JobRunner>().RunHereAsync(seeded.Job, _ => { }, CancellationToken.None);
        if (end.State != "done" || some.Documents.Count != paths.Length)
        {
            throw new InvalidOperationException($"The sample documents did not come in: {end.State} {end.Problem} ({some.Documents.Count} of {paths.Length} known)");
        }
    }

    /// <summary>A person as one who reads, with what the store says now.</summary>
    public async Task<Principal> PrincipalAsync(string userName) =>
        (await Get<PeopleList>().PrincipalAsync(userName, Channel.Staff, CancellationToken.None)).Value;

    /// <summary>A browser in which the person has signed in.</summary>
    public async Task<HttpClient> SignInAsync(string userName)
    {
        var browser = Browser();
        var response = await browser.PostAsJsonAsync("/api/v1/session", new { userName, password = Password });
        return response.IsSuccessStatusCode
            ? browser
            : throw new InvalidOperationException($"{userName} could not sign in: {await response.Content.ReadAsStringAsync()} {string.Join('\n', Errors.Lines)}");
    }

    /// <summary>The record's actions so far, oldest first.</summary>
    public async Task<IReadOnlyList<string>> AuditActionsAsync()
    {
        await using var read = await Database.ReadAsync();
        return await read.QueryAsync<string>("SELECT action FROM audit_entry ORDER BY idx");
    }

    private static WebApplication Plain(DataDirectory directory, Action<IServiceCollection> change)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Host.UseDefaultServiceProvider(o => (o.ValidateOnBuild, o.ValidateScopes) = (true, true));
        builder.Services.AddPlatform(directory);
        change(builder.Services);
        return builder.Build();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _store.DisposeAsync();
    }
}
