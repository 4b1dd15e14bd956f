using System.CommandLine;
using Yakuba.Office.Ordinances.ApplyAmendment;
using Yakuba.Office.Ordinances.CheckOrdinance;
using Yakuba.Office.Ordinances.CompareOrdinances;
using Yakuba.Office.Ordinances.ShowOrdinance;
using Yakuba.Office.Ordinances.WriteAmendment;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Ordinances;

/// <summary>The room of the legal section: ordinances, rules and acts as trees of provisions.</summary>
public static class OrdinancesRoom
{
    /// <summary><c>yakuba ordinance …</c>: files in, text or JSON out; no data directory is touched.</summary>
    public static IEnumerable<Command> Commands(CommandContext context) =>
    [
        new DatalessCommand("ordinance", "例規（条例、規則、要綱、法令）を条・項・号に分けて読み、確かめ、比べ、改める")
        {
            ShowCommand.Create(context),
            CheckCommand.Create(context),
            CompareCommand.Create(context),
            AmendCommand.Create(context),
            ApplyCommand.Create(context),
        },
    ];
}
