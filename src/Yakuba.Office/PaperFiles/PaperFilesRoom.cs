using System.CommandLine;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.PaperFiles;

/// <summary>The room that makes files of official documents from their data.</summary>
public static class PaperFilesRoom
{
    /// <summary><c>yakuba paper …</c>.</summary>
    public static IEnumerable<Command> Commands(CommandContext context) => [WritePaperCommand.Create(context)];
}
