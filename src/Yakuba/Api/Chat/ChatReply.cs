using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Yakuba.Office.Ask;
using Yakuba.Office.Ask.Answering;

namespace Yakuba.Api.Chat;

/// <summary>An answer in the form of OpenAI's chat completions, with the whole answer beside it in <c>yakuba</c>.</summary>
/// <param name="Id"><c>chatcmpl-</c> and the answer's id.</param>
/// <param name="Object"><c>chat.completion</c> or <c>chat.completion.chunk</c>.</param>
/// <param name="Created">Seconds since 1970.</param>
/// <param name="Model">Always <c>yakuba</c>.</param>
/// <param name="Choices">One; none in the chunk of usage.</param>
/// <param name="Usage">Zeros: nothing is billed, and quotation uses no tokens.</param>
/// <param name="Yakuba">Status, sentences, citations and the place in the record.</param>
internal sealed record ChatReply(
    string Id, string Object, long Created, string Model, IReadOnlyList<ChatChoice> Choices, ChatUsage? Usage = null, AnswerJson? Yakuba = null)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    internal static ChatReply Whole(Answer answer, long created) => new(
        "chatcmpl-" + answer.Id,
        "chat.completion",
        created,
        ChatModels.Name,
        [new ChatChoice(0, new ChatMessage("assistant", ChatText.Of(answer)), null, "stop")],
        ChatUsage.None,
        AnswerJson.Of(answer));
}

/// <summary>One choice: a message, or in a stream a piece of one.</summary>
internal sealed record ChatChoice(int Index, ChatMessage? Message, ChatMessage? Delta, string? FinishReason);

/// <summary>A message or a piece of one.</summary>
internal sealed record ChatMessage(string? Role, string? Content);

/// <summary>Tokens used.</summary>
internal sealed record ChatUsage(int PromptTokens, int CompletionTokens, int TotalTokens)
{
    internal static ChatUsage None { get; } = new(0, 0, 0);
}
