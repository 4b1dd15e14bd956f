using System.Diagnostics;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Yakuba.Testing;

namespace Yakuba.Faults.Tests.Nodes;

/// <summary>A real nginx with the configuration that the project ships (deploy/scale/nginx.conf). It and the nodes are reached by socket files, so that no port can be somebody else's. It ends with the test process.</summary>
internal sealed partial class NginxServer : IAsyncDisposable
{
    // The guard ends the server once the test process is gone, however that ends.
    private const string Script = """
        nginx -p "$1" -c "$1/nginx.conf" -e "$1/error.log" & server=$!
        trap 'kill $server 2>/dev/null' TERM
        while [ -d "/proc/$2" ] && kill -0 $server 2>/dev/null; do sleep 0.2; done
        kill $server 2>/dev/null; wait $server
        """;

    private readonly string _folder;
    private readonly Process _process;
    private readonly Task<string> _said;

    private NginxServer(string folder, Process process) =>
        (_folder, _process, _said) = (folder, process, process.StandardError.ReadToEndAsync());

    /// <summary>What it has to tell of errors.</summary>
    internal string Errors => File.Exists(Path.Combine(_folder, "error.log")) ? File.ReadAllText(Path.Combine(_folder, "error.log")) : "";

    /// <summary>Starts it.</summary>
    /// <param name="folder">Its own.</param>
    /// <param name="nodes">Socket files of node1, node2 and so on.</param>
    internal static async Task<NginxServer> StartAsync(string folder, IReadOnlyList<string> nodes)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "site.conf"), Site(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "deploy", "scale", "nginx.conf")), folder, nodes));
        await File.WriteAllTextAsync(Path.Combine(folder, "nginx.conf"), $$"""
            daemon off; pid {{folder}}/pid; worker_processes 1; {{(Environment.UserName == "root" ? "user root;" : "")}}
            events { worker_connections 512; }
            http {
              access_log {{folder}}/access.log; client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy;
              fastcgi_temp_path {{folder}}/fastcgi; uwsgi_temp_path {{folder}}/uwsgi; scgi_temp_path {{folder}}/scgi;
              include {{folder}}/site.conf;
            }
            """);
        var start = new ProcessStartInfo("bash", ["-c", Script, "nginx", folder, Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)]) { RedirectStandardError = true };
        start.Environment["PATH"] = "/usr/sbin:" + Environment.GetEnvironmentVariable("PATH");
        var server = new NginxServer(folder, Process.Start(start)!);
        for (var clock = Stopwatch.StartNew(); !await server.ListensAsync(); await Task.Delay(20))
        {
            if (server._process.HasExited || clock.Elapsed > TimeSpan.FromSeconds(60))
            {
                var errors = server.Errors;
                await server.DisposeAsync();
                throw new InvalidOperationException($"nginx does not start (./dev test installs it): {await server._said} {errors}");
            }
        }

        return server;
    }

    /// <summary>A client of the front door.</summary>
    internal HttpClient Client() => ClientOf(Path.Combine(_folder, "front"));

    /// <summary>A client of a socket file.</summary>
    internal static HttpClient ClientOf(string socket) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectCallback = async (_, cancel) => await ConnectAsync(socket, cancel),
    })
    {
        BaseAddress = new Uri("http://yakuba.example.lg.jp"),
        Timeout = TimeSpan.FromSeconds(120),
    };

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var stop = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await stop.WaitForExitAsync();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static string Site(string shipped, string folder, IReadOnlyList<string> nodes)
    {
        var site = shipped.Replace("listen 80 default_server;", $"listen unix:{folder}/front;", StringComparison.Ordinal);
        for (var i = 0; i < 3; i++)
        {
            var (one, place) = ($"127.0.0.1:808{i + 1}", i);
            site = i < nodes.Count
                ? site.Replace(one, "unix:" + nodes[place], StringComparison.Ordinal)
                : Regex.Replace(site, $@"^ +server {Regex.Escape(one)}.*\n|^upstream node{i + 1} .*\n", "", RegexOptions.Multiline);
        }

        return Address().IsMatch(site) ? throw new InvalidOperationException("An address of the shipped configuration was not replaced:\n" + site) : site;
    }

    private async Task<bool> ListensAsync()
    {
        try
        {
            await using var stream = await ConnectAsync(Path.Combine(_folder, "front"), CancellationToken.None);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<NetworkStream> ConnectAsync(string path, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    [GeneratedRegex(@"127\.0\.0\.1|listen 80")]
    private static partial Regex Address();
}
