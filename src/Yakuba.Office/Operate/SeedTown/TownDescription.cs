using System.Text.Json;
using Yakuba.Platform;

namespace Yakuba.Office.Operate.SeedTown;

/// <summary><c>town.json</c> beside a folder <c>town/</c> of files: a municipality to begin with.</summary>
/// <param name="Municipality">Who it is.</param>
/// <param name="Sections">Its sections.</param>
/// <param name="Users">Its people.</param>
/// <param name="Documents">What is to be said of each file.</param>
public sealed record TownDescription(
    TownMunicipality Municipality, IReadOnlyList<TownSection> Sections, IReadOnlyList<TownUser> Users, IReadOnlyList<TownDocument> Documents)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Problem NotThere = new(
        "seed-no-town", 404, "見本の町が見つかりません。town.json のあるフォルダ（通常は samples）を指定してください。");

    private static readonly Problem NotReadable = new("seed-not-readable", 400, "town.json を読み取れません。JSONの書き方を確認してください。");

    /// <summary>Reads the description in a folder.</summary>
    public static Result<TownDescription> Read(string folder)
    {
        var path = Path.Combine(folder, "town.json");
        if (!File.Exists(path))
        {
            return NotThere.With(path);
        }

        try
        {
            return JsonSerializer.Deserialize<TownDescription>(File.ReadAllBytes(path), Json) is { } town ? town : NotReadable.With(path);
        }
        catch (JsonException e)
        {
            return NotReadable.With($"{path} {e.LineNumber + 1}行目");
        }
    }
}

/// <summary>The municipality itself.</summary>
public sealed record TownMunicipality(string Name, string Kana, string Code, string Prefecture, string District = "", string Contact = "", string Aliases = "");

/// <summary>A section.</summary>
public sealed record TownSection(string Code, string Name, string Phone, IReadOnlyList<TownFormerName> FormerNames, string Kana = "");

/// <summary>A name that a section had.</summary>
public sealed record TownFormerName(string Name, string Until);

/// <summary>A person.</summary>
public sealed record TownUser(string User, string Name, string Section, IReadOnlyList<string> Roles, string Clearance = "");

/// <summary>A file and what is to be said of it.</summary>
public sealed record TownDocument(
    string Path,
    string Title,
    string Section,
    string Label,
    string State,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    DateOnly? ReviewOn,
    string Document = "",
    int Version = 1,
    IReadOnlyList<string>? Readers = null);
