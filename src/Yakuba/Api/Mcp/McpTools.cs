using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace Yakuba.Api.Mcp;

/// <summary>What tools are offered, as clients and their models read it.</summary>
internal static class McpTools
{
    internal const string Ask = "ask";
    internal const string Search = "search";
    internal const string GetDocument = "get_document";

    internal static IReadOnlyList<Tool> All { get; } =
    [
        Make(
            Ask,
            "質問する",
            "自治体の文書だけを根拠に、確かめた文と出典で質問に答える。根拠がないときは答えず、理由と次の手順を返す。",
            """{"type":"object","properties":{"question":{"type":"string","description":"質問（2,000文字まで）"},"on":{"type":"string","format":"date","description":"回答の基準日（yyyy-MM-dd）。省略すると今日"}},"required":["question"],"additionalProperties":false}"""),
        Make(
            Search,
            "文書を探す",
            "自治体の文書から、言葉や文に近い箇所を探す。基準日に効力のある文書だけが対象。",
            """{"type":"object","properties":{"query":{"type":"string","description":"探す言葉または文（2,000文字まで）。「」の中の言葉は、一字一句そのまま含む箇所に限る"},"top":{"type":"integer","minimum":1,"maximum":50,"description":"件数（既定10）"},"on":{"type":"string","format":"date","description":"基準日（yyyy-MM-dd）。省略すると今日"}},"required":["query"],"additionalProperties":false}"""),
        Make(
            GetDocument,
            "文書を読む",
            "searchやaskの結果にあるversionの文書の本文を、順に読む。",
            """{"type":"object","properties":{"version":{"type":"integer","minimum":1,"description":"文書の版の番号"},"from":{"type":"integer","minimum":0,"description":"何番目の箇所から読むか（既定0）"},"count":{"type":"integer","minimum":1,"maximum":100,"description":"箇所の数（既定20）"}},"required":["version"],"additionalProperties":false}"""),
    ];

    private static Tool Make(string name, string title, string description, string schema) => new()
    {
        Name = name,
        Title = title,
        Description = description,
        InputSchema = JsonDocument.Parse(schema).RootElement.Clone(),
        Annotations = new ToolAnnotations { Title = title, ReadOnlyHint = true, OpenWorldHint = false },
    };
}
