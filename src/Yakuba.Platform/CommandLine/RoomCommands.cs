using System.CommandLine;

namespace Yakuba.Platform.CommandLine;

/// <summary>The commands of one room. The host asks each room for its commands and hangs them on one tree.</summary>
/// <param name="Create">Makes the commands over a context whose services are opened before any of them runs.</param>
public sealed record RoomCommands(Func<CommandContext, IEnumerable<Command>> Create);
