using System.Globalization;
using System.Text.Json;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library.Workers;

/// <summary><c>yakuba serve</c> as a process of its own; commands are handed to it, so what they do is done inside the server.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly TemporaryFolder? _own;
    private readonly ServingTown _server;

    private RunningServer(string data, TemporaryFolder? own, ServingTown server) => (Data, _own, _server) = (data, own, server);

    internal static async Task<RunningServer> StartAsync()
    {
        var data = new TemporaryFolder();
        await KilledImportTests.MakeTownAsync(data.Path);
        return new RunningServer(data.Path, data, await ServingTown.StartAsync(data.Path));
    }

    /// <summary>Starts a server on data that is there already, and stays there.</summary>
    internal static async Task<RunningServer> StartAsync(string data) => new(data, null, await ServingTown.StartAsync(data));

    /// <summary>Process id.</summary>
    internal int Id => _server.Id;

    /// <summary>Its data directory.</summary>
    internal string Data { get; }

    /// <summary>Where it listens.</summary>
    internal Uri Address => _server.Address;

    internal bool IsAlive => !_server.HasEnded;

    /// <summary>Originals that were stored, by hash; what only arrives is not among them.</summary>
    internal static IEnumerable<string> Originals(string data) => Directory.Exists(Path.Combine(data, "originals"))
        ? Directory.EnumerateFiles(Path.Combine(data, "originals"), "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)).Where(n => n.Length == 64)
        : [];

    internal static int Kept(string data) => Originals(data).Count();

    /// <summary>Memory of the server alone that lies in RAM, in MiB: now (<c>VmRSS</c>) or at most so far (<c>VmHWM</c>).</summary>
    internal double Mebibytes(string which) => File.ReadLines($"/proc/{Id}/status").Where(l => l.StartsWith(which, StringComparison.Ordinal))
        .Select(l => double.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).Single();

    /// <summary>Imports files inside the server.</summary>
    /// <returns>File, outcome, problem and remarks of each, in the order given.</returns>
    internal async Task<IReadOnlyList<(string File, string Outcome, string Problem, string Notes)>> ImportAsync(params string[] paths)
    {
        using var import = Programs.Start(Programs.Yakuba, ["import", .. paths, "--section", "税務課", "--publish", "--json", "--data", Data]);
        var errors = import.StandardError.ReadToEndAsync();
        var output = await import.StandardOutput.ReadToEndAsync();
        await import.WaitForExitAsync();
        Assert.True(output.Length > 0, await errors);
        using var report = JsonDocument.Parse(output);
        return [.. report.RootElement.GetProperty("files").EnumerateArray().Select(f => (
            f.GetProperty("file").GetString()!, f.GetProperty("outcome").GetString()!, f.GetProperty("problem").GetString()!, string.Join(' ', f.GetProperty("notes").EnumerateArray().Select(n => n.GetString()))))];
    }

    /// <summary>Ends it as a loss of power does: SIGKILL, to it alone.</summary>
    internal Task KillAsync() => _server.KillAsync();

    /// <summary>Runs a command beside it; what needs the data is done inside it.</summary>
    /// <returns>Exit code and standard output.</returns>
    internal async Task<(int Code, string Output)> RunAsync(params string[] command)
    {
        using var process = Programs.Start(Programs.Yakuba, [.. command, "--data", Data]);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.Length > 0 ? output : await errors);
    }

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        _own?.Dispose();
        return ValueTask.CompletedTask;
    }
}
