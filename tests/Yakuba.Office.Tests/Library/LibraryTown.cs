using System.CommandLine;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Documents;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library;

/// <summary>A town with two sections: 税務課 (staff nishi, head kudo) and 福祉課 (staff tani), a legal officer hara and an administrator.</summary>
internal sealed class LibraryTown : IAsyncDisposable
{
    private LibraryTown(TestTown town) => Town = town;

    internal TestTown Town { get; }

    internal TemporaryFolder Files { get; } = new();

    internal static async Task<LibraryTown> OpenAsync(StorageEngine engine = StorageEngine.Sqlite, DocumentWorkers? workers = null)
    {
        var plan = workers is null ? TownPlan.Whole : TownPlan.Whole with { Services = services => services.AddSingleton(workers) };
        var town = await TestTown.OpenAsync(engine, plan);
        await town.AddSectionAsync("040", "税務課");
        await town.AddSectionAsync("060", "福祉課");
        await town.AddPersonAsync("nishi", Role.Staff, "040");
        await town.AddPersonAsync("kudo", Role.SectionHead, "040");
        await town.AddPersonAsync("tani", Role.Staff, "060");
        await town.AddPersonAsync("hara", Role.LegalOfficer, "060");
        await town.AddPersonAsync("admin", Role.Administrator, "060");
        return new LibraryTown(town);
    }

    /// <summary>Writes a file and imports it for 税務課 as the operator.</summary>
    /// <returns>Number of its newest version.</returns>
    internal async Task<uint> ImportAsync(string name, string text, string label = "公開", bool publish = true)
    {
        await File.WriteAllTextAsync(Files[name], text);
        var report = await ImportAsync(new ImportFiles([Files[name]], "税務課", label, publish));
        return (uint)report.Files.Single().Version;
    }

    internal async Task<ImportReport> ImportAsync(ImportFiles request)
    {
        using var scope = Town.Services.CreateScope();
        var job = (await scope.ServiceProvider.GetRequiredService<ImportFilesHandler>().StartAsync(request, Actor.Console("test"), default)).Value;
        var status = await Town.Get<JobRunner>().RunHereAsync(job, _ => { }, default);
        Assert.True(status.State == "done", status.Problem);
        return ImportFilesHandler.Report(status);
    }

    /// <summary>Titles that a person finds, as search shows them on the town's day.</summary>
    internal async Task<IReadOnlyList<string>> SearchAsync(string? user, string words, Yakuba.Office.Library.Rights.Standing standing = Yakuba.Office.Library.Rights.Standing.InForce)
    {
        var reader = user is null ? Principal.Resident : await Town.PrincipalAsync(user);
        var found = await Town.Get<Yakuba.Office.Library.Searching.LibrarySearch>().FindAsync(reader, words, Town.Clock.Today(), standing, 20, default);
        return [.. found.Select(f => f.Title).Distinct()];
    }

    /// <summary>Runs a command of the library as the operator of the machine.</summary>
    /// <returns>Exit code, and what it printed.</returns>
    internal async Task<(int Code, string Said)> CommandAsync(params string[] line)
    {
        using var scope = Town.Services.CreateScope();
        using var said = new StringWriter();
        var context = new CommandContext("", Files.Path, TextReader.Null, new CommandOutput(said, said, false, false));
        context.Open(scope.ServiceProvider);
        var root = new RootCommand();
        foreach (var command in Yakuba.Office.Library.LibraryRoom.Commands(context))
        {
            root.Add(command);
        }

        return (await root.Parse(line).InvokeAsync(), said.ToString());
    }

    /// <summary>A signed-in browser, or a resident's.</summary>
    internal Task<HttpClient> BrowserAsync(string? user) => user is null ? Task.FromResult(Town.Browser()) : Town.SignInAsync(user);

    /// <summary>Takes one step in the life of a version over the API.</summary>
    internal static Task<HttpResponseMessage> StepAsync(HttpClient browser, uint version, string step, object? body = null) =>
        browser.PostAsJsonAsync($"/api/v1/documents/{version}/{step}", body ?? new { });

    internal static async Task<string> ProblemAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("name").GetString()!;

    internal static MultipartFormDataContent Upload(string section, string label, bool publish, params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part, "files", name);
        }

        form.Add(new StringContent(section), "section");
        form.Add(new StringContent(label), "label");
        if (publish)
        {
            form.Add(new StringContent("on"), "publish");
        }

        return form;
    }

    internal static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Waits until an import that was started over HTTP has ended.</summary>
    internal static async Task<JsonElement> EndOfAsync(HttpClient browser, string job)
    {
        while (true)
        {
            var state = await browser.GetFromJsonAsync<JsonElement>($"/api/v1/imports/{job}");
            if (state.GetProperty("isOver").GetBoolean())
            {
                return state;
            }

            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Town.DisposeAsync();
        Files.Dispose();
    }
}
