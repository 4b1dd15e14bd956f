namespace Yakuba.Documents.Tests;

/// <summary>The collection of real files beside the repository; tests that need it pass without it and say so.</summary>
internal static class RealFiles
{
    /// <summary>Folder of the collection; null where it is absent.</summary>
    internal static string? Folder { get; } = Find();

    /// <summary>All its files but the note about it, in a stable order.</summary>
    internal static IReadOnlyList<string> All => Folder is null
        ? Absent()
        : [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "README.md").Order(StringComparer.Ordinal)];

    /// <summary>Reads one file by its path inside the collection; null where the collection is absent.</summary>
    internal static ReadDocument? Read(string path)
    {
        if (Folder is null)
        {
            Absent();
            return null;
        }

        return Reading.Of(path, File.ReadAllBytes(Path.Combine(Folder, path)));
    }

    private static string[] Absent()
    {
        TestContext.Current.TestOutputHelper?.WriteLine("Skipped: the collection of real documents is not beside the repository.");
        return [];
    }

    private static string? Find()
    {
        var root = Environment.GetEnvironmentVariable("YAKUBA_SHARED") ?? Path.Combine(Repository(), "..", "shared");
        var folder = Path.Combine(root, "data", "documents");
        return Directory.Exists(folder) ? folder : null;
    }

    // The path of a source file is no help here: builds map it away so that they are alike everywhere.
    internal static string Repository()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Yakuba.slnx")))
            {
                return folder;
            }
        }

        return AppContext.BaseDirectory;
    }
}
