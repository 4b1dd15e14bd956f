using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Operate.RollBack;

/// <summary>Going back to a copy of the state.</summary>
/// <param name="Folder">Full path of the data directory; nobody may have it open.</param>
/// <param name="Copy">The copy's name; empty for the newest that was taken before an upgrade.</param>
/// <param name="Reason">Why; 1 to 400 UTF-16 code units after trimming. It goes into the record.</param>
/// <param name="AcceptsLoss">True when what came since may leave the state. It stays in the file that is put aside.</param>
public sealed record RollBack(string Folder, string Copy, string Reason, bool AcceptsLoss);

/// <summary>A state that was put back.</summary>
/// <param name="Copy">The copy that is the state now.</param>
/// <param name="Migration">Its data version.</param>
/// <param name="Kept">The name under which the state of before is kept.</param>
/// <param name="List">The list of what is only there; empty when nothing is.</param>
/// <param name="Losses">What is only there, by action.</param>
public sealed record RolledBack(string Copy, int Migration, string Kept, string List, IReadOnlyList<Loss> Losses);

/// <summary>What going back would undo, when nobody has agreed to it yet. Nothing was changed.</summary>
public sealed record RollBackRefused(Problem Problem, IReadOnlyList<Loss> Losses);

/// <summary>Puts the state back as it was before an upgrade, or a state that was put aside by that. The record goes on: it is carried over whole, and says what was done.</summary>
/// <param name="time">The clock.</param>
/// <param name="open">All rooms of a directory: what was done is called by the names that each room gives.</param>
internal sealed class RollBackHandler(TimeProvider time, Func<DataDirectory, ServiceProvider> open)
{
    private const int LongestReason = 400;

    /// <summary>Goes back.</summary>
    /// <returns>What was done; or the problem, with what would be undone where that is what stands in the way.</returns>
    internal async Task<(RolledBack? Done, RollBackRefused? Refused)> HandleAsync(RollBack request, Actor by, CancellationToken cancel)
    {
        if (request.Reason.Trim() is not { Length: > 0 and <= LongestReason } reason)
        {
            return Refuse(OperateProblems.RollbackReason);
        }

        // Opening brings older data forward: to go back from data that was never brought forward would be to upgrade it first.
        if (!(await DataDirectory.VersionOfAsync(request.Folder, cancel)).TryGet(out var version, out var problem))
        {
            return Refuse(problem);
        }

        if (version == 0 || (request.Copy.Length == 0 && version < Migrations.Newest))
        {
            return Refuse(OperateProblems.NotUpgraded.With($"データの版 {version}、プログラムの版 {Migrations.Newest}"));
        }

        if (!(await DataDirectory.OpenAsync(request.Folder, null, time, cancel)).TryGet(out var directory, out problem))
        {
            return Refuse(problem);
        }

        await using (directory)
        {
            try
            {
                return await GoBackAsync(directory, request with { Reason = reason }, by, cancel);
            }
            catch (Exception e) when (StorageProblems.From(e) is { } known)
            {
                return Refuse(known.With(request.Folder));
            }
        }
    }

