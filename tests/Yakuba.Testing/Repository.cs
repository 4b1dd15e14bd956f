namespace Yakuba.Testing;

/// <summary>Where the sources lie, found upwards from the running test program.</summary>
public static class Repository
{
    /// <summary>Full path of the repository.</summary>
    /// <exception cref="DirectoryNotFoundException">The test program runs outside the repository.</exception>
    public static string Root { get; } = FindRoot();

    /// <summary>Full path of something in it.</summary>
    /// <param name="relative">Path from the root, with forward slashes.</param>
    public static string PathOf(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Yakuba.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No Yakuba.slnx above " + AppContext.BaseDirectory);
        }

        return folder.FullName;
    }
}
