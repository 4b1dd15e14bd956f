using Yakuba.Office.Operate.RestoreBackup;

namespace Yakuba.Office.Operate.MakeBackup;

/// <summary>Keeps the newest backups of a folder and removes older ones: only whole-named files beside the new one that begin with the same word and say of themselves that they are backups.</summary>
internal static class BackupRetention
{
    /// <summary>Removes what is too many.</summary>
    /// <param name="made">The backup that was just made; it always stays.</param>
    /// <param name="keep">How many stay, that one among them; at least 1.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The files that are gone.</returns>
    internal static async Task<IReadOnlyList<string>> SweepAsync(string made, int keep, CancellationToken cancel)
    {
        var (folder, name) = (Path.GetDirectoryName(made)!, Path.GetFileName(made));
        var word = string.Concat(name.TakeWhile(c => !char.IsAsciiDigit(c)));
        var others = new List<(string Path, string MadeAt)>();
        foreach (var path in Directory.EnumerateFiles(folder, "*" + Path.GetExtension(name)))
        {
            if (path != made && Path.GetFileName(path).StartsWith(word, StringComparison.Ordinal) && await BackupReader.HeadAsync(path, cancel) is { } head)
            {
                others.Add((path, head.MadeAt));
            }
        }

        var gone = others.OrderByDescending(o => o.MadeAt, StringComparer.Ordinal).Skip(keep - 1).Select(o => o.Path).ToList();
        gone.ForEach(File.Delete);
        return gone;
    }
}
