namespace Yakuba.Prose.Tests;

/// <summary>Public test data beside the repository; not part of it.</summary>
internal static class SharedData
{
    /// <summary>The folder of data sets: YAKUBA_SHARED, or ../shared beside the repository.</summary>
    internal static string Folder { get; } =
        Path.Combine(Environment.GetEnvironmentVariable("YAKUBA_SHARED") ?? Path.GetFullPath(Path.Combine(Root(), "..", "shared")), "data");

    /// <summary>The root of the repository.</summary>
    internal static string Repository => Root();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.Parent is not null && !File.Exists(Path.Combine(folder.FullName, "Yakuba.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
