using System.Text.Json;
using Yakuba.Office.Ask;
using Yakuba.Office.Ask.Answering;
using Yakuba.Platform;

namespace Yakuba.Api.Chat;

/// <summary>A chat answer as server-sent events. Sentences leave when they are verified; <c>[DONE]</c> comes only after the answer is recorded.</summary>
internal sealed class ChatStream(HttpContext http, bool includeUsage, long created)
{
    private readonly string _id = "chatcmpl-" + Guid.CreateVersion7().ToString("D");

    /// <summary>Sends a verified sentence.</summary>
    internal async Task TellAsync(AnswerProgress progress)
    {
        if (progress is SentenceVerified verified)
        {
            await BeginAsync();
            await SendAsync(Chunk(new ChatMessage(null, ChatText.Of(verified.Sentence)), null));
        }
    }

    /// <summary>Sends what remains: footnotes, how it ended, the whole answer for programs.</summary>
    internal async Task EndAsync(Answer answer)
    {
        await BeginAsync();
        if (ChatText.After(answer) is { Length: > 0 } after)
        {
            await SendAsync(Chunk(new ChatMessage(null, after.TrimEnd()), null));
        }

        await SendAsync(Chunk(new ChatMessage(null, null), "stop") with { Yakuba = AnswerJson.Of(answer) });
        if (includeUsage)
        {
            await SendAsync(new ChatReply(_id, "chat.completion.chunk", created, ChatModels.Name, [], ChatUsage.None));
        }

        await WriteAsync("data: [DONE]\n\n");
    }

    /// <summary>Ends a stream that has begun and cannot be completed.</summary>
    internal Task BreakAsync(Problem problem) => WriteAsync($"data: {JsonSerializer.Serialize(problem.ToOpenAiBody(), ChatReply.Json)}\n\n");

    private async Task BeginAsync()
    {
        if (http.Response.HasStarted)
        {
            return;
        }

        http.Response.ContentType = "text/event-stream; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no"; // nginx would hold sentences back
        await SendAsync(Chunk(new ChatMessage("assistant", ""), null));
    }

    private ChatReply Chunk(ChatMessage delta, string? finish) => new(_id, "chat.completion.chunk", created, ChatModels.Name, [new ChatChoice(0, null, delta, finish)]);

    private Task SendAsync(ChatReply chunk) => WriteAsync($"data: {JsonSerializer.Serialize(chunk, ChatReply.Json)}\n\n");

    private async Task WriteAsync(string text)
    {
        await http.Response.WriteAsync(text, http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }
}
