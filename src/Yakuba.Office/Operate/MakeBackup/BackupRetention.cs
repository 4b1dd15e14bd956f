using System.Text.RegularExpressions;
using Yakuba.Office.Operate.RestoreBackup;

namespace Yakuba.Office.Operate.MakeBackup;

/// <summary>The backups of one row: files of a folder whose names differ by the day at their end and by nothing else.</summary>
internal static partial class BackupRetention
{
    /// <summary>Ending of a backup that is being made.</summary>
    internal const string Unfinished = ".new";

    /// <summary>Ending of the copy of the state that goes into it.</summary>
    internal const string State = ".state";

    /// <summary>What the names of a row have in common; null for a name without a day at its end (<c>20260401</c>, <c>2026-04-01</c>, with or without a time).</summary>
    internal static string? Row(string path) => Day().Match(Path.GetFileNameWithoutExtension(path)) is { Success: true } day
        ? Path.GetFileName(path)[..day.Groups[1].Index] + Path.GetExtension(path)
        : null;

    /// <summary>Removes what is too many: whole-named files of the row that say of themselves that they are backups.</summary>
    /// <param name="made">The backup that was just made; it always stays.</param>
    /// <param name="keep">How many stay, that one among them; at least 1.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The files that are gone.</returns>
    internal static async Task<IReadOnlyList<string>> SweepAsync(string made, int keep, CancellationToken cancel)
    {
        var others = new List<(string Path, string MadeAt)>();
        foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(made)!))
        {
            if (path != made && Row(path) == Row(made) && await BackupReader.HeadAsync(path, cancel) is { } head)
            {
                others.Add((path, head.MadeAt));
            }
        }

        var gone = others.OrderByDescending(o => o.MadeAt, StringComparer.Ordinal).Skip(keep - 1).Select(o => o.Path).ToList();
        gone.ForEach(File.Delete);
        return gone;
    }

    /// <summary>Takes away what a backup of the row left that was killed. It holds all data, and nobody would look for it.</summary>
    /// <param name="next">The backup that is made next.</param>
    internal static void ClearCutOff(string next)
    {
        foreach (var left in Row(next) is null ? [] : Directory.GetFiles(Path.GetDirectoryName(next)!, "*" + Unfinished))
        {
            var path = left[..^Unfinished.Length];
            if (Row(path) == Row(next) && IsLetGo(left))
            {
                File.Delete(path + State);
                File.Delete(path + State + "-journal");
                File.Delete(left);
            }
        }
    }

    // Whoever is still making it holds the file.
    private static bool IsLetGo(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"(?:^|[^0-9])((?:20[0-9]{6}|20[0-9]{2}-[0-9]{2}-[0-9]{2})(?:[-_T]?[0-9]{4}(?:[0-9]{2})?)?)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Day();
}
