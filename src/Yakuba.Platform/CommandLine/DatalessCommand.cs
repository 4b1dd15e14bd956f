using System.CommandLine;

namespace Yakuba.Platform.CommandLine;

/// <summary>A command that needs no opened data directory, or opens it itself; it is never handed to a running server.</summary>
/// <param name="name">The word typed.</param>
/// <param name="description">What it does, in Japanese.</param>
public class DatalessCommand(string name, string description) : Command(name, description);
