using System.Text;
using System.Text.Json.Nodes;
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
    internal static string Collect(Installation installation)
    {
        var known = Logged(installation.Root).ToDictionary(t => t.Key, t => t.Value[^1]);
        foreach (var town in installation.File.Towns)
        {
            Note(installation, town.Code, known.GetValueOrDefault(town.Code));
        }

        return installation.Log.Sign();
    }

    /// <summary>Proves for each town that its record holds every head that was entered, and that its newest head is one of them or extends them.</summary>
    /// <returns>What is wrong with each town for which something is.</returns>
    internal static async Task<List<TownFault>> VerifyAsync(Installation installation, CancellationToken cancel)
    {
        var logged = Logged(installation.Root);
        var faults = new List<TownFault>();
        foreach (var town in installation.File.Towns.Where(t => t.State is TownState.Open or TownState.Suspended))
        {
            var notes = logged.GetValueOrDefault(town.Code, []).Select(Encoding.UTF8.GetBytes);
            var result = await installation.InTownAsync<string>(town, async services => await new PastHeads(services.GetRequiredService<Database>()).FaultAsync(notes, cancel), cancel);
            if (result.Match(fault => fault, problem => problem.ToString()) is { Length: > 0 } wrong)
            {
                faults.Add(new TownFault(town.Code, town.Name, wrong));
            }
        }

        return faults;
    }

    /// <summary>Every head that was entered, by town, oldest first.</summary>
    internal static Dictionary<string, List<string>> Logged(string root)
    {
        var heads = new Dictionary<string, List<string>>();
        foreach (var line in InstallationLog.Lines(root).Select(l => JsonNode.Parse(l)!))
        {
            var town = (string)line["town"]!;
            if ((string)line["act"]! == Act)
            {
                heads.TryAdd(town, []);
                heads[town].Add((string)line["facts"]!["note"]!);
            }
            else if ((string)line["act"]! is TownActions.Added or TownActions.TakenIn)
            {
                heads.Remove(town); // another record begins: what was entered of the one before stays in the log and is nobody's now
            }
        }

        return heads;
    }

    private static void Note(Installation installation, string code, string? known)
    {
        var file = Path.Combine(installation.FolderOf(code), "record", "checkpoint");
        if (File.Exists(file) && File.ReadAllText(file) is { Length: > 0 } head && head != known)
        {
            installation.Log.Append(installation.Time, Act, code, new JsonObject { ["note"] = head });
        }
    }
}

/// <summary>A town whose record is not what was signed of it.</summary>
/// <param name="Code">Which.</param>
/// <param name="Name">Its name.</param>
/// <param name="Fault">What is wrong, in Japanese.</param>
internal sealed record TownFault(string Code, string Name, string Fault);
