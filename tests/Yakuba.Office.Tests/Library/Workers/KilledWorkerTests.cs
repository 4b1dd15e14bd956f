using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library.Workers;

/// <summary>Real processes, ended by the system's own means: the worker under a running import, and the import above its worker.</summary>
public sealed class KilledWorkerTests
{
    [Fact]
    public async Task A_worker_killed_while_it_reads_costs_one_file()
    {
        using var data = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        await FilesAsync(folder);
        await KilledImportTests.MakeTownAsync(data.Path);
        using var import = KilledImportTests.Start(data.Path, folder.Path);
        var worker = await ReadingAsync(import);

        WorkerProcesses.Kill(worker);

        var output = await import.StandardOutput.ReadToEndAsync();
        await import.WaitForExitAsync();
        Assert.True(import.ExitCode == 0, output + await import.StandardError.ReadToEndAsync());
        using var report = JsonDocument.Parse(output);
        var files = report.RootElement.GetProperty("files").EnumerateArray().Select(f => (f.GetProperty("file").GetString(), f.GetProperty("problem").GetString())).ToList();
        Assert.Equal([("0.pdf", "document-reader-failed"), ("1.txt", "")], files);
        Assert.Empty(WorkerProcesses.Group(worker));
    }

    [Fact]
    public async Task A_server_that_is_killed_leaves_no_worker_and_no_child_of_one()
    {
        using var data = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        await FilesAsync(folder);
        await KilledImportTests.MakeTownAsync(data.Path);
        using var import = KilledImportTests.Start(data.Path, folder.Path);
        var worker = await ReadingAsync(import);
        await WorkerProcesses.UntilAsync(() => WorkerProcesses.Group(worker).Count > 1, "no child was started");

        import.Kill(); // SIGKILL
        await import.WaitForExitAsync();

        await WorkerProcesses.UntilAsync(() => WorkerProcesses.Group(worker).Count == 0, "something stayed behind");
    }

    private static async Task<int> ReadingAsync(Process import)
    {
        var worker = 0; // of two, the one whose file needs a child
        await WorkerProcesses.UntilAsync(() => import.HasExited || (worker = WorkerProcesses.Of(import.Id).FirstOrDefault(w => WorkerProcesses.Group(w).Count > 1)) > 0, "none began to read");
        Assert.True(worker > 0, import.HasExited ? await import.StandardOutput.ReadToEndAsync() + await import.StandardError.ReadToEndAsync() : "");
        return worker;
    }

    private static async Task FilesAsync(TemporaryFolder folder)
    {
        await File.WriteAllBytesAsync(folder["0.pdf"], Encoding.ASCII.GetBytes(NeverRead()));
        await File.WriteAllTextAsync(folder["1.txt"], "保育の案内\n\n申込みは11月からです。");
    }

    /// <summary>A PDF whose one page draws a form ten times, which draws another ten times, twelve forms deep: no machine is fast enough to be missed at reading it.</summary>
    private static string NeverRead()
    {
        var forms = Enumerable.Range(5, 12).Select(i => Stream(i, $"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X {i + 1} 0 R >> /Font << /F 18 0 R >> >>", i < 16 ? Ten : "BT /F 12 Tf 60 700 Td (An act) Tj ET"));
        return "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n"
            + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>\nendobj\n"
            + Stream(4, "", Ten) + string.Concat(forms)
            + "18 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n";
    }

    private static readonly string Ten = string.Concat(Enumerable.Repeat("/X Do ", 10));

    private static string Stream(int number, string dictionary, string content) => $"{number} 0 obj\n<< {dictionary} /Length {content.Length} >>\nstream\n{content}\nendstream\nendobj\n";
}
