namespace Yakuba.Faults.Tests.Towns;

/// <summary>Copies a folder with all below it; files keep their modes.</summary>
internal static class FolderCopy
{
    internal static void Make(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            Make(folder, Path.Combine(to, Path.GetFileName(folder)));
        }

        foreach (var file in Directory.EnumerateFiles(from).Where(f => Path.GetFileName(f) is not ("control.sock" or "lock")))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
