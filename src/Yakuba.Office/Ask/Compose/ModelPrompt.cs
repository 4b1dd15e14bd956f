using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Yakuba.Office.Ask.Gate;
using Yakuba.Platform;

namespace Yakuba.Office.Ask.Compose;

/// <summary>The prompt for one question.</summary>
/// <param name="System">What the model is to keep to.</param>
/// <param name="User">Evidence and question, fenced as data.</param>
/// <param name="Fence">Begins each line that bounds data; random, so that no document can know it.</param>
/// <param name="Shown">Numbers of the evidence that the model was shown.</param>
internal sealed record PromptText(string System, string User, string Fence, IReadOnlySet<int> Shown);

/// <summary>The prompt's wording, a text file with a version of its own: an answer's record names it.</summary>
public static class ModelPrompt
{
    private const string Separator = "=====\n";

    private static readonly string[] Template = Load();

    /// <summary>Version of the wording: <c>answer-ja-2</c>.</summary>
    public static string Version => Template[0].Trim();

    /// <summary>The form of a reply.</summary>
    internal static ChatResponseFormatJson Schema { get; } = ChatResponseFormat.ForJsonSchema(
        JsonDocument.Parse("""
            {"type":"object","additionalProperties":false,"required":["sentences","cannot_answer"],"properties":{
              "sentences":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["text","evidence"],"properties":{
                "text":{"type":"string"},"evidence":{"type":"array","items":{"type":"integer"}}}}},
              "cannot_answer":{"type":"boolean"}}}
            """).RootElement,
        "answer");

    internal static string SystemWords => Template[1];

    /// <param name="gated">The question with its evidence.</param>
    /// <param name="maySee">False for evidence that may not go to the model; its number stays free: a sentence that names it names nothing.</param>
    internal static PromptText For(Gated gated, Func<string, bool> maySee)
    {
        var fence = "##" + RandomNumberGenerator.GetString("ghjkmnpqrstvwxyz", 12); // no digits, which could be read as somebody's number
        var evidence = new StringBuilder();
        var shown = new HashSet<int>();
        for (var i = 0; i < gated.Evidence.Count; i++)
        {
            var text = ModelText.Plain(EvidenceText.Of(gated.Evidence[i]));
            if (OrdersToModels.In(text) || !maySee(text))
            {
                continue;
            }

            shown.Add(i + 1);
            evidence.Append(fence).Append(" 資料").Append(i + 1).Append('\n').Append(text).Append('\n');
        }

        var understood = gated.Retrieved.Understood;
        return new(
            Template[1].Replace("{fence}", fence, StringComparison.Ordinal),
            Template[2].Replace("{fence}", fence, StringComparison.Ordinal)
                .Replace("{day}", understood.AsOf.ToPeople(), StringComparison.Ordinal)
                .Replace("{evidence}\n", evidence.ToString(), StringComparison.Ordinal)
                .Replace("{question}", ModelText.Plain(understood.Question.Text), StringComparison.Ordinal),
            fence,
            shown);
    }

    private static string[] Load()
    {
        using var stream = typeof(ModelPrompt).Assembly.GetManifestResourceStream("model-prompt")!; // embedded by the project file
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split(Separator);
    }
}
