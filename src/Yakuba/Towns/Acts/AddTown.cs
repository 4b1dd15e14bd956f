using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Yakuba.Office.Operate.ChangeSettings;
using Yakuba.Office.Operate.RestoreBackup;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;

namespace Yakuba.Towns.Acts;

/// <summary>A municipality to take into the installation.</summary>
/// <param name="Code">Its LG code.</param>
/// <param name="Name">1 to 40 characters after trimming.</param>
/// <param name="Host">The host name by which it is reached; empty: by path.</param>
/// <param name="Storage">Empty or <c>sqlite</c>, or an Npgsql connection string.</param>
/// <param name="From">Full path of an export to take in; empty for a new town.</param>
internal sealed record AddTown(string Code, string Name, string Host, string Storage, string From);

/// <summary>Makes the town whole before anybody can reach it. What a dead process left of it is thrown away first.</summary>
internal static partial class AddTownHandler
{
    internal static Task<Result<TownEntry>> HandleAsync(Installation installation, AddTown request, Actor by, Action<long, long, string> tell, CancellationToken cancel) =>
        installation.AloneAsync(async () =>
        {
            request = request with { Name = request.Name.Trim(), Host = request.Host.Trim().ToLowerInvariant() };
            if (Fault(installation.File, request) is { } fault)
            {
                return fault;
            }

            if (installation.File.Find(request.Code) is not null && await Wiping.RunAsync(installation, request.Code, cancel) is { } stuck)
            {
                return stuck;
            }

            var data = DataDescription.New(request.Storage) with { Schema = "yakuba_" + request.Code };
            if (data.IsPostgres && await PostgresSchema.ExistsAsync(data, cancel))
            {
                return TownProblems.SchemaTaken.With(data.Schema);
            }

            var entry = new TownEntry(request.Code, request.Name, request.Host, TownState.Adding, "", installation.Time.GetUtcNow().ToStore(), "");
            installation.Keep(installation.File.With(entry));
            if (await MakeAsync(installation, request, data, by, tell, cancel) is { } problem)
            {
                await Wiping.RunAsync(installation, request.Code, CancellationToken.None);
                installation.Keep(installation.File.Without(request.Code));
                return problem;
            }

            entry = entry with { State = TownState.Open, ChangedAt = installation.Time.GetUtcNow().ToStore() };
            if (await installation.NoteAsync(request.From.Length > 0 ? TownActions.TakenIn : TownActions.Added, request.Code, new JsonObject { ["host"] = request.Host, ["name"] = request.Name }) is { } unnoted)
            {
                return unnoted;
            }

            installation.Keep(installation.File.With(entry));
            File.Delete(Wiping.MarkOf(installation, request.Code));
            return (Result<TownEntry>)entry;
        }, cancel);

    private static Problem? Fault(InstallationFile file, AddTown request) =>
        !LgCode.IsValid(request.Code) ? TownProblems.CodeWrong.With(request.Code)
        : request.Name.Length is 0 or > 40 ? TownProblems.NameWrong
        : request.Host.Length > 0 && (request.Host.Length > 253 || !HostName().IsMatch(request.Host)) ? TownProblems.HostWrong.With(request.Host)
        : file.Find(request.Code) is { State: not TownState.Adding } there ? (there.State == TownState.Deleting ? TownProblems.Unfinished : TownProblems.Exists).With(request.Code)
        : file.Towns.Any(t => t.Host == request.Host && t.Host.Length > 0 && t.Code != request.Code) ? TownProblems.HostTaken.With(request.Host)
        : null;

    private static async Task<Problem?> MakeAsync(Installation installation, AddTown request, DataDescription data, Actor by, Action<long, long, string> tell, CancellationToken cancel)
    {
        var folder = installation.FolderOf(request.Code);
        DurableFile.MakePrivate(Path.GetDirectoryName(folder)!);
        data.Write(Wiping.MarkOf(installation, request.Code)); // before the schema is there, so that whoever goes on knows where to look
        if (request.From.Length > 0)
        {
            var restore = new RestoreBackup(request.From, folder, data.Storage, data.Schema);
            if ((await new RestoreBackupHandler(installation.Time).HandleAsync(restore, by, tell, cancel)).Problem is { } refused)
            {
                return refused;
            }
        }
        else
        {
            DurableFile.MakePrivate(folder);
            data.Write(Path.Combine(folder, "yakuba.json"));
        }

        return (await QuietTown.UseAsync(folder, town => NameAsync(town, request, by, cancel), cancel)).Problem;
    }

    private static async Task<Result<Done>> NameAsync(IServiceProvider town, AddTown request, Actor by, CancellationToken cancel)
    {
        var database = town.GetRequiredService<Database>();
        await using (var read = await database.ReadAsync(cancel))
        {
            var known = await town.GetRequiredService<SettingStore>().GetAsync(read, MunicipalitySettings.Code, cancel);
            if (known.Length > 0 && known != request.Code)
            {
                return TownProblems.OtherTown.With(known);
            }
        }

        var names = new Dictionary<string, string> { [MunicipalitySettings.Name.Name] = request.Name, [MunicipalitySettings.Code.Name] = request.Code };
        if ((await town.GetRequiredService<ChangeSettingsHandler>().HandleAsync(names, by, cancel)).Problem is { } problem)
        {
            return problem;
        }

        await TownRecord.NoteAsync(town, request.From.Length > 0 ? TownActions.TakenIn : TownActions.Added, by, [], cancel);
        return Done.Instance;
    }

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*\z")]
    private static partial Regex HostName();
}
