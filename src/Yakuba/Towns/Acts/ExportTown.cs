using System.Text.Json.Nodes;
using Yakuba.Office.Operate.MakeBackup;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Towns.Acts;

/// <summary>Writes all of a town into one file, from which it can be taken in elsewhere or served alone.</summary>
internal static class ExportTownHandler
{
    internal static Task<Result<BackupMade>> HandleAsync(Installation installation, string code, string path, Actor by, Action<long, long, string> tell, CancellationToken cancel) => installation.AloneAsync(async () =>
    {
        if (installation.File.Find(code) is not { } entry)
        {
            return TownProblems.Unknown.With(code);
        }

        if (entry.State is not (TownState.Open or TownState.Suspended))
        {
            return TownProblems.Unfinished.With(code);
        }

        var begun = installation.Time.GetUtcNow().ToStore();
        var result = await installation.InTownAsync(entry, town => town.GetRequiredService<MakeBackupHandler>().HandleAsync(path, by, tell, cancel), cancel);
        if (result.TryGet(out var made, out _))
        {
            if (await installation.NoteAsync(TownActions.Exported, code, new JsonObject { ["bytes"] = made.Bytes }) is { } unnoted)
            {
                return unnoted;
            }

            installation.Keep(installation.File.With(entry with { ExportedAt = begun }));
        }

        return result;
    }, cancel);
}
