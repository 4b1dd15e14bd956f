using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Yakuba.Testing;

/// <summary>A real OpenLDAP server on the loopback, with a directory of its own; ended with the test.</summary>
public sealed class SlapdServer : IAsyncDisposable
{
    /// <summary>The entry below which everything is.</summary>
    public const string Base = "dc=town,dc=example";

    /// <summary>The account that may search.</summary>
    public const string ReaderDn = "cn=reader," + Base;

    /// <summary>Password of <see cref="ReaderDn"/>.</summary>
    public const string ReaderPassword = "reader secret";

    private readonly TemporaryFolder _folder;
    private readonly Process _process;

    private SlapdServer(TemporaryFolder folder, Process process, int port)
    {
        _folder = folder;
        _process = process;
        Port = port;
    }

    // Ends the server when it is told to by a line, or once the test process is gone, even after a kill.
    private const string Guard = """
        parent=$1; shift; "$@" & server=$!
        while [ -d "/proc/$parent" ] && kill -0 $server 2>/dev/null; do read -r -t 0.5 && break; done
        kill -KILL $server 2>/dev/null
        """;

    /// <summary>The port that it listens on.</summary>
    public int Port { get; }

    /// <summary><c>ldap://127.0.0.1:PORT</c>.</summary>
    public string Address => $"ldap://127.0.0.1:{Port}";

    /// <summary>Starts a directory with people and groups.</summary>
    /// <param name="people">User name, full name, password.</param>
    /// <param name="groups">Group name and the user names in it.</param>
    /// <param name="certificate">What it encrypts with; null when it cannot.</param>
    /// <exception cref="InvalidOperationException">slapd is not installed or does not start.</exception>
    public static async Task<SlapdServer> StartAsync(
        IEnumerable<(string User, string Name, string Password)> people, IEnumerable<(string Group, string[] Members)> groups, SlapdCertificate? certificate = null)
    {
        const string program = "/usr/sbin/slapd";
        if (!File.Exists(program))
        {
            throw new InvalidOperationException("slapd is not installed. ./dev test installs it (apt: slapd).");
        }

        var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["data"]);
        await File.WriteAllTextAsync(folder["slapd.conf"], Configuration(folder.Path, certificate));
        await File.WriteAllTextAsync(folder["town.ldif"], Entries(people, groups));
        await RunAsync("/usr/sbin/slapadd", "-f", folder["slapd.conf"], "-l", folder["town.ldif"]);
        var port = LoopbackPort.Take();
        var start = new ProcessStartInfo("bash", ["-c", Guard, "yakuba-slapd", Environment.ProcessId.ToString(CultureInfo.InvariantCulture), program, "-f", folder["slapd.conf"], "-h", $"ldap://127.0.0.1:{port}", "-d", "0"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        await ListensAsync(process, port);
        return new SlapdServer(folder, process, port);
    }

    /// <summary>Ends the server and leaves its address to nobody.</summary>
    public async Task StopAsync()
    {
        if (!_process.HasExited)
        {
            await _process.StandardInput.WriteLineAsync("end");
            await _process.WaitForExitAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private static string Configuration(string folder, SlapdCertificate? certificate) => $"""
        include /etc/ldap/schema/core.schema
        include /etc/ldap/schema/cosine.schema
        include /etc/ldap/schema/inetorgperson.schema
        modulepath /usr/lib/ldap
        moduleload back_mdb
        pidfile {folder}/slapd.pid
        {(certificate is null ? "" : $"TLSCertificateFile {certificate.CertificatePath}\nTLSCertificateKeyFile {certificate.KeyPath}")}
        database mdb
        suffix "{Base}"
        rootdn "cn=root,{Base}"
        directory {folder}/data
        maxsize 10485760
        access to attrs=userPassword by anonymous auth by * none
        access to * by dn.exact="{ReaderDn}" read by anonymous auth by * none
        """;

    private static string Entries(IEnumerable<(string User, string Name, string Password)> people, IEnumerable<(string Group, string[] Members)> groups)
    {
        var ldif = new StringBuilder($"dn: {Base}\nobjectClass: dcObject\nobjectClass: organization\no: Town\ndc: town\n\n");
        ldif.Append($"dn: {ReaderDn}\nobjectClass: organizationalRole\nobjectClass: simpleSecurityObject\ncn: reader\nuserPassword: {ReaderPassword}\n\n");
        foreach (var (user, name, password) in people)
        {
            ldif.Append($"dn: uid={user},{Base}\nobjectClass: inetOrgPerson\nuid: {user}\ncn:: {Coded(name)}\nsn:: {Coded(name)}\nuserPassword: {password}\n\n");
        }

        foreach (var (group, members) in groups)
        {
            ldif.Append($"dn: cn={group},{Base}\nobjectClass: groupOfNames\ncn: {group}\n{string.Concat(members.Select(m => $"member: uid={m},{Base}\n"))}\n");
        }

        return ldif.ToString();
    }

    private static string Coded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program}: {said}");
        }
    }

    private static async Task ListensAsync(Process process, int port)
    {
        for (var i = 0; i < 1_200 && !process.HasExited; i++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException("slapd did not start: " + (process.HasExited ? await process.StandardError.ReadToEndAsync() : "no answer"));
    }
}
