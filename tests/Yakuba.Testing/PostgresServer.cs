using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Yakuba.Testing;

/// <summary>A PostgreSQL server for this test process, started at first use. It ends with the process, however that ends.</summary>
/// <remarks>
/// <c>YAKUBA_TEST_POSTGRES</c> may name a running server instead, so that several test programs share one.
/// A missing PostgreSQL throws, so that the test fails; it is never passed over.
/// </remarks>
public static class PostgresServer
{
    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>An Npgsql connection string.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed, or does not start.</exception>
    public static Task<string> ConnectionAsync() => Started.Value;

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("YAKUBA_TEST_POSTGRES") is { Length: > 0 } running)
        {
            return running;
        }

        var programs = Programs();
        var folder = Directory.CreateTempSubdirectory("yakuba-postgres-").FullName;
        var port = LoopbackPort.Take();
        var start = new ProcessStartInfo("bash") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Script);
        start.ArgumentList.Add("yakuba-postgres");
        start.ArgumentList.Add(folder);
        start.ArgumentList.Add(programs);
        start.ArgumentList.Add(port.ToString(CultureInfo.InvariantCulture));
        start.ArgumentList.Add(Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        using var server = Process.Start(start)!;
        var connection = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Maximum Pool Size=20";
        return await AnswersAsync(connection, server)
            ? connection
            : throw new InvalidOperationException("PostgreSQL did not start: " + await server.StandardError.ReadToEndAsync());
    }

    // PostgreSQL refuses to run as root. The guard ends the server and removes its folder once the test process is gone, even after a kill.
    private const string Script = """
        set -u; dir=$1; bin=$2; port=$3; parent=$4
        as=(); if [ "$(id -u)" = 0 ]; then chown postgres "$dir"; as=(runuser -u postgres --); fi
        cd "$dir"
        "${as[@]}" "$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null || exit 1
        "${as[@]}" "$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -W -o "-p $port -k $dir -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=400" start >/dev/null
        exec 1>&- 2>&-
        while [ -d "/proc/$parent" ] && [ -f "$dir/data/postmaster.pid" -o ! -f "$dir/up" ]; do sleep 0.5; [ -f "$dir/data/postmaster.pid" ] && touch "$dir/up"; done
        "${as[@]}" "$bin/pg_ctl" -D "$dir/data" -m immediate stop >/dev/null 2>&1
        cd /; rm -rf "$dir"
        """;

    /// <summary>The folder of the newest PostgreSQL's programs.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed.</exception>
    public static string Programs()
    {
        const string root = "/usr/lib/postgresql";
        var newest = Directory.Exists(root)
            ? Directory.GetDirectories(root).OrderByDescending(d => d, StringComparer.Ordinal).FirstOrDefault(d => File.Exists(d + "/bin/initdb"))
            : null;
        return newest is null
            ? throw new InvalidOperationException("PostgreSQL is not installed. ./dev test installs it (apt: postgresql).")
            : newest + "/bin";
    }

    private static async Task<bool> AnswersAsync(string connection, Process server)
    {
        var until = Stopwatch.StartNew();
        while (until.Elapsed < TimeSpan.FromSeconds(60) && !server.HasExited)
        {
            try
            {
                await using var source = NpgsqlDataSource.Create(connection + ";Pooling=false;Timeout=2");
                await using var first = await source.OpenConnectionAsync();
                return true;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(100);
            }
        }

        return false;
    }
}
