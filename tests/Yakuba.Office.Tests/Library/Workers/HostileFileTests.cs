using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Yakuba.Office.Tests.Library.Workers;

/// <summary>Hostile files through the import of a running server. Absent in a plain checkout; then this says so.</summary>
public sealed class HostileFileTests
{
    /// <summary>What the server may hold more than before the first of them, in MiB.</summary>
    private const double Tolerance = 100;

    /// <summary>The most that a worker with its children may hold, in MiB: the default limit.</summary>
    private const double MostOfWorker = 1_024;

    private static readonly string[] Chosen =
    [
        "pdf/ok-identity.pdf", "pdf/deep-array.pdf", "pdf/page-tree-cycle.pdf", "pdf/header-only.pdf", "pdf/inject-white-on-white.pdf", "pdf/polyglot-zip.docx", "office/ok.docx", "office/ok.xlsx",
        "office/nested-tables.docx", "office/billion-laughs.docx", "office/bomb-1gib.docx", "office/crc-mismatch.docx", "office/duplicate-part.docx", "office/traversal-names.docx", "office/xxe-file.docx",
        "office/overlap-bomb.zip", "office/far-cell.xlsx", "html/deep.html", "html/hidden.html", "text/invalid-utf8.txt", "text/nul-bytes.txt", "text/noncharacters.txt", "text/unbalanced-quotes.csv", "text/deep.xml",
        "text/quadratic.xml", "text/one-token-5mb.txt", "mail/nested-300.eml", "rtf/deep.rtf", "image/bomb-60000.png", "archive/traversal.tar.gz",
    ];

    [Fact]
    public Task A_choice_of_hostile_files_ends_in_a_named_refusal_or_a_clean_read() => ImportAsync(h => Chosen.Contains(h.File));

    [Fact, Trait("Run", "nightly")]
    public Task Every_hostile_file_ends_in_a_named_refusal_or_a_clean_read() => ImportAsync(_ => true);

