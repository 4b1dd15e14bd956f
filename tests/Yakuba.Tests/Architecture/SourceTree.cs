using Yakuba.Testing;

namespace Yakuba.Tests.Architecture;

/// <summary>The repository as it lies on disk.</summary>
internal static class SourceTree
{
    private static readonly string[] Built = ["bin", "obj", "out", "node_modules", ".git", "data"];

    /// <summary>Full path of something in it.</summary>
    internal static string PathOf(string relative) => Repository.PathOf(relative);

    /// <summary>Text of a file in it.</summary>
    internal static string Text(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>Written files below a folder, as paths from the root with forward slashes, in ordinal order. What builds leave behind is not among them.</summary>
    /// <param name="folder">Folder from the root; empty for all.</param>
    /// <param name="endings">Endings with their dot; none for every file.</param>
    internal static IReadOnlyList<string> Files(string folder, params string[] endings) =>
        [.. Walk(PathOf(folder))
            .Where(f => endings.Length == 0 || endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Walk(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder).Where(IsWritten).SelectMany(Walk))
        : [];

    private static bool IsWritten(string folder) => Path.GetFileName(folder) is var name
        && (!Built.Contains(name) || (name == "data" && Path.GetFileName(Path.GetDirectoryName(folder)) == "tests"));
}
