using Yakuba.Platform;

namespace Yakuba.Office.Library.Importing;

/// <summary>What an import is to do with the files it finds.</summary>
/// <param name="Paths">Files and folders on this machine; folders are walked in name order.</param>
/// <param name="Section">Code of the owner section.</param>
/// <param name="Label">Label of every file.</param>
/// <param name="Target">State to bring every file to.</param>
public sealed record ImportPlan(IReadOnlyList<string> Paths, string Section, Label Label, VersionState Target)
{
    /// <summary>Lists the files. Hidden files, links and the systems' own droppings are left out.</summary>
    public Result<IReadOnlyList<ImportItem>> Items()
    {
        var items = new List<ImportItem>();
        foreach (var path in Paths)
        {
            if (File.Exists(path))
            {
                items.Add(Item(path, Path.GetFileName(path)));
            }
            else if (Directory.Exists(path))
            {
                items.AddRange(Walk(path).Select(file => Item(file, Path.GetRelativePath(path, file).Replace('\\', '/'))));
            }
            else
            {
                return LibraryProblems.NoSuchPath.With(path);
            }
        }

        var distinct = Apart([.. items.DistinctBy(i => i.Path)]);
        return distinct.Count == 0 ? LibraryProblems.NothingToImport : distinct;
    }

    /// <summary>True for what systems and office programs leave in folders by themselves: hidden files, thumbnails, locks.</summary>
    internal static bool IsDropping(string fileName) =>
        fileName is "Thumbs.db" or "desktop.ini" || fileName.StartsWith('.') || fileName.StartsWith("~$", StringComparison.Ordinal);

    // Files of one name from several folders are several documents: the folder's name tells them apart.
    private List<ImportItem> Apart(List<ImportItem> items)
    {
        var shared = items.GroupBy(i => i.SourceKey).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return [.. items.Select(i => shared.Contains(i.SourceKey) ? i with { SourceKey = $"{Section}:{Path.GetFileName(Path.GetDirectoryName(i.Path))}/{i.FileName}" } : i)];
    }

    private static IEnumerable<string> Walk(string folder) => Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        })
        .Where(f => !IsDropping(Path.GetFileName(f)))
        .Order(StringComparer.Ordinal);

    private ImportItem Item(string path, string relative) => new(path, $"{Section}:{relative}", Path.GetFileName(path), Section, Label, Target);
}
