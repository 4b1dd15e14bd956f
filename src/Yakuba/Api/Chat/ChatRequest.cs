using System.Text;
using System.Text.Json;
using Yakuba.Platform;

namespace Yakuba.Api.Chat;

/// <summary>What counts of an OpenAI-compatible chat request: the last thing the user said. Sampling parameters mean nothing here and are passed over.</summary>
/// <param name="Question">Text of the last message whose role is user.</param>
/// <param name="Stream">True when the answer is to come as server-sent events.</param>
/// <param name="IncludeUsage">True when the stream is to end with a chunk of usage.</param>
internal sealed record ChatRequest(string Question, bool Stream, bool IncludeUsage)
{
    private const int MostBytes = 1 << 20;

    /// <summary>Reads a request body.</summary>
    internal static async Task<(ChatRequest? Request, Problem? Problem, string? Param)> ReadAsync(HttpRequest http, CancellationToken cancel)
    {
        if (http.ContentLength > MostBytes)
        {
            return (null, ApiProblems.TooLarge.With($"{MostBytes:N0}バイトまで"), null);
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[16 << 10];
        for (int read; (read = await http.Body.ReadAsync(buffer, cancel)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MostBytes)
            {
                return (null, ApiProblems.TooLarge.With($"{MostBytes:N0}バイトまで"), null);
            }
        }

        try
        {
            using var body = JsonDocument.Parse(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), new JsonDocumentOptions { MaxDepth = 32 });
            return Parse(body.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the latter: half of a surrogate pair in a string
        {
            return (null, ApiProblems.NotJson, null);
        }
    }

    private static (ChatRequest? Request, Problem? Problem, string? Param) Parse(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return (null, ApiProblems.NotJson, null);
        }

        if (body.TryGetProperty("n", out var n) && !(n.ValueKind == JsonValueKind.Null || (n.ValueKind == JsonValueKind.Number && n.TryGetInt32(out var count) && count == 1)))
        {
            return (null, ApiProblems.NotSupported.With("n は1だけです"), "n");
        }

        if (body.TryGetProperty("model", out var model) && (model.ValueKind != JsonValueKind.String || !ChatModels.IsKnown(model.GetString()!)))
        {
            return (null, ApiProblems.UnknownModel, "model");
        }

        if (!body.TryGetProperty("messages", out var messages) || messages.ValueKind != JsonValueKind.Array || LastUserText(messages) is not { } text)
        {
            return (null, ApiProblems.NoMessages, "messages");
        }

        var usage = body.TryGetProperty("stream_options", out var options) && options.ValueKind == JsonValueKind.Object && IsTrue(options, "include_usage");
        return (new ChatRequest(text, IsTrue(body, "stream"), usage), null, null);
    }

    private static string? LastUserText(JsonElement messages)
    {
        string? last = null;
        foreach (var message in messages.EnumerateArray())
        {
            if (message.ValueKind == JsonValueKind.Object
                && message.TryGetProperty("role", out var role) && role.ValueKind == JsonValueKind.String && role.GetString() == "user"
                && message.TryGetProperty("content", out var content))
            {
                last = Text(content) ?? last;
            }
        }

        return last;
    }

    private static string? Text(JsonElement content)
    {
        if (content.ValueKind == JsonValueKind.String)
        {
            return content.GetString();
        }

        if (content.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var part in content.EnumerateArray())
        {
            if (part.ValueKind == JsonValueKind.Object && part.TryGetProperty("text", out var piece) && piece.ValueKind == JsonValueKind.String)
            {
                text.AppendLine(piece.GetString());
            }
        }

        return text.Length == 0 ? null : text.ToString();
    }

    private static bool IsTrue(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
