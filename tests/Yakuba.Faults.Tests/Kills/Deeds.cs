using Yakuba.Faults.Tests.Histories;
using Yakuba.Faults.Tests.Towns;
using Yakuba.Platform.Data;

namespace Yakuba.Faults.Tests.Kills;

/// <summary>What is done while faults happen: import, answer, the record, migration, backup, restore, the first start.</summary>
internal static class Deeds
{
    internal static readonly Deed Import = new("import", BaseTown.Data, s => ["import", s["files"], "--section", "040", "--publish", "--json", "--data", s.Data])
    {
        Prepare = stage =>
        {
            FolderCopy.Make(BaseTown.Files, stage["files"]);
            FaultPapers.Write(stage["files"], 3, edition: 2); // a new version of what is there
            FaultPapers.Write(stage["files"], 4);
            FaultPapers.Write(stage["files"], 5);
        },
        Acknowledge = (stage, ran, history) => Promises.Import(history, stage["files"], ran),
        IsRepeated = _ => true,
    };

    internal static readonly Deed Ask = new("ask", BaseTown.Data, s => ["ask", FaultPapers.Question(3), "--json", "--data", s.Data])
    {
        Acknowledge = (_, ran, history) => Promises.Answer(history, ran),
        IsRepeated = _ => true,
    };

    internal static readonly Deed Erase = new("audit erase", BaseTown.Data, s => ["audit", "erase", BaseTown.FirstAnswer, "--reason", "本人からの申出", "--json", "--data", s.Data])
    {
        Acknowledge = (_, ran, history) => Promises.Removal(history, ran),
    };

    internal static readonly Deed ChangeKey = new("audit change-key", BaseTown.Data, s => ["audit", "change-key", "--reason", "担当者の交代", "--json", "--data", s.Data])
    {
        Acknowledge = (_, ran, history) => Promises.NewKey(history, ran),
        IsRepeated = _ => true,
    };

    internal static readonly Deed Sign = new("section add", BaseTown.Data, s => ["section", "add", "060", "福祉課", "--data", s.Data])
    {
        Acknowledge = (stage, _, history) =>
        {
            history.Add(PromiseKind.Section, "060");
            history.Add(PromiseKind.Head, File.ReadAllText(Path.Combine(stage.Data, "record", "checkpoint")));
        },
    };

    internal static readonly Deed Migrate = new("migration", BaseTown.Older, s => ["section", "list", "--data", s.Data])
    {
        Acknowledge = (_, _, history) => history.Add(PromiseKind.Section, "040"),
        IsRepeated = _ => true,
        LookBeside = (stage, _, history) => Snapshots.CheckAsync(stage.Data, history),
    };

    internal static readonly Deed Backup = new("backup", BaseTown.Data, s => ["backup", s["b.tar"], "--data", s.Data])
    {
        IsRepeated = stage => !File.Exists(stage["b.tar"]),
        LookBeside = async (stage, isSaid, history) => File.Exists(stage["b.tar"]) ? await Restored.CheckAsync(stage["b.tar"], stage["from-backup"], history)
            : isSaid ? ["lost: the backup"] : [],
    };

    internal static readonly Deed Restore = new("restore", BaseTown.Data, s => ["restore", BaseTown.Backup, "--data", s["restored"]])
    {
        LookBeside = async (stage, isSaid, history) =>
        {
            var isTown = isSaid || File.Exists(Path.Combine(stage["restored"], "yakuba.json"));
            return isTown ? await Restored.FinishedAsync(stage["restored"], history) : await Restored.RefusedAsync(stage["restored"]);
        },
    };

    internal static readonly Deed FirstStart = new("first start", BaseTown.Data, s => ["section", "add", "060", "福祉課", "--data", s["new"]])
    {
        LookBeside = async (stage, isSaid, _) =>
        {
            var history = new History();
            if (isSaid)
            {
                history.Add(PromiseKind.Section, "060");
            }

            return await TownCheck.RunAsync(stage["new"], history);
        },
    };

    /// <summary>Each with how many of every 200 points fall into it.</summary>
    internal static IReadOnlyList<(Deed Deed, int Share)> All { get; } =
        [(Import, 64), (Ask, 20), (Erase, 12), (ChangeKey, 24), (Sign, 12), (Migrate, 16), (Backup, 14), (Restore, 18), (FirstStart, 20)];
}
