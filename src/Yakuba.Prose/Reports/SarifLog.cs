using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Yakuba.Prose;

/// <summary>Findings in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS).</summary>
public static class SarifLog
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes one run with all rules and the findings of the files.</summary>
    /// <param name="to">Takes UTF-8; stays open.</param>
    /// <param name="version">Of the program.</param>
    /// <param name="files">What was read.</param>
    public static void Write(Stream to, string version, IReadOnlyList<LintedFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var json = new Utf8JsonWriter(to, s_options);
        json.WriteStartObject();
        json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        Tool(json, version);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteString("language", "ja");
        json.WriteStartArray("results");
        foreach (var file in files)
        {
            Results(json, file);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Tool(Utf8JsonWriter json, string version)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "yakuba lint");
        json.WriteString("version", version);
        json.WriteStartArray("rules");
        foreach (var rule in RuleCatalogue.All)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            Words(json, "shortDescription", rule.Title);
            Words(json, "fullDescription", rule.Reason);
            Words(json, "help", $"{rule.Suggests}（{rule.Source}）");
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.Severity));
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteString("category", rule.Category);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Results(Utf8JsonWriter json, LintedFile file)
    {
        var lines = new LineIndex(file.Text);
        foreach (var finding in file.Findings)
        {
            json.WriteStartObject();
            json.WriteString("ruleId", finding.Rule);
            json.WriteString("level", Level(finding.Severity));
            Words(json, "message", finding.Message);
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            Artifact(json, file.Uri);
            Region(json, "region", lines, finding);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            if (finding.Suggestion is { } suggestion)
            {
                Fix(json, file, lines, finding, suggestion);
            }

            json.WriteEndObject();
        }
    }

    private static void Fix(Utf8JsonWriter json, LintedFile file, LineIndex lines, Finding finding, string suggestion)
    {
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        Artifact(json, file.Uri);
        json.WriteStartArray("replacements");
        json.WriteStartObject();
        Region(json, "deletedRegion", lines, finding);
        Words(json, "insertedContent", suggestion);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Artifact(Utf8JsonWriter json, string uri)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", uri);
        json.WriteEndObject();
    }

    /// <summary>The end column is the first one after it.</summary>
    private static void Region(Utf8JsonWriter json, string name, LineIndex lines, Finding finding)
    {
        var (line, column) = lines.Of(finding.Start);
        var (endLine, endColumn) = lines.Of(finding.End);
        json.WriteStartObject(name);
        json.WriteNumber("startLine", line);
        json.WriteNumber("startColumn", column);
        json.WriteNumber("endLine", endLine);
        json.WriteNumber("endColumn", endColumn);
        json.WriteNumber("charOffset", finding.Start);
        json.WriteNumber("charLength", finding.Length);
        json.WriteEndObject();
    }

    private static void Words(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