    [Fact]
    public async Task No_hostile_name_is_lost_or_leads_outside()
    {
        if (await HostileFiles.FolderAsync() is not { } folder)
        {
            TestContext.Current.TestOutputHelper?.WriteLine("Skipped: the script of hostile files is not beside the repository.");
            return;
        }

        await using var town = await LibraryTown.OpenAsync();
        using var browser = await town.BrowserAsync("nishi");
        var names = HostileFiles.Names(folder);
        using var form = new MultipartFormDataContent();
        foreach (var (i, name) in names.Index())
        {
            var part = new ByteArrayContent(Encoding.UTF8.GetBytes($"案内その{i}\n\n窓口{i}番の受付は9時からです。"));
            part.Headers.ContentDisposition = ContentDispositionHeaderValue.Parse($"form-data; name=\"files\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
            form.Add(part);
        }

        form.Add(new StringContent("040"), "section");
        form.Add(new StringContent("公開"), "label");
        var posted = await browser.PostAsync("/api/v1/imports", form);
        var end = await LibraryTown.EndOfAsync(browser, posted.Headers.Location!.ToString().Split('/')[^1]);

        var files = end.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("fileName").GetString()!).ToList();
        Assert.Equal(names.Count(n => n.Length > 0), files.Count); // a form field without a file is sent with an empty name
        Assert.All(files, f => Assert.DoesNotContain(f, c => char.IsControl(c) || c is '/' or '\\'));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(town.Town.Directory.Root, "uploads")));
        Assert.All(Directory.EnumerateFiles(town.Town.Directory.Originals, "*", SearchOption.AllDirectories), f => Assert.Matches("^[0-9a-f]{64}$", Path.GetFileName(f)));
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        Assert.DoesNotContain("<script>alert", await browser.GetStringAsync("/library?state=draft"), StringComparison.Ordinal);
        Assert.Empty(town.Town.Errors.Lines);
    }

    private static async Task ImportAsync(Func<Hostile, bool> isChosen)
    {
        if (await HostileFiles.FolderAsync() is not { } folder)
        {
            TestContext.Current.TestOutputHelper?.WriteLine("Skipped: the script of hostile files is not beside the repository.");
            return;
        }

        var chosen = HostileFiles.Manifest(folder).Where(isChosen).ToList();
        await using var server = await RunningServer.StartAsync();
        Assert.Equal("added", Assert.Single(await server.ImportAsync(await TextAsync(server, "前.txt"))).Outcome);
        var before = server.Mebibytes("VmRSS");
        using var watch = new MemoryWatch(server.Id);
        var clock = Stopwatch.StartNew();

        var files = await server.ImportAsync([.. chosen.Select(h => Path.Combine(folder, h.File))]);

        var took = clock.Elapsed;
        Assert.True(server.IsAlive);
        Assert.Equal(chosen.Select(h => Path.GetFileName(h.File)), files.Select(f => f.File));
        Faults(chosen.Zip(files).Select(pair => Fault(pair.First, pair.Second.Outcome, pair.Second.Problem, pair.Second.Notes)));
        Faults(chosen.SelectMany(h => h.MustNotCreate).Where(File.Exists));
        Faults(await TextFaultsAsync(server, chosen));
        Assert.Equal("added", Assert.Single(await server.ImportAsync(await TextAsync(server, "後.txt"))).Outcome);
        await WorkerProcesses.UntilAsync(() => WorkerProcesses.Of(server.Id).Count == 0, "an idle worker is not ended");
        await WorkerProcesses.UntilAsync(() => server.Mebibytes("VmRSS") < before + Tolerance, $"the server held {before:N0} MiB and holds {server.Mebibytes("VmRSS"):N0}", seconds: 30);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{chosen.Count} files in {took.TotalSeconds:N0} s; server {before:N0} MiB before, {server.Mebibytes("VmHWM"):N0} at most, {server.Mebibytes("VmRSS"):N0} after; worker with children {watch.PeakMebibytes:N0} at most");
        Assert.True(watch.PeakMebibytes < MostOfWorker, $"{watch.PeakMebibytes:N0} MiB in a worker");
    }

    private static string Fault(Hostile hostile, string outcome, string problem, string notes)
    {
        var isRefused = outcome == "refused";
        return hostile.Expect == "reject" && !isRefused ? $"{hostile.File}: taken in"
            : hostile.Expect == "accept" && isRefused ? $"{hostile.File}: {problem}"
            : isRefused && !(problem.StartsWith("document-", StringComparison.Ordinal) && notes.EndsWith('。') && notes.Contains(Path.GetFileName(hostile.File), StringComparison.Ordinal)) ? $"{hostile.File}: {problem} {notes}"
            : problem is "document-reader-failed" or "document-reader-unavailable" ? $"{hostile.File}: {notes}" // no file of these may bring the worker down
            : "";
    }

    /// <summary>What must be in the text is there, and what must not is not.</summary>
    private static async Task<IReadOnlyList<string>> TextFaultsAsync(RunningServer server, IEnumerable<Hostile> chosen)
    {
        await using var store = new SqliteConnection($"Data Source={Path.Combine(server.Data, "yakuba.db")};Mode=ReadOnly");
        await store.OpenAsync();
        var faults = new List<string>();
        foreach (var hostile in chosen)
        {
            await using var command = store.CreateCommand();
            command.CommandText = "SELECT coalesce(group_concat(b.text, ' '), '') FROM block b JOIN version v ON v.number = b.version WHERE v.file_name = @name";
            command.Parameters.AddWithValue("@name", Path.GetFileName(hostile.File));
            var text = (string)(await command.ExecuteScalarAsync())!;
            faults.Add(text.Length > 0 && !text.Contains(hostile.MustContain, StringComparison.Ordinal) ? $"{hostile.File}: {hostile.MustContain} is lost" : "");
            faults.Add(hostile.MustNotContain.Length > 0 && text.Contains(hostile.MustNotContain, StringComparison.Ordinal) ? $"{hostile.File}: holds {hostile.MustNotContain}" : "");
            faults.Add(text.Contains("KSH-", StringComparison.Ordinal) ? $"{hostile.File}: hidden text is shown" : "");
        }

        return faults;
    }

    private static void Faults(IEnumerable<string> lines) => Assert.Equal("", string.Join('\n', lines.Where(l => l.Length > 0)));

    private static async Task<string> TextAsync(RunningServer server, string name)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(server.Data, "..", Path.GetFileName(server.Data) + "-files")).FullName, name);
        await File.WriteAllTextAsync(path, $"{name}の案内\n\n納期限は6月30日です。");
        return path;
    }
}
