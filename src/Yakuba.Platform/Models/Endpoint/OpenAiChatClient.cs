using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using ChatResponseFormat = OpenAI.Chat.ChatResponseFormat;

namespace Yakuba.Platform.Models.Endpoint;

/// <summary>The OpenAI package behind the abstraction that the rest of the house knows. Text only: no tools, no images, no retries.</summary>
internal sealed class OpenAiChatClient : IChatClient
{
    private readonly ChatClient _client;

    internal OpenAiChatClient(AttachedModel model, HttpClient http) => _client = new ChatClient(
        model.Name,
        new ApiKeyCredential(model.Key.Length > 0 ? model.Key : "none"),
        new OpenAIClientOptions
        {
            Endpoint = model.Url,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = model.Limits.Deadline + TimeSpan.FromSeconds(1),
        });

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in _client.CompleteChatStreamingAsync(messages.Select(Message), Options(options), cancellationToken))
        {
            var made = new ChatResponseUpdate(ChatRole.Assistant, string.Concat(update.ContentUpdate.Select(part => part.Text)));
            if (update.FinishReason is { } reason)
            {
                made.FinishReason = reason == OpenAI.Chat.ChatFinishReason.Stop ? Microsoft.Extensions.AI.ChatFinishReason.Stop : Microsoft.Extensions.AI.ChatFinishReason.Length;
            }

            if (update.Usage is { } usage)
            {
                made.Contents.Add(new UsageContent(new UsageDetails { OutputTokenCount = usage.OutputTokenCount }));
            }

            yield return made;
        }
    }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var text = new StringBuilder();
        await foreach (var update in GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            text.Append(update.Text);
        }

        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text.ToString()));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static OpenAI.Chat.ChatMessage Message(ChatMessage message) =>
        message.Role == ChatRole.System ? new SystemChatMessage(message.Text) : new UserChatMessage(message.Text);

    private static ChatCompletionOptions Options(ChatOptions? wanted)
    {
        var options = new ChatCompletionOptions { Temperature = wanted?.Temperature };
        if (wanted?.MaxOutputTokens is { } most)
        {
#pragma warning disable SCME0001 // Local servers know the older name of this limit; the package writes only the newer one.
            options.Patch.Set("$.max_tokens"u8, most);
#pragma warning restore SCME0001
        }

        options.ResponseFormat = wanted?.ResponseFormat switch
        {
            ChatResponseFormatJson { Schema: { } schema } json => ChatResponseFormat.CreateJsonSchemaFormat(json.SchemaName ?? "reply", BinaryData.FromString(schema.GetRawText()), jsonSchemaIsStrict: true),
            ChatResponseFormatJson => ChatResponseFormat.CreateJsonObjectFormat(),
            _ => null,
        };
        return options;
    }
}
