using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Towns.Acts;

/// <summary>Removes all that is there of a town, whole or half made. May be cut off anywhere and run again.</summary>
internal static class Wiping
{
    /// <summary>While a town is being made: where its state will lie.</summary>
    internal static string MarkOf(Installation installation, string code) => installation.FolderOf(code) + ".making";

    /// <returns>Why it cannot be gone on with; null when nothing is left.</returns>
    internal static async Task<Problem?> RunAsync(Installation installation, string code, CancellationToken cancel)
    {
        var folder = installation.FolderOf(code);
        var mark = MarkOf(installation, code);
        foreach (var path in new[] { mark, Path.Combine(folder, "yakuba.json") }.Where(File.Exists))
        {
            if (!DataDescription.Read(path).TryGet(out var data, out var problem))
            {
                return problem;
            }

            if (data.IsPostgres)
            {
                await PostgresSchema.DropAsync(data, cancel); // first: the folder says where it lies
            }
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        if (Directory.Exists(Path.GetDirectoryName(folder))) // an adding may have died before it made the place of all towns
        {
            File.Delete(mark);
            File.Delete(mark + ".new"); // of a death before the rename; it names the store as well
            DurableFile.SyncDirectory(Path.GetDirectoryName(folder)!);
        }

        return null;
    }
}
