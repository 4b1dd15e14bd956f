using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Yakuba.Office.Draft.Text;
using Yakuba.Platform;

namespace Yakuba.Office.Draft.Templates;

/// <summary>Templates as one file that municipalities can hand to each other (docs/formats/draft.md).</summary>
/// <param name="Format">Name and number of the format.</param>
/// <param name="Templates">The templates.</param>
public sealed record TemplatePack(string Format, IReadOnlyList<DraftTemplate> Templates)
{
    /// <summary>What this program reads and writes.</summary>
    public const string Known = "yakuba-draft-templates/1";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, // a member that nobody reads would be lost without a word
        RespectNullableAnnotations = true,
        WriteIndented = true,
    };

    /// <summary>What the program brings.</summary>
    public static IReadOnlyList<DraftTemplate> Shipped { get; } = ReadShipped();

    /// <summary>Reads a pack and looks at each of its templates.</summary>
    /// <returns>The pack; or the first thing that is wrong, and then nothing of it is to be used.</returns>
    public static Result<TemplatePack> Read(string json)
    {
        TemplatePack? pack;
        try
        {
            pack = JsonSerializer.Deserialize<TemplatePack>(json, s_json);
        }
        catch (JsonException e)
        {
            return DraftProblems.PackForm.With(e.Path is { Length: > 0 } path ? $"{path} {e.LineNumber + 1}行目" : "");
        }

        if (pack?.Format != Known || pack.Templates is not { Count: > 0 } templates)
        {
            return DraftProblems.PackForm.With(pack?.Format is { Length: > 0 and < 60 } format && format != Known ? format : "");
        }

        // Null as an element of a list is not looked at by the reader of JSON.
        if (templates.Any(t => t is null || t.Slots.Any(s => s is null) || PartRoles.All.Any(r => t.LinesOf(r).Any(l => l is null))))
        {
            return DraftProblems.PackForm.With("null");
        }

        return templates.GroupBy(t => t.Key).FirstOrDefault(g => g.Count() > 1) is { } twice ? DraftProblems.PackForm.With($"key: {twice.Key}")
            : templates.Select(TemplateCheck.Of).FirstOrDefault(p => p is not null) is { } problem ? problem
            : pack;
    }

    /// <summary>Writes a pack.</summary>
    public static string Write(IEnumerable<DraftTemplate> templates) => JsonSerializer.Serialize(new TemplatePack(Known, [.. templates]), s_json);

    /// <summary>One template as the store keeps it.</summary>
    internal static string WriteOne(DraftTemplate template) => JsonSerializer.Serialize(template, s_json);

    /// <summary>Reads what <see cref="WriteOne"/> wrote.</summary>
    internal static DraftTemplate ReadOne(string json) => JsonSerializer.Deserialize<DraftTemplate>(json, s_json) ?? throw new JsonException("No template.");

    private static IReadOnlyList<DraftTemplate> ReadShipped()
    {
        using var stream = new StreamReader(typeof(TemplatePack).Assembly.GetManifestResourceStream("draft-templates")!);
        return Read(stream.ReadToEnd()).Value.Templates;
    }
}
