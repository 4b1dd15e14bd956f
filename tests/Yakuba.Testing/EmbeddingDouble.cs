using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Yakuba.Testing;

/// <summary>
/// A real HTTP server on the loopback that speaks <c>/v1/embeddings</c> as an embedding server does, and behaves as its script says. It is no
/// embedding model, and says so in its name: its vectors come from the texts' characters (<see cref="TextVector"/>) or from whoever started it.
/// </summary>
public sealed class EmbeddingDouble : IAsyncDisposable
{
    /// <summary>What it calls itself.</summary>
    public const string ModelName = "embedding-double (not a model)";

    private readonly WebApplication _app;
    private readonly Func<string, int, float[]> _vector;
    private readonly CancellationTokenSource _ended = new();
    private readonly ConcurrentQueue<string> _texts = [];

    private EmbeddingDouble(WebApplication app, int dimension, Func<string, int, float[]> vector) => (_app, Dimension, _vector) = (app, dimension, vector);

    /// <summary>How it behaves from now on.</summary>
    public EmbeddingScript Script { get; set; }

    /// <summary>Values of its vectors.</summary>
    public int Dimension { get; set; }

    /// <summary>The key that it asks for; empty for none.</summary>
    public string Key { get; set; } = "";

    /// <summary>Texts that it was sent.</summary>
    public IReadOnlyCollection<string> Texts => _texts;

    /// <summary>Root of its API.</summary>
    public Uri Url => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1");

    /// <summary>Starts one.</summary>
    /// <param name="dimension">Values of its vectors.</param>
    /// <param name="vector">The vector of a text; <see cref="TextVector.Of"/> when null.</param>
    /// <param name="port">0 for any free one.</param>
    public static async Task<EmbeddingDouble> StartAsync(int dimension = 64, Func<string, int, float[]>? vector = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}").ConfigureKestrel(k => k.Limits.MinResponseDataRate = null);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new EmbeddingDouble(app, dimension, vector ?? TextVector.Of);
        app.MapGet("/v1/models", http => http.Response.WriteAsJsonAsync(new { @object = "list", data = new[] { new { id = ModelName, @object = "model" } } }));
        app.MapPost("/v1/embeddings", server.EmbedAsync);
        await app.StartAsync();
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _app.DisposeAsync(); // may happen twice: a test takes the server away, and its town cleans up
    }

    private async Task EmbedAsync(HttpContext http)
    {
        if (Key.Length > 0 && http.Request.Headers.Authorization != "Bearer " + Key)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        var texts = body.RootElement.GetProperty("input").EnumerateArray().Select(t => t.GetString()!).ToList();
        texts.ForEach(_texts.Enqueue);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _ended.Token);
        try
        {
            await ReplyAsync(http, texts, stop.Token);
        }
        catch (OperationCanceledException)
        {
            http.Abort();
        }
    }

    private async Task ReplyAsync(HttpContext http, List<string> texts, CancellationToken stop)
    {
        switch (Script)
        {
            case EmbeddingScript.Refuses:
                http.Abort();
                return;
            case EmbeddingScript.Hangs:
                await Task.Delay(Timeout.Infinite, stop);
                return;
            case EmbeddingScript.Fails:
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            case EmbeddingScript.Redirects:
                http.Response.Redirect("http://127.0.0.1:9/v1/embeddings", permanent: false, preserveMethod: true);
                return;
        }

        http.Response.ContentType = "application/json";
        var reply = Encoding.UTF8.GetBytes(Reply(texts));
        switch (Script)
        {
            case EmbeddingScript.Drips:
                foreach (var b in reply)
                {
                    await http.Response.Body.WriteAsync(new[] { b }, stop);
                    await http.Response.Body.FlushAsync(stop);
                    await Task.Delay(300, stop);
                }

                break;
            case EmbeddingScript.CutMidStream:
                await http.Response.Body.WriteAsync(reply.AsMemory(0, reply.Length / 2), stop);
                await http.Response.Body.FlushAsync(stop);
                http.Abort();
                break;
            case EmbeddingScript.Huge:
                await http.Response.WriteAsync("{\"data\":[{\"embedding\":[0.5", stop);
                for (var i = 0; i < 100; i++)
                {
                    await http.Response.WriteAsync(string.Concat(Enumerable.Repeat(",0.125", 1 << 17)), stop);
                }

                break;
            default:
                await http.Response.Body.WriteAsync(Script == EmbeddingScript.StopsEarly ? reply.AsMemory(0, reply.Length / 2) : reply, stop);
                break;
        }
    }

    private string Reply(List<string> texts)
    {
        if (Script is EmbeddingScript.GarbageBytes or EmbeddingScript.WrongJson)
        {
            return Script == EmbeddingScript.WrongJson ? "{\"vectors\":{\"first\":[1,2,3]}}" : TextVector.Noise(1, 500).Aggregate("\u0001{", (text, value) => text + (char)(value * 9_000 + 12_000));
        }

        var rows = texts.Select((text, i) => (Index: Script == EmbeddingScript.SameIndex ? 0 : i, Values: Values(text))).ToList();
        if (Script == EmbeddingScript.TooFew)
        {
            rows.RemoveAt(0);
        }
        else if (Script == EmbeddingScript.TooMany)
        {
            rows.Add((rows.Count, rows[0].Values));
        }
        else if (Script == EmbeddingScript.OutOfOrder)
        {
            rows.Reverse();
        }

        return $"{{\"object\":\"list\",\"model\":\"{ModelName}\",\"data\":[{string.Join(',', rows.Select(r => $"{{\"object\":\"embedding\",\"index\":{r.Index},\"embedding\":[{r.Values}]}}"))}]}}";
    }

    private string Values(string text) => Script switch
    {
        EmbeddingScript.Zeros => string.Join(',', Enumerable.Repeat("0.0", Dimension)),
        EmbeddingScript.TooShort => "1,2,3",
        EmbeddingScript.WrongDimension => Numbers(_vector(text, Dimension)) + ",0.5",
        EmbeddingScript.Overflow => "1e300," + Numbers(_vector(text, Dimension)[1..]),
        EmbeddingScript.NotANumber => "null," + Numbers(_vector(text, Dimension)[1..]),
        _ => Numbers(_vector(text, Dimension)),
    };

    private static string Numbers(float[] vector) => string.Join(',', vector.Select(v => v.ToString("R", CultureInfo.InvariantCulture)));
}
