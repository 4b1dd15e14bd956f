using System.Diagnostics;
using Yakuba.Faults.Tests.Programs;
using Yakuba.Testing;

namespace Yakuba.Faults.Tests.Postgres;

/// <summary>A PostgreSQL server of this test alone, reached by a socket file, that can be stopped in all its ways.</summary>
internal sealed class OwnPostgres : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private readonly int _connections;

    private OwnPostgres(int connections) => _connections = connections;

    /// <summary>Npgsql connection string.</summary>
    internal string Connection => $"Host={_folder.Path};Username=postgres;Database=postgres;Maximum Pool Size=20;Timeout=5";

    /// <param name="connections">That it takes at the same time.</param>
    internal static async Task<OwnPostgres> StartAsync(int connections = 50)
    {
        var server = new OwnPostgres(connections);
        if (Environment.UserName == "root")
        {
            await AsRootAsync("chown", "postgres", server._folder.Path);
        }

        try
        {
            await server.DoAsync("initdb", "-D", server.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
            await server.ControlAsync("start");
            return server;
        }
        catch
        {
            server._folder.Dispose();
            throw;
        }
    }

    /// <summary>Stops the server and starts it again.</summary>
    /// <param name="mode"><c>fast</c> or <c>immediate</c>.</param>
    internal Task RestartAsync(string mode) => ControlAsync("restart", "-m", mode);

    /// <summary>SIGKILL to one of the processes that serve clients: the server then ends them all and recovers as after a crash.</summary>
    internal void KillBackend()
    {
        var server = int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);
        var backends = Directory.EnumerateDirectories("/proc").Select(d => int.TryParse(Path.GetFileName(d), out var id) ? id : 0)
            .Where(id => id > 0 && Read(id, "cmdline").Contains("postgres postgres [local]", StringComparison.Ordinal) && Parent(id) == server).ToList();
        Process.GetProcessById(backends[0]).Kill();
    }

    public async ValueTask DisposeAsync()
    {
        await ControlAsync("stop", "-m", "immediate");
        if (Environment.UserName == "root")
        {
            await AsRootAsync("chown", "-R", "root", _folder.Path);
        }

        _folder.Dispose();
    }

    private string Data => _folder["data"];

    private Task ControlAsync(params string[] verb) =>
        DoAsync("pg_ctl", ["-D", Data, "-l", _folder["log"], "-w", "-t", "60", "-o", $"-k {_folder.Path} -c listen_addresses= -c fsync=off -c max_connections={_connections}", .. verb]);

    // PostgreSQL refuses to run as root. Its output goes to a file: a server that was started keeps the pipe open.
    private async Task DoAsync(string program, params string[] arguments)
    {
        string[] command = [.. Environment.UserName == "root" ? new[] { "runuser", "-u", "postgres", "--" } : [], Path.Combine(PostgresServer.Programs(), program), .. arguments];
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", "cd / && exec \"$@\" >>\"$0\" 2>&1", _folder["said"], .. command]))!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', command)}: {process.ExitCode} {await File.ReadAllTextAsync(_folder["said"])} {(File.Exists(_folder["log"]) ? await File.ReadAllTextAsync(_folder["log"]) : "")}");
    }

    private static async Task AsRootAsync(params string[] command) => Assert.Equal(0, (await Run.ProgramAsync(command[0], command[1..])).Code);

    private static int Parent(int id) =>
        Read(id, "stat") is var stat && stat.LastIndexOf(')') is var name and > 0 ? int.Parse(stat[(name + 2)..].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) : 0;

    private static string Read(int id, string name)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{name}").Replace('\0', ' ');
        }
        catch (IOException)
        {
            return ""; // it has ended
        }
    }
}
