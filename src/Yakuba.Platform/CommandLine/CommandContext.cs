namespace Yakuba.Platform.CommandLine;

/// <summary>What a command works with. The same command runs in its own process, or inside a running server that owns the data directory.</summary>
/// <param name="dataPath">The data directory named by <c>--data</c>.</param>
/// <param name="workingDirectory">Where the caller stands: relative paths mean this, also when a server runs the command.</param>
/// <param name="input">What the caller gives on standard input.</param>
/// <param name="output">Where the words go.</param>
public sealed class CommandContext(string dataPath, string workingDirectory, TextReader input, CommandOutput output)
{
    private IServiceProvider? _services;

    /// <summary>The data directory.</summary>
    public string DataPath { get; } = dataPath;

    /// <summary>What the caller gives on standard input; empty when it is a terminal of a handed-over command.</summary>
    public TextReader Input { get; } = input;

    /// <summary>Where the words go.</summary>
    public CommandOutput Output { get; } = output;

    /// <summary>The municipality's services.</summary>
    /// <exception cref="InvalidOperationException">The data directory has not been opened.</exception>
    public IServiceProvider Services => _services ?? throw new InvalidOperationException("The data directory is not open yet.");

    /// <summary>The operator at the machine, with a new request id.</summary>
    public Actor Actor { get; } = Actor.Console(Actor.NewRequestId());

    /// <summary>Gives the command its services, once.</summary>
    public void Open(IServiceProvider services) => _services = services;

    /// <summary>A path as the caller meant it.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, workingDirectory);
}
