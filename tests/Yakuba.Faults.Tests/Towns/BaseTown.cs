using System.Text.Json;
using Yakuba.Faults.Tests.Histories;
using Yakuba.Faults.Tests.Programs;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Faults.Tests.Towns;

/// <summary>A small town, made once by the real program and copied for each fault, with what was promised while it was made.</summary>
internal sealed class BaseTown
{
    internal const int Papers = 3;

    /// <summary>The step of the schema that the older town lacks.</summary>
    internal const int Missing = 34;

    private static readonly Lazy<Task<BaseTown>> Made = new(MakeAsync);

    private static readonly TemporaryFolder Folder = Removed(new TemporaryFolder());

    private BaseTown(History history) => History = history;

    /// <summary>What the town's people were told.</summary>
    internal History History { get; }

    /// <summary>The data directory. It is copied, never opened.</summary>
    internal static string Data => Folder["data"];

    /// <summary>The same town as a program left it that did not know step <see cref="Missing"/>.</summary>
    internal static string Older => Folder["older"];

    /// <summary>The files that were imported.</summary>
    internal static string Files => Folder["files"];

    /// <summary>Place of its first answer in the record.</summary>
    internal static string FirstAnswer { get; private set; } = "";

    /// <summary>A backup of it.</summary>
    internal static string Backup => Folder["backup.tar"];

    internal static Task<BaseTown> GetAsync() => Made.Value;

    private static async Task<BaseTown> MakeAsync()
    {
        var history = new History();
        for (var i = 1; i <= Papers; i++)
        {
            FaultPapers.Write(Files, i);
        }

        await DoAsync("section", "add", "040", "税務課");
        history.Add(PromiseKind.Section, "040");
        Promises.Import(history, Files, await DoAsync("import", Files, "--section", "040", "--publish", "--json"));
        Promises.Answer(history, await DoAsync("ask", FaultPapers.Question(1), "--json"));
        Promises.Answer(history, await DoAsync("ask", FaultPapers.Question(2), "--json"));
        var export = JsonDocument.Parse((await DoAsync("audit", "export", Folder["export"], "--json")).Output).RootElement;
        history.Add(PromiseKind.VerifierKey, export.GetProperty("verifierKey").GetString()!);
        FirstAnswer = history.Of(PromiseKind.Answer).First().Value;
        await DoAsync("backup", Backup);
        history.Add(PromiseKind.Head, await File.ReadAllTextAsync(Path.Combine(Data, "record", "checkpoint")));
        await MakeOlderAsync();
        return new BaseTown(history);
    }

    private static async Task MakeOlderAsync()
    {
        FolderCopy.Make(Data, Older);
        await using var database = SqliteDatabase.Open(Path.Combine(Older, "yakuba.db"));
        await using var work = await database.BeginAsync();
        await work.ExecuteAsync("ALTER TABLE learning DROP COLUMN undone");
        await work.ExecuteAsync("DELETE FROM migration WHERE number = @Missing", new { Missing = (long)Missing });
        await work.CommitAsync();
    }

    private static async Task<Ran> DoAsync(params string[] command)
    {
        var ran = await Run.YakubaAsync([.. command, "--data", Data]);
        Assert.True(ran.Code == 0, $"{string.Join(' ', command)}: {ran}");
        return ran;
    }

    private static TemporaryFolder Removed(TemporaryFolder folder)
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return folder;
    }
}
