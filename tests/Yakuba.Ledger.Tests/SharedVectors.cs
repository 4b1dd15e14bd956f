using System.Text.Json;

namespace Yakuba.Ledger.Tests;

/// <summary>The vectors of an independent reference, where this machine has them.</summary>
internal static class SharedVectors
{
    /// <summary>Skips the running test, and says so, when the vectors are absent.</summary>
    internal static JsonElement Load()
    {
        var file = Path.Combine(Root(), "data", "tlog", "vectors.json");
        Assert.SkipUnless(File.Exists(file), $"The tlog vectors are not here ({file}).");
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return json.RootElement.Clone();
    }

    internal static TreeHash Hash(JsonElement base64) =>
        TreeHash.TryParse(base64.GetString()!, out var hash) ? hash : throw new InvalidDataException("A vector is not a hash.");

    internal static TreeHash[] Hashes(JsonElement list) => [.. list.EnumerateArray().Select(Hash)];

    private static string Root()
    {
        if (Environment.GetEnvironmentVariable("YAKUBA_SHARED") is { Length: > 0 } set)
        {
            return set;
        }

        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Yakuba.slnx")))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory?.Parent?.FullName ?? "/", "shared");
    }
}
