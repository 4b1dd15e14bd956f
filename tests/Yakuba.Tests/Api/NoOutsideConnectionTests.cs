using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Yakuba.Testing;

namespace Yakuba.Tests.Api;

/// <summary>The program itself under strace: what the compiler forbids in our code, the kernel here denies for packages too.</summary>
public sealed partial class NoOutsideConnectionTests
{
    [Fact]
    public async Task Importing_asking_and_serving_open_no_connection_to_another_host()
    {
        if (!File.Exists("/usr/bin/strace"))
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is null, "strace is not installed (apt: strace).");
            Assert.Fail("CI must have strace.");
        }

        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["gomi.md"], $"# ごみの出し方\n\n{ServedTown.Public}\n");
        var port = LoopbackPort.Take();

        await RunAsync(folder, "import.trace", "user", "add", "admin", "--name", "管理者", "--role", "管理者");
        await RunAsync(folder, "import.trace", "section", "add", "kankyo", "環境課");
        await RunAsync(folder, "import.trace", "import", folder["gomi.md"], "--section", "環境課", "--publish");
        await RunAsync(folder, "ask.trace", "ask", "ごみの収集は祝日も行いますか");
        using (var server = Start(folder, "serve.trace", "serve", "--urls", $"http://127.0.0.1:{port}"))
        {
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            await AnswersAsync(client, server);
            var answer = await (await client.PostAsJsonAsync("/api/v1/questions", new { question = "ごみの収集は祝日も行いますか" })).Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal("answered", answer.GetProperty("status").GetString()); // the whole way was gone, not a refusal at its beginning
            foreach (var page in new[] { "/", "/ask", "/signin", "/openapi/v1.json", "/v1/models" })
            {
                Assert.True((await client.GetAsync(page)).IsSuccessStatusCode, page);
            }

            Process.Start("kill", ["-TERM", Child(server).ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();
            await server.WaitForExitAsync();
        }

        var traces = Directory.GetFiles(folder.Path, "*.trace*");
        Assert.Contains(traces.SelectMany(File.ReadLines), line => line.Contains("HTTP/1.1 200 OK", StringComparison.Ordinal)); // strace does see what is sent
        Assert.DoesNotContain(traces.SelectMany(File.ReadLines), line => Outbound().IsMatch(line));
    }

    [Theory]
    [InlineData("connect(31, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr(\"203.0.113.9\")}, 16) = 0", true)]
    [InlineData("connect(31, {sa_family=AF_INET6, sin6_port=htons(53), inet_pton(AF_INET6, \"2001:db8::1\", &sin6_addr)}, 28) = 0", true)]
    [InlineData("sendto(40, \"x\", 1, 0, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr(\"203.0.113.9\")}, 16) = 1", true)]
    [InlineData("connect(12, {sa_family=AF_UNIX, sun_path=\"/data/control.sock\"}, 110) = 0", false)]
    [InlineData("bind(12, {sa_family=AF_INET, sin_port=htons(8080), sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 0", false)]
    public void The_trace_of_a_connection_is_noticed(string line, bool outbound) => Assert.Equal(outbound, Outbound().IsMatch(line));

    private static async Task RunAsync(TemporaryFolder folder, string trace, params string[] arguments)
    {
        using var process = Start(folder, trace, arguments);
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', arguments)} ended with {process.ExitCode}: {await process.StandardError.ReadToEndAsync()}");
    }

    private static Process Start(TemporaryFolder folder, string trace, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "yakuba.dll");
        return Process.Start(new ProcessStartInfo(
            "strace",
            ["-f", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o", folder[trace + Guid.CreateVersion7().ToString("N")], "dotnet", "exec", program, .. arguments, "--data", folder["data"]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    private static async Task AnswersAsync(HttpClient client, Process server)
    {
        var until = Stopwatch.StartNew();
        while (until.Elapsed < TimeSpan.FromSeconds(60) && !server.HasExited)
        {
            try
            {
                if ((await client.GetAsync("/healthz")).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(200);
            }
        }

        Assert.Fail("The server did not start: " + (server.HasExited ? await server.StandardError.ReadToEndAsync() : "no answer"));
    }

    private static int Child(Process strace) => int.Parse(
        File.ReadAllText($"/proc/{strace.Id}/task/{strace.Id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(connect|sendto|sendmsg|sendmmsg)\(.*sa_family=AF_INET")]
    private static partial Regex Outbound();
}
