using System.Text;
using System.Text.Json.Nodes;
using Yakuba.Ledger;
using Yakuba.Platform;
using Yakuba.Platform.Audit.VerifyRecord;
using Yakuba.Platform.Data;

namespace Yakuba.Towns;

/// <summary>The log of logs: the signed heads of all towns' records in the installation's log, so that one line on paper covers all of them.</summary>
/// <remarks>The heads are read from the files in which each town keeps its own beside its store; no town is opened for it.</remarks>
internal static class TownHeads
{
    internal const string Act = "town-checkpoint";

    /// <summary>Enters each head that is new since the last time, and signs the log.</summary>
    /// <returns>The signed head of the log.</returns>
    internal static Task<Result<string>> CollectAsync(Installation installation, CancellationToken cancel) => installation.WithLogAsync<string>(
        log =>
        {
            var known = log.Heads();
            foreach (var town in installation.File.Towns.Where(t => t.State is TownState.Open or TownState.Suspended)) // one that is being made or removed has no record that anybody could keep
            {
                Note(installation, log, town.Code, known.GetValueOrDefault(town.Code));
            }

            try
            {
                return log.Sign();
            }
            catch (Exception e) when (e is LogRolledBackException or InvalidDataException)
            {
                return TownProblems.LogDamaged.With(InstallationLog.PathOf(installation.Root)); // somebody changed the file under our hands
            }
        },
        cancel);

    /// <summary>Proves for each town that its record holds every head that was entered, and that its newest head is one of them or extends them.</summary>
    /// <returns>What is wrong with each town for which something is.</returns>
    internal static async Task<Result<List<TownFault>>> VerifyAsync(Installation installation, CancellationToken cancel)
    {
        var log = InstallationLog.PathOf(installation.Root);
        Dictionary<string, List<long>> entered;
        try
        {
            entered = Entered(log);
        }
        catch (InvalidDataException)
        {
            return TownProblems.LogDamaged.With(log);
        }

        var faults = new List<TownFault>();
        foreach (var town in installation.File.Towns.Where(t => t.State is TownState.Open or TownState.Suspended))
        {
            var notes = entered.GetValueOrDefault(town.Code, []).Select(at => Encoding.UTF8.GetBytes(LogLine.Of(LineTree.Read(log, at).First().Line).Note));
            var result = await installation.InTownAsync<string>(town, async services => await new PastHeads(services.GetRequiredService<Database>()).FaultAsync(notes, cancel), cancel);
            if (result.Match(fault => fault, problem => problem.ToString()) is { Length: > 0 } wrong)
            {
                faults.Add(new TownFault(town.Code, town.Name, wrong, result.Problem?.Name == TownProblems.AtOtherNode.Name));
            }
        }

        return faults;
    }

    /// <summary>Where in the log each town's heads stand, oldest first. The heads themselves would not fit the memory after some years.</summary>
    private static Dictionary<string, List<long>> Entered(string log)
    {
        var places = new Dictionary<string, List<long>>();
        foreach (var (at, bytes) in LineTree.Read(log))
        {
            var line = LogLine.Of(bytes);
            if (line.Note.Length > 0)
            {
                places.TryAdd(line.Town, []);
                places[line.Town].Add(at);
            }
            else if (line.BeginsRecord)
            {
                places.Remove(line.Town); // what was entered of the record before stays in the log and is nobody's now
            }
        }

        return places;
    }

    private static void Note(Installation installation, InstallationLog log, string code, string? known)
    {
        var file = Path.Combine(installation.FolderOf(code), "record", "checkpoint");
        if (File.Exists(file) && File.ReadAllText(file) is { Length: > 0 } head && head != known)
        {
            log.Append(installation.Time, Act, code, new JsonObject { ["note"] = head });
        }
    }
}

/// <summary>A town whose record is not what was signed of it.</summary>
/// <param name="Code">Which.</param>
/// <param name="Name">Its name.</param>
/// <param name="Fault">What is wrong, in Japanese.</param>
/// <param name="IsElsewhere">Nothing is known to be wrong: another node has the town open, and it was not looked at here.</param>
internal sealed record TownFault(string Code, string Name, string Fault, bool IsElsewhere);
