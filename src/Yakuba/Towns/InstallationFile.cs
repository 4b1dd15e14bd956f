using System.Text.Json;
using System.Text.Json.Serialization;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Towns;

/// <summary><c>installation.json</c>: which municipalities there are and where each stands. Format: docs/formats/installation.md.</summary>
/// <param name="Version">Layout of the installation; this program writes <see cref="CurrentVersion"/>.</param>
/// <param name="Towns">By code.</param>
internal sealed record InstallationFile(int Version, IReadOnlyList<TownEntry> Towns)
{
    internal const int CurrentVersion = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    internal static InstallationFile Empty { get; } = new(CurrentVersion, []);

    internal static string PathOf(string root) => Path.Combine(root, "installation.json");

    internal TownEntry? Find(string code) => Towns.FirstOrDefault(t => t.Code == code);

    internal InstallationFile With(TownEntry entry) => this with { Towns = [.. Towns.Where(t => t.Code != entry.Code).Append(entry).OrderBy(t => t.Code, StringComparer.Ordinal)] };

    internal InstallationFile Without(string code) => this with { Towns = [.. Towns.Where(t => t.Code != code)] };

    internal static Result<InstallationFile> Read(string root)
    {
        var path = PathOf(root);
        try
        {
            var file = JsonSerializer.Deserialize<InstallationFile>(File.ReadAllBytes(path), Json);
            return file is not { Version: >= 1, Towns: not null } ? TownProblems.FileUnreadable.With(path)
                : file.Version > CurrentVersion ? StorageProblems.Newer.With(path)
                : file.Towns.All(t => t is { Name: not null, Host: not null, Reason: not null, ChangedAt: not null, ExportedAt: not null } && LgCode.IsValid(t.Code ?? "")) ? file
                : TownProblems.FileUnreadable.With(path);
        }
        catch (JsonException)
        {
            return TownProblems.FileUnreadable.With(path);
        }
    }

    internal void Write(string root) => DurableFile.Write(PathOf(root), JsonSerializer.SerializeToUtf8Bytes(this, Json));
}
