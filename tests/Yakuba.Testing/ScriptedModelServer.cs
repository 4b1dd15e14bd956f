using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Yakuba.Testing;

/// <summary>A real HTTP server on the loopback that speaks the chat-completions protocol as a model server does, and behaves as its script says. It is no language model, and says so in its name.</summary>
public sealed partial class ScriptedModelServer : IAsyncDisposable
{
    /// <summary>What it calls itself.</summary>
    public const string ModelName = "scripted-model (not a language model)";

    private readonly WebApplication _app;
    private readonly CancellationTokenSource _ended = new();
    private readonly ConcurrentQueue<JsonElement> _requests = [];
    private readonly ConcurrentQueue<string> _said = [];

    private ScriptedModelServer(WebApplication app, ModelScript script) => (_app, Script) = (app, script);

    /// <summary>How it behaves from now on.</summary>
    public ModelScript Script { get; set; }

    /// <summary>Bodies of the requests so far.</summary>
    public IReadOnlyCollection<JsonElement> Requests => _requests;

    /// <summary>Sentences that it put into its replies.</summary>
    public IReadOnlyCollection<string> Said => _said;

    /// <summary>The key that it asks for; empty for none.</summary>
    public string Key { get; set; } = "";

    /// <summary>Root of its API.</summary>
    public Uri Url => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1");

    /// <summary>Starts one.</summary>
    public static async Task<ScriptedModelServer> StartAsync(ModelScript script)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(k => k.Limits.MinResponseDataRate = null);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new ScriptedModelServer(app, script);
        app.MapGet("/v1/models", server.ModelsAsync);
        app.MapPost("/v1/chat/completions", server.CompleteAsync);
        await app.StartAsync();
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _app.DisposeAsync(); // may happen twice: a test takes the server away, and its town cleans up
    }

    private Task ModelsAsync(HttpContext http) => Script == ModelScript.NotAModelServer
        ? http.Response.WriteAsync("<html>It works!</html>")
        : http.Response.WriteAsJsonAsync(new { @object = "list", data = new[] { new { id = ModelName, @object = "model", created = 0, owned_by = "tests" } } });

    private async Task CompleteAsync(HttpContext http)
    {
        if (Key.Length > 0 && http.Request.Headers.Authorization != "Bearer " + Key)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        var request = body.RootElement.Clone();
        _requests.Enqueue(request);
        var prompt = request.GetProperty("messages").EnumerateArray().Last().GetProperty("content").GetString()!;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _ended.Token);
        try
        {
            await new ScriptedReply(http, request, Evidence(prompt), prompt, _requests.Count, _said.Enqueue, stop.Token).SendAsync(Script);
        }
        catch (OperationCanceledException)
        {
            http.Features.Get<IHttpRequestLifetimeFeature>()!.Abort();
        }
    }

    /// <summary>The evidence in a prompt, as a model reads it: number and text.</summary>
    private static IReadOnlyList<(int Number, string Text)> Evidence(string prompt) =>
        [.. Fenced().Matches(prompt).Select(m => (int.Parse(m.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), m.Groups[3].Value.Trim()))];

    [GeneratedRegex(@"^(##[g-z]+) 資料(\d+)\n(.*?)(?=^\1)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
