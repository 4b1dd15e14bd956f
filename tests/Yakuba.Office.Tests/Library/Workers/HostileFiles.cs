using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library.Workers;

/// <summary>The hostile files that a script beside the repository writes. They are made once a version of it, in the system's temporary folder, and never kept in the repository.</summary>
internal static class HostileFiles
{
    /// <summary>Folder of the files; null where the script is absent.</summary>
    internal static async Task<string?> FolderAsync()
    {
        var shared = Environment.GetEnvironmentVariable("YAKUBA_SHARED") ?? Path.Combine(Repository.Root, "..", "shared");
        var script = Path.Combine(shared, "eval", "hostile-files", "make_hostile.py");
        if (!File.Exists(script))
        {
            return null;
        }

        var folder = Path.Combine(Path.GetTempPath(), "yakuba-hostile-" + Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(script)))[..12]);
        if (!File.Exists(Path.Combine(folder, "manifest.json")))
        {
            using var made = Process.Start(new ProcessStartInfo("python3", [script, folder]) { RedirectStandardOutput = true })!;
            await made.StandardOutput.ReadToEndAsync();
            await made.WaitForExitAsync();
        }

        return folder;
    }

    /// <summary>What must become of each.</summary>
    internal static IReadOnlyList<Hostile> Manifest(string folder) =>
        JsonSerializer.Deserialize<List<Hostile>>(File.ReadAllText(Path.Combine(folder, "manifest.json")), JsonSerializerOptions.Web)!;

    /// <summary>Names to give to uploads.</summary>
    internal static IReadOnlyList<string> Names(string folder) => JsonSerializer.Deserialize<List<string>>(File.ReadAllText(Path.Combine(folder, "upload-names.json")))!;
}

/// <summary>One hostile file: where it lies, and whether it is to be refused, taken in, taken in with a mark, or either.</summary>
internal sealed record Hostile(string File, string Expect, string Note)
{
    [System.Text.Json.Serialization.JsonPropertyName("must_contain")]
    public string MustContain { get; init; } = "";

    [System.Text.Json.Serialization.JsonPropertyName("must_not_contain")]
    public string MustNotContain { get; init; } = "";

    [System.Text.Json.Serialization.JsonPropertyName("must_not_create")]
    public IReadOnlyList<string> MustNotCreate { get; init; } = [];
}
