using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Yakuba.Papers;

/// <summary>A paper as JSON: enumerations by name, and nothing that is as it would be if nothing were said.</summary>
public static class PaperJson
{
    /// <summary>For papers inside other JSON.</summary>
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    /// <summary>Writes a paper. Equal papers give equal text.</summary>
    public static string Write(Paper paper) => JsonSerializer.Serialize(paper, (JsonTypeInfo<Paper>)Options.GetTypeInfo(typeof(Paper)));

    /// <summary>Reads a paper and checks it.</summary>
    /// <returns>The paper, or what is wrong: the JSON itself (<c>paper-json</c>) or what <see cref="PaperCheck"/> finds.</returns>
    public static (Paper? Paper, PaperProblem? Problem) Read(string json)
    {
        try
        {
            var paper = JsonSerializer.Deserialize(json, (JsonTypeInfo<Paper>)Options.GetTypeInfo(typeof(Paper)));
            return paper is null ? (null, PaperProblems.Json("空です"))
                : PaperCheck.Of(paper) is { } problem ? (null, problem)
                : (paper, null);
        }
        catch (JsonException e)
        {
            return (null, PaperProblems.Json(e.LineNumber is { } line ? $"{line + 1}行目" : "読めません"));
        }
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(PaperJsonContext.Default.Options)
        {
            TypeInfoResolver = PaperJsonContext.Default.WithAddedModifier(LeaveOutWhatIsAsUsual),
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        };
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutWhatIsAsUsual(JsonTypeInfo type)
    {
        object? usual = type.Type switch
        {
            var t when t == typeof(Paper) => new Paper("", PaperKind.Other, []),
            var t when t == typeof(PageSetup) => PageSetup.Standard,
            var t when t == typeof(PaperLine) => new PaperLine(LineRole.Body, []),
            var t when t == typeof(PaperRun) => new PaperRun(""),
            var t when t == typeof(PaperTable) => new PaperTable([], []),
            var t when t == typeof(PaperRow) => new PaperRow([]),
            var t when t == typeof(PaperCell) => new PaperCell([]),
            _ => null,
        };
        foreach (var property in type.Properties.Where(p => usual is not null && p is { Get: not null, AssociatedParameter: null }))
        {
            var value = property.Get!(usual!);
            property.ShouldSerialize = (_, now) => !Equals(now, value);
        }
    }
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    UseStringEnumConverter = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 32)]
[JsonSerializable(typeof(Paper))]
internal sealed partial class PaperJsonContext : JsonSerializerContext;