    private async Task<(RolledBack?, RollBackRefused?)> GoBackAsync(DataDirectory directory, RollBack request, Actor by, CancellationToken cancel)
    {
        var copies = await StateCopies.ListAsync(directory, cancel);
        if ((request.Copy.Length > 0 ? copies.FirstOrDefault(c => c.Name == request.Copy) : copies.FirstOrDefault(c => c.IsBeforeThisVersion)) is not { } copy)
        {
            return Refuse(OperateProblems.NoStateCopy.With(request.Copy.Length > 0 ? request.Copy : directory.Snapshots));
        }

        await using var rooms = open(directory);
        var keeper = rooms.GetRequiredService<RecordKeeper>();
        if ((await keeper.SignAsync(cancel)).Problem is { } damaged)
        {
            return Refuse(damaged); // a record that does not hold is not carried anywhere
        }

        var (migration, first, lost) = await LookAsync(directory, copy, cancel);
        if (migration > Migrations.Newest)
        {
            return Refuse(StorageProblems.Newer.With($"{copy.Name}: データの版 {migration}、プログラムの版 {Migrations.Newest}"));
        }

        if (first is not { } since)
        {
            return Refuse(OperateProblems.CopyOfOtherRecord.With(copy.Name));
        }

        IReadOnlyList<Loss> losses;
        byte[] list;
        await using (var read = await directory.Database.ReadAsync(cancel))
        {
            var found = new RollBackLosses(rooms.GetServices<AuditActionName>());
            (losses, list) = (await found.SinceAsync(read, since, cancel), await found.ListAsync(read, since, cancel));
        }

        // Nobody may agree to these: the record would not verify any more, or a text would be there again that it says is gone.
        if (lost.Concat(losses.Where(l => l.Action is RecordActions.Erased or RecordActions.Disposed).Select(l => $"{l.Words} {l.Count:N0}件")).ToList() is { Count: > 0 } kept)
        {
            return Refuse(OperateProblems.RollbackBreaksRecord.With(string.Join("、", kept)));
        }

        if (losses.Count > 0 && !request.AcceptsLoss)
        {
            return (null, new RollBackRefused(OperateProblems.RollbackLoses.With($"{losses.Sum(l => l.Count):N0}件"), losses));
        }

        var done = new RolledBack(copy.Name, migration, FreeName(copies), "", losses);
        if (losses.Count > 0)
        {
            done = done with { List = Path.Combine(directory.Snapshots, done.Kept + ".csv") };
            DurableFile.Write(done.List, list);
        }

        // The entry first, and signed: the state that is put aside has it too, and there is no moment at which the record is shorter than its head.
        await RecordAsync(directory, rooms, done, since, request.Reason, by, cancel);
        if ((await keeper.SignAsync(cancel)).Problem is { } unsigned)
        {
            return Refuse(unsigned);
        }

        await StateSwap.PutAsync(directory, copy, done.Kept, RecordBeginning.Tables, cancel);
        return (done, null);
    }

    // Going back twice within a second must not put the second state over the first.
    private string FreeName(IReadOnlyList<StateCopy> copies)
    {
        for (var now = time.GetUtcNow(); ; now = now.AddSeconds(1))
        {
            var name = StateCopies.Name("after", Migrations.Newest, now);
            if (copies.All(c => c.Name != name))
            {
                return name;
            }
        }
    }

    private static async Task<(int Migration, long? First, IReadOnlyList<string> Lost)> LookAsync(DataDirectory directory, StateCopy copy, CancellationToken cancel)
    {
        await using var older = await StateCopies.OpenAsync(directory, copy, cancel);
        await using var read = await older.ReadAsync(cancel);
        await using var now = await directory.Database.ReadAsync(cancel);
        var first = await RecordBeginning.FindAsync(read, now, cancel);
        return (await Migrations.NewestAppliedAsync(older, cancel), first, first is null ? [] : await RecordShape.LostAsync(read, now, cancel));
    }

    private static async Task RecordAsync(DataDirectory directory, ServiceProvider rooms, RolledBack done, long since, string reason, Actor by, CancellationToken cancel)
    {
        await using var work = await directory.Database.BeginAsync(cancel);
        var facts = new JsonObject
        {
            ["state-copy"] = done.Copy, ["data-version"] = done.Migration, ["was-data-version"] = Migrations.Newest, ["kept-as"] = done.Kept,
            ["undone-from"] = since, ["undone"] = done.Losses.Sum(l => l.Count), ["reason"] = reason,
        };
        await rooms.GetRequiredService<AuditTrail>().AppendAsync(work, by, OperateActions.StateRolledBack, facts, cancel);
        await work.CommitAsync(cancel);
    }

    private static (RolledBack?, RollBackRefused?) Refuse(Problem problem) => (null, new RollBackRefused(problem, []));
}
