using System.CommandLine;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Privacy.FindPersonalData;

namespace Yakuba.Platform.Privacy;

/// <summary>The room of personal data: finding it and masking it.</summary>
public static class PrivacyRoom
{
    /// <summary><c>yakuba pii</c>.</summary>
    public static IEnumerable<Command> Commands(CommandContext context) => [FindCommand.Create(context)];
}
