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
        catch (Exception e) when (e is JsonException or NotSupportedException) // the second where nothing says what kind of block it is
        {
            return (null, PaperProblems.Json((e as JsonException)?.LineNumber is { } line ? $"{line + 1}行目" : "読めません"));
        }
    }

    private static JsonSerializerOptions MakeOptions()
    {
        // Types are looked at when the program runs: code made when it is built forgets what a property is when nothing is said.
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsAsUsual } },
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            AllowOutOfOrderMetadataProperties = true,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            MaxDepth = 32,
            Converters = { new JsonStringEnumConverter() },
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
