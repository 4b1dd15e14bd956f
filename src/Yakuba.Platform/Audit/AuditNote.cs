using System.Text;
using System.Text.Json.Nodes;
using Yakuba.Ledger;

namespace Yakuba.Platform.Audit;

/// <summary>What an entry says beyond who, when and what was done.</summary>
public sealed record AuditNote
{
    /// <summary>Ids, hashes, labels and counts; never text of documents, questions or answers, and no fractions.</summary>
    public JsonObject Facts { get; init; } = [];

    /// <summary>Every passage that was used, in rank order; at most 64.</summary>
    public IReadOnlyList<PassageUsed> Passages { get; init; } = [];

    /// <summary>What the checks found, and what was removed and why; at most 128.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; init; } = [];

    /// <summary>The language model, where one was called.</summary>
    public ModelUsed? Model { get; init; }

    /// <summary>Version of the prompt template.</summary>
    public string? Prompt { get; init; }

    /// <summary>Text to lay beside the entry, sealed, by part: <c>question</c>, <c>answer</c>. The entry itself carries commitments only.</summary>
    public IReadOnlyDictionary<string, string> Bodies { get; init; } = new Dictionary<string, string>();

    /// <summary>The facts as the entry keeps them: text by kebab-case name.</summary>
    internal IReadOnlyDictionary<string, string> Texts() => Facts
        .Where(f => f.Value is not null)
        .ToDictionary(f => f.Key.Replace('_', '-'), f => f.Value is JsonValue v && v.TryGetValue<string>(out var text) ? text : f.Value!.ToJsonString());

    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
