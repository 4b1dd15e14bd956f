using Yakuba.Documents;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Operate.ChangeSettings;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library.Workers;

/// <summary>Whatever becomes of the process that reads a file, the file is refused by name, the next one is read, and nothing half is kept.</summary>
public sealed class WorkerFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string, string> Deeds => new()
    {
        { "exit 3", "document-reader-failed", "終了コード3" },
        { "exit 0", "document-reader-failed", "終了コード0" },
        { "kill -SEGV $$", "document-reader-failed", "シグナル11" },
        { "kill -ABRT $$", "document-reader-failed", "シグナル6" },
        { "kill -KILL $$", "document-reader-failed", "シグナル9" },
        { "printf 'Hello, world'; sleep 60", "document-reader-failed", "正しくありません" }, // something printed among the frames
        { "printf '\\004\\377\\377\\377\\177'; sleep 60", "document-reader-failed", "正しくありません" }, // an answer of 2 GiB
        { "printf '\\004\\002\\000\\000\\000{}'; sleep 60", "document-reader-failed", "正しくありません" }, // an answer without an answer
        { "printf '\\004\\100\\000\\000\\000{\"Outcome\":{\"$type\":\"document\"'", "document-reader-failed", "終了コード0" }, // half an answer
        { "{ head -c 600000000 /dev/zero; sleep 60; } | tail", "document-memory-limit", "256MB" }, // a child that takes memory
    };

    [Theory, MemberData(nameof(Deeds))]
    public async Task A_worker_that_fails_costs_its_file_and_nothing_else(string deed, string problem, string words)
    {
        using var worker = new WorkerDouble(deed);
        await using var town = await LibraryTown.OpenAsync(workers: worker.Workers);
        await SetAsync(town, ReadingLimits.ReadMegabytes.Name, "256");

        await ImportTwoAsync(town, problem, words);
    }

    [Fact]
    public async Task A_worker_that_never_answers_is_ended_when_its_time_is_over()
    {
        using var worker = new WorkerDouble("sleep 600");
        await using var town = await LibraryTown.OpenAsync(workers: worker.Workers);
        await SetAsync(town, ReadingLimits.ReadSeconds.Name, "5");

        await ImportTwoAsync(town, "document-time-limit", "5秒以内", patience: TimeSpan.FromSeconds(120));
    }

    [Fact]
    public async Task A_worker_that_cannot_be_started_or_speaks_another_version_is_named()
    {
        using var absent = new DocumentWorkers(new WorkerProgram("/nowhere/yakuba", []));
        using var other = new WorkerDouble("sleep 60", """{"Version":99,"Walls":{"NoNetwork":true,"OneFolder":true,"DiesWithServer":true,"OwnGroup":true}}""");
        foreach (var workers in new[] { absent, other.Workers })
        {
            var read = await ReadAsync(workers, "案内.txt", "納期限", default);

            var refused = read.Refusal!;
            Assert.Equal("document-reader-unavailable", refused.Name);
            Assert.Contains("「案内.txt」", refused.Message, StringComparison.Ordinal);
            Assert.Contains("管理者", refused.NextStep, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_used_worker_that_fails_is_given_one_more_chance_afresh()
    {
        using var workers = new DocumentWorkers(new WorkerProgram("/usr/bin/env", ["YAKUBA_MARK=used", Path.Combine(AppContext.BaseDirectory, "yakuba")]));
        Assert.NotNull((await ReadAsync(workers, "一.txt", "一の案内", default)).Document);
        WorkerProcesses.Kill(WorkerProcesses.Of(Environment.ProcessId).Single(id => WorkerProcesses.Environment(id).Contains("YAKUBA_MARK=used", StringComparison.Ordinal)));

        Assert.NotNull((await ReadAsync(workers, "二.txt", "二の案内", default)).Document);
        Assert.Equal(2, workers.Started);
    }

    [Fact]
    public async Task Its_walls_stand_on_this_machine_and_its_environment_is_empty()
    {
        Environment.SetEnvironmentVariable("YAKUBA_CANARY", "kanaria");
        using var workers = new DocumentWorkers();
        await ReadAsync(workers, "案内.txt", "納期限", default);

        Assert.Equal(new WorkerWalls(true, true, true, true), workers.Walls);
        Assert.All(WorkerProcesses.Of(Environment.ProcessId), id => Assert.DoesNotContain("kanaria", WorkerProcesses.Environment(id), StringComparison.Ordinal));
        Assert.All(WorkerProcesses.Of(Environment.ProcessId), id => Assert.DoesNotContain(WorkerProcesses.OpenFiles(id), f => f.Contains("yakuba.db", StringComparison.Ordinal) || f.StartsWith("socket:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_reading_that_nobody_waits_for_any_more_ends_its_worker()
    {
        using var worker = new WorkerDouble("touch \"$DONE\"; sleep 600");
        using var stop = new CancellationTokenSource();
        var reading = ReadAsync(worker.Workers, "案内.txt", "納期限", stop.Token);
        await WorkerProcesses.UntilAsync(() => File.Exists(worker.Done), "it never began to read");

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.NotNull((await ReadAsync(worker.Workers, "案内.txt", "納期限", default)).Document);
    }

    [Fact]
    public async Task A_worker_that_answers_and_ends_before_it_has_heard_all_of_a_large_file_is_heard()
    {
        const string Answer = """{"Document":null,"Refusal":{"Name":"document-out-of-memory","Message":"m","NextStep":"n"},"IsLast":true}""";
        using var worker = new WorkerDouble($"printf '\\004\\{Convert.ToString(Answer.Length, 8)}\\000\\000\\000%s' '{Answer}'");

        var read = await ReadAsync(worker.Workers, "大.txt", new string('あ', 5_000_000), default);

        Assert.Equal("document-out-of-memory", read.Refusal?.Name);
    }

    [Fact]
    public async Task Words_without_end_on_the_error_stream_are_taken_and_kept_nowhere()
    {
        const long Said = 400_000_000;
        using var worker = new WorkerDouble($"head -c {Said} /dev/zero >&2; touch \"$DONE\"; sleep 600");
        using var stop = new CancellationTokenSource();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var reading = ReadAsync(worker.Workers, "案内.txt", "納期限", stop.Token);
        await WorkerProcesses.UntilAsync(() => File.Exists(worker.Done), "it waits to be heard");

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, Said / 2);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    private static async Task ImportTwoAsync(LibraryTown town, string problem, string words, TimeSpan? patience = null)
    {
        await File.WriteAllTextAsync(town.Files["あ.txt"], "納税の案内\n\n納期限は6月30日です。");
        await File.WriteAllTextAsync(town.Files["い.txt"], "保育の案内\n\n申込みは11月からです。");

        var failed = await ImportAsync("あ.txt"); // by itself: of two files that are read at once, chance would choose

        Assert.Equal((ImportOutcome.Refused, problem), (failed.Outcome, failed.Problem));
        Assert.Contains("「あ.txt」", failed.Notes.Single(), StringComparison.Ordinal);
        Assert.Contains(words, failed.Notes.Single(), StringComparison.Ordinal);
        Assert.EndsWith("ください。", failed.Notes.Single(), StringComparison.Ordinal);
        Assert.Equal(ImportOutcome.Added, (await ImportAsync("い.txt")).Outcome);
        await using var read = await town.Town.Database.ReadAsync();
        Assert.Equal(1, await read.CountAsync("SELECT count(*) FROM document"));
        Assert.Equal(1, await read.CountAsync("SELECT count(*) FROM version"));
        Assert.Equal(0, await read.CountAsync("SELECT count(*) FROM passage WHERE text LIKE '%納期限%'"));
        Assert.Single(Directory.EnumerateFiles(town.Town.Directory.Originals, "*", SearchOption.AllDirectories));
        Assert.Empty(await town.SearchAsync(null, "納期限"));

        async Task<ImportedFile> ImportAsync(string name) =>
            (await town.ImportAsync(new ImportFiles([town.Files[name]], "税務課", "公開", Publish: true)).WaitAsync(patience ?? TimeSpan.FromSeconds(60))).Files.Single();
    }

    private async Task<WorkerReading> ReadAsync(DocumentWorkers workers, string name, string text, CancellationToken cancel)
    {
        await File.WriteAllTextAsync(_folder[name], text, CancellationToken.None);
        return await workers.ReadAsync(new FileToRead(name, _folder[name], _folder[name + ".text"]), ReadLimits.Default, cancel);
    }

    private static async Task SetAsync(LibraryTown town, string name, string value)
    {
        var changed = await town.Town.Get<ChangeSettingsHandler>().HandleAsync(new Dictionary<string, string> { [name] = value }, Actor.Console("test"), default);
        Assert.True(changed.IsSuccess);
    }
}
