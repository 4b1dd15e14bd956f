using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yakuba.Office.Draft.Sources;
using Yakuba.Office.Draft.Text;
using Yakuba.Office.Draft.WriteDraft;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Testing;

namespace Yakuba.Tests.Walls;

/// <summary>A whole town with papers that some may read and some may not, and everyone who asks signed in.</summary>
internal sealed class WallsTown : IAsyncDisposable
{
    private readonly TemporaryFolder _files = new();

    private WallsTown(TestTown town, IReadOnlyList<Paper> papers, LogLines log) => (Town, Papers, Log) = (town, papers, log);

    internal TestTown Town { get; }

    internal IReadOnlyList<Paper> Papers { get; }

    /// <summary>All that the program logged, at the level that it has: nothing outside it sets another.</summary>
    internal LogLines Log { get; }

    internal Dictionary<string, Knocker> Knockers { get; } = [];

    internal IReadOnlyList<string> Jobs { get; private set; } = [];

    /// <param name="papers">What is filed.</param>
    internal static async Task<WallsTown> OpenAsync(IReadOnlyList<Paper> papers)
    {
        var log = new LogLines();
        var town = await TestTown.OpenAsync(plan: TownPlan.Whole with { Services = s => s.AddLogging(l => l.AddProvider(log)) });
        var made = new WallsTown(town, papers, log);
        foreach (var (code, name) in new[] { ("040", "税務課"), ("060", "福祉課"), ("070", "総務課") })
        {
            await town.AddSectionAsync(code, name);
        }

        foreach (var asker in Asker.All)
        {
            if (asker.HasAccount)
            {
                await town.AddPersonAsync(asker.User, asker.Role, asker.Section, asker.Clearance);
            }

            made.Knockers[asker.Kind] = await Knocker.OpenAsync(town, asker);
        }

        await made.FileAsync();
        await made.AskHeadsAsync();
        await made.DraftAsync();
        foreach (var paper in papers)
        {
            await made.BringToStateAsync(paper);
        }

        return made;
    }

    internal HttpClient HeadOf(Paper paper) => Knockers[paper.Section == "040" ? "section head" : "other head"].Browser;

    private async Task FileAsync()
    {
        foreach (var group in Papers.GroupBy(p => (p.Label, p.Section, Publish: p.State is not (PaperState.Draft or PaperState.Future))))
        {
            await ImportAsync(group.Key.Section, group.Key.Label, group.Key.Publish, [.. group.Select(p => (p.FileName, p.Text))]);
        }

        // As of an import that was stopped: it keeps the name of the file that it was at.
        await using (var work = await Town.Database.BeginAsync())
        {
            await work.ExecuteAsync("UPDATE job SET note = @name", new { name = Papers.FirstOrDefault(p => p is { Section: "040", Label: Label.Restricted })?.FileName ?? "" });
            await work.CommitAsync();
        }

        await using var read = await Town.Database.ReadAsync();
        Jobs = await read.QueryAsync<string>("SELECT id FROM job ORDER BY id");
        var versions = (await read.QueryAsync<Filed>("SELECT number AS Number, document_id AS Document, file_name AS Name FROM version")).ToDictionary(v => v.Name);
        foreach (var paper in Papers)
        {
            (paper.Version, paper.DocumentId) = (versions[paper.FileName].Number, versions[paper.FileName].Document);
        }
    }

    internal Task ImportAsync(string section, Label label, bool publish, params (string Name, string Text)[] files) =>
        ImportAsync(section, label, publish, [.. files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))]);

    internal async Task ImportAsync(string section, Label label, bool publish, params (string Name, byte[] Bytes)[] files)
    {
        var folder = Directory.CreateDirectory(_files[Guid.CreateVersion7().ToString("N")]).FullName;
        foreach (var (name, bytes) in files)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), bytes);
        }

        await using var scope = Town.Services.CreateAsyncScope();
        var paths = files.Select(f => Path.Combine(folder, f.Name)).ToList();
        var job = (await scope.ServiceProvider.GetRequiredService<ImportFilesHandler>().StartAsync(new ImportFiles(paths, section, label.ToName(), publish), Actor.Console("test"), default)).Value;
        var end = await Town.Get<JobRunner>().RunHereAsync(job, _ => { }, default);
        Assert.Equal(("done", 0), (end.State, ImportFilesHandler.Report(end).Refused));
    }

    // While they are live: an old answer must not tell later what the paper may not tell any more.
    private async Task AskHeadsAsync()
    {
        foreach (var paper in Papers.Where(p => p.State is not (PaperState.Draft or PaperState.Future)))
        {
            using var response = await HeadOf(paper).PostAsJsonAsync("/api/v1/questions", new { question = $"{paper.Topic}の手数料はいくらですか" });
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            paper.AnswerId = answer.GetProperty("id").GetString()!;
        }
    }

    // Drafts of the heads, each with all passages of one paper that stays as it is: a copy outlives what becomes of the paper.
    private async Task DraftAsync()
    {
        foreach (var paper in Papers.Where(p => p is { State: PaperState.Live, IsFaq: false } or { State: PaperState.Live, IsFaq: true, Label: Label.Section or Label.Restricted }))
        {
            var who = await Town.PrincipalAsync(paper.Section == "040" ? "kudo" : "oota");
            var by = who.ToActor("test");
            var made = (await Town.Get<CreateDraftHandler>().HandleAsync(new CreateDraft("notice", "", Label.Internal, new Dictionary<string, string> { ["事業名"] = paper.Topic }), who, by, default)).Value;
            await using var read = await Town.Database.ReadAsync();
            var passages = await read.QueryAsync<long>("SELECT ordinal FROM passage WHERE version = @version ORDER BY ordinal", new { version = paper.Version });
            foreach (var (ordinal, n) in passages.Select((o, n) => (o, n)))
            {
                _ = (await Town.Get<PutInSourceHandler>().HandleAsync(new PutInSource(made.Id, n + 1, (uint)paper.Version, (int)ordinal, null, PartRole.Body), who, by, default)).Value;
            }

            paper.DraftId = $"{made.Id}";
        }
    }

    private async Task BringToStateAsync(Paper paper)
    {
        var (head, at) = (HeadOf(paper), $"/api/v1/documents/{paper.Version}");
        switch (paper.State)
        {
            case PaperState.Revoked:
                await DoneAsync(head.DeleteAsync($"{at}/publication"));
                break;
            case PaperState.Retired or PaperState.Deleted:
                await DoneAsync(head.PostAsJsonAsync($"{at}/retirement", new { reason = "test" }));
                if (paper.State == PaperState.Deleted)
                {
                    await DoneAsync(head.PostAsJsonAsync($"{at}/deletion", new { reason = "test" }));
                }

                break;
            case PaperState.Superseded:
                await ImportAsync(paper.Section, paper.Label, true, (paper.FileName, paper.NextText));
                break;
            case PaperState.Future:
                await DoneAsync(head.PostAsJsonAsync($"{at}/confirmation", new { }));
                await DoneAsync(head.PostAsJsonAsync($"{at}/publication", new { from = "2027-04-01" }));
                break;
        }
    }

    /// <summary>Waits for an act and demands that it was done.</summary>
    internal static async Task DoneAsync(Task<HttpResponseMessage> act)
    {
        using var response = await act;
        Assert.True(response.IsSuccessStatusCode, $"{response.RequestMessage?.RequestUri} {await response.Content.ReadAsStringAsync()}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var knocker in Knockers.Values)
        {
            knocker.Dispose();
        }

        await Town.DisposeAsync();
        _files.Dispose();
    }

    private sealed record Filed(long Number, string Document, string Name);
}
