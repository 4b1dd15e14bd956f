using System.CommandLine;
using Yakuba.Office.Ordinances.CheckOrdinance;
using Yakuba.Office.Ordinances.ShowOrdinance;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Ordinances;

/// <summary>The room of the legal section: ordinances, rules and acts as trees of provisions.</summary>
public static class OrdinancesRoom
{
    /// <summary><c>yakuba ordinance …</c>: files in, text or JSON out; no data directory is touched.</summary>
    public static IEnumerable<Command> Commands(CommandContext context) =>
    [
        new DatalessCommand("ordinance", "例規（条例、規則、要綱、法令）を条・項・号に分けて読み、確かめる")
        {
            ShowCommand.Create(context),
            CheckCommand.Create(context),
        },
    ];
}
