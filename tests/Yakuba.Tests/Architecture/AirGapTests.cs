using System.Text.RegularExpressions;

namespace Yakuba.Tests.Architecture;

/// <summary>Opening a connection is a compile error (RS0030) outside the folders that <c>.editorconfig</c> names. The compiler holds that law; these tests hold the compiler to it.</summary>
public sealed partial class AirGapTests
{
    private static readonly string[] Exempt = ["src/Yakuba.Platform/Accounts/Directories/", "src/Yakuba.Platform/Handover/", "src/Yakuba.Platform/Models/", "src/Yakuba/Telemetry/"];

    private static readonly string[] Doors =
    [
        "System.Net.Http.HttpClient", "System.Net.Http.SocketsHttpHandler", "System.Net.Http.HttpClientHandler", "System.Net.Sockets.Socket", "System.Net.Sockets.TcpClient",
        "System.Net.Sockets.UdpClient", "System.Net.WebSockets.ClientWebSocket", "System.Net.Dns", "System.Net.WebClient", "System.Net.WebRequest",
        "System.DirectoryServices.Protocols.LdapConnection", "System.Net.Mail.SmtpClient",
    ];

    [Fact]
    public void Every_door_to_another_host_is_banned() =>
        Faults.None(Doors.Except(SourceTree.Text("build/BannedSymbols.txt").Split('\n').Select(l => l.Split(';')[0]).Where(s => s.StartsWith("T:", StringComparison.Ordinal)).Select(s => s[2..])));

    [Fact]
    public void A_banned_symbol_is_an_error_and_every_project_is_checked()
    {
        Assert.Equal("error", Severities(SourceTree.Text(".editorconfig"))["*.cs"]);
        var build = SourceTree.Text("Directory.Build.props");
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", build, StringComparison.Ordinal);
        Assert.Contains("build/BannedSymbols.txt", build, StringComparison.Ordinal);
        Faults.None(SourceTree.Files("src", ".csproj", ".props", ".editorconfig", ".globalconfig").Where(f => SourceTree.Text(f).Contains("RS0030", StringComparison.Ordinal)));
    }

    [Fact]
    public void Only_the_listed_folders_are_exempt() =>
        Assert.Equal(
            Exempt.Select(f => f + "**.cs").Append("{tests,bench}/**.cs").Order(StringComparer.Ordinal),
            Severities(SourceTree.Text(".editorconfig")).Where(s => s.Value != "error").Select(s => s.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_exempt_folder_exists() =>
        Faults.None(Exempt.Where(f => !Directory.Exists(SourceTree.PathOf(f))));

    [Fact]
    public void No_source_file_switches_the_ban_off() =>
        Faults.None(Outside().Where(f => SourceTree.Text(f) is var text && text.Contains("RS0030", StringComparison.Ordinal)));

    [Fact]
    public void No_source_file_outside_names_a_door() => Faults.None(Outside().Where(f => NamesADoor(SourceTree.Text(f))));

    [Theory]
    [InlineData("using var web = new HttpClient();")]
    [InlineData("var a = System.Net.Dns.GetHostAddresses(name);")]
    [InlineData("Socket s = new(AddressFamily.Unix);")]
    public void A_line_that_opens_a_connection_is_noticed(string line) => Assert.True(NamesADoor(line));

    [Fact]
    public void The_handover_opens_Unix_sockets_only() =>
        Faults.None(SourceTree.Files("src/Yakuba.Platform/Handover", ".cs").Where(f => Regex.IsMatch(Code(SourceTree.Text(f)), @"new Socket\((?!AddressFamily\.Unix)")));

    private static IEnumerable<string> Outside() => SourceTree.Files("src", ".cs", ".razor").Where(f => !Exempt.Any(e => f.StartsWith(e, StringComparison.Ordinal)));

    private static bool NamesADoor(string text) => DoorName().IsMatch(Code(text));

    /// <summary>The text without its comments.</summary>
    private static string Code(string text) => string.Join('\n', text.Split('\n').Select(l => Regex.Replace(l, @"(^|\s)//.*$", "")));

    /// <summary>Severity of RS0030 for each section of an .editorconfig that sets one.</summary>
    private static Dictionary<string, string> Severities(string config)
    {
        var found = new Dictionary<string, string>();
        var section = "";
        foreach (var line in config.Split('\n'))
        {
            section = line.StartsWith('[') ? line.Trim('[', ']') : section;
            if (line.StartsWith("dotnet_diagnostic.RS0030.severity", StringComparison.Ordinal))
            {
                found[section] = line.Split('=')[1].Trim();
            }
        }

        return found;
    }

    [GeneratedRegex(@"\b(HttpClient|HttpClientHandler|SocketsHttpHandler|Socket|TcpClient|UdpClient|ClientWebSocket|WebClient|WebRequest|LdapConnection|SmtpClient)\b|\bDns\.")]
    private static partial Regex DoorName();
}
