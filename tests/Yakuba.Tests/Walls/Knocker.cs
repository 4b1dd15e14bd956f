using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Yakuba.Platform.Handover;
using Yakuba.Testing;

namespace Yakuba.Tests.Walls;

/// <summary>One asker at all doors: a browser in which they are signed in, a program with their token, and the machine's own commands.</summary>
internal sealed partial class Knocker : IDisposable
{
    private readonly TestTown _town;
    private string _formToken = "";
    private int _asked;

    private Knocker(TestTown town, Asker asker, HttpClient browser, HttpClient program) => (_town, Asker, Browser, Program) = (town, asker, browser, program);

    internal Asker Asker { get; }

    internal HttpClient Browser { get; }

    internal HttpClient Program { get; }

    internal static async Task<Knocker> OpenAsync(TestTown town, Asker asker)
    {
        var browser = asker.HasAccount ? await town.SignInAsync(asker.User) : town.Browser();
        var program = town.Browser();
        if (asker.HasAccount)
        {
            var made = await browser.PostAsJsonAsync("/api/v1/tokens", new { name = "program", rights = new[] { "ask", "read-library" }, days = 30 });
            program.DefaultRequestHeaders.Authorization = new("Bearer", (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("secret").GetString());
        }

        return new Knocker(town, asker, browser, program);
    }

    /// <summary>All that comes back over HTTP: status, headers, and the body, unpacked where it is a ZIP.</summary>
    internal async Task<string> SendAsync(HttpMethod method, string path, HttpContent? content = null, string accept = "text/html", bool asProgram = false)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Accept.ParseAdd(accept);
        request.Headers.Add("X-Forwarded-For", $"10.{(_asked >> 16) & 255}.{(_asked >> 8) & 255}.{Interlocked.Increment(ref _asked) & 255}"); // what one address may ask a minute is another matter
        using var response = await (asProgram ? Program : Browser).SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var body = bytes.AsSpan().StartsWith("PK"u8) ? Unpacked(bytes) : Encoding.UTF8.GetString(bytes);
        return $"{(int)response.StatusCode}\n{response.Headers}{response.Content.Headers}\n{body}";
    }

    /// <summary>Sends a form as a page does.</summary>
    internal async Task<string> FormAsync(string path, string accept, params (string Name, string Value)[] fields)
    {
        if (_formToken.Length == 0)
        {
            _formToken = FormToken().Match(await Browser.GetStringAsync("/ask")).Groups[1].Value;
        }

        return await SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Append(("form-token", _formToken)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))), accept);
    }

    internal Task<string> JsonAsync(string path, object body, bool asProgram = false) =>
        SendAsync(HttpMethod.Post, path, new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"), "application/json, text/event-stream", asProgram);

    internal Task<string> ToolAsync(string name, object arguments) =>
        JsonAsync("/mcp", new { jsonrpc = "2.0", id = 1, method = "tools/call", @params = new { name, arguments } }, asProgram: true);

    /// <summary>What a command prints on both streams.</summary>
    internal async Task<string> CommandAsync(params string[] line)
    {
        var (results, remarks) = (new StringWriter(), new StringWriter());
        var code = await CommandTree.RunHandedOverAsync(_town.Services, new HandoverRequest(line, Path.GetTempPath(), "", false), results, remarks, CancellationToken.None);
        return $"{code}\n{results}\n{remarks}";
    }

    public void Dispose()
    {
        Browser.Dispose();
        Program.Dispose();
    }

    internal static string Unpacked(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var all = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var text = new StreamReader(entry.Open(), Encoding.UTF8);
            all.Append(entry.FullName).Append('\n').Append(text.ReadToEnd()).Append('\n');
        }

        return all.ToString();
    }

    [GeneratedRegex("name=\"form-token\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
