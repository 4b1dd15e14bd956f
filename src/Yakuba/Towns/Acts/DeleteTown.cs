using System.Text.Json.Nodes;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Towns.Acts;

/// <summary>A town to remove.</summary>
/// <param name="Code">Which.</param>
/// <param name="Confirmed">The code typed again.</param>
/// <param name="WithoutExport">True: also when nothing was written out since it was suspended.</param>
internal sealed record DeleteTown(string Code, string Confirmed, bool WithoutExport);

/// <summary>Removes a suspended town with all its bytes. What a dead process began is ended by the same command.</summary>
internal static class DeleteTownHandler
{
    internal static Task<Result<TownEntry>> HandleAsync(Installation installation, DeleteTown request, CancellationToken cancel) => installation.AloneAsync(async () =>
    {
        if (installation.File.Find(request.Code) is not { } entry)
        {
            return TownProblems.Unknown.With(request.Code);
        }

        if (Fault(entry, request) is { } fault)
        {
            return fault.With(request.Code);
        }

        if (entry.State == TownState.Suspended)
        {
            await installation.Live(request.Code).ShutAsync(TownProblems.Suspended);
            entry = entry with { State = TownState.Deleting };
            installation.Keep(installation.File.With(entry));
        }

        var folder = installation.FolderOf(request.Code);
        if (installation.Node is not null && DataDirectory.IsOwned(folder))
        {
            return TownProblems.AtOtherNode.With(DataDirectory.OwnerOf(folder)); // it would write on into what is removed
        }

        if (await Wiping.RunAsync(installation, request.Code, cancel) is { } stuck)
        {
            return stuck;
        }

        if (await installation.NoteAsync(TownActions.Deleted, request.Code, new JsonObject { ["exported"] = entry.ExportedAt, ["name"] = entry.Name, ["reason"] = entry.Reason }) is { } unnoted)
        {
            return unnoted;
        }

        installation.Keep(installation.File.Without(request.Code));
        return (Result<TownEntry>)entry;
    }, cancel);

    private static Problem? Fault(TownEntry entry, DeleteTown request) =>
        request.Confirmed != request.Code ? TownProblems.NotConfirmed
        : entry.State is TownState.Deleting or TownState.Adding ? null
        : entry.State != TownState.Suspended ? TownProblems.NotSuspended
        : entry.IsExportFresh || request.WithoutExport ? null
        : TownProblems.NotExported;
}
