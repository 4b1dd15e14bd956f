using Yakuba.Documents;
using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Handover;
using Yakuba.Text;

namespace Yakuba.Towns;

/// <summary>Opens towns. What they have in common is the program: its dictionary, its console, and the turns at which files are read.</summary>
/// <param name="logs">Where their log lines go, each under the town's code.</param>
/// <param name="change">Lets tests replace services of every town; null in the product.</param>
internal sealed class TownOpener(ILoggerFactory logs, Action<IServiceCollection>? change = null) : IDisposable
{
    private static readonly TimeSpan LongestWaitForOwner = TimeSpan.FromSeconds(20); // longer than shutting a town takes
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // Two openings at a time: a hundred towns asked for in one second must not stop those that are open.
    private readonly SemaphoreSlim _openings = new(2);
    private readonly SemaphoreSlim _reading = new(DocumentWorkers.MostAtOnce);
    private readonly Lazy<Lexicon> _lexicon = new(Lexicon.OpenInstalled);

    /// <summary>How long those who are inside have to end when a town is shut.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a town that could not be opened is left alone.</summary>
    internal TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Opens one. Among several nodes, one that has just ended or an operator's command may still have the directory: soon it is free, or the node's that was quicker.</summary>
    /// <param name="code">Names it in the log.</param>
    /// <param name="folder">Its data directory.</param>
    /// <param name="atWork">Wraps each command that the town runs for a caller, so that it is not closed meanwhile.</param>
    /// <param name="node">This process, where several serve the installation.</param>
    internal async Task<Result<OpenTown>> OpenAsync(string code, string folder, AtWork atWork, Node? node)
    {
        try
        {
            for (var since = TimeProvider.System.GetTimestamp(); ; await Task.Delay(Pause))
            {
                if (node?.OtherThatHas(folder) is { } other)
                {
                    return TownProblems.AtOtherNode.With(other);
                }

                var opened = await TryAsync(code, folder, atWork, node?.Name ?? "");
                if (node is null || opened.Problem?.Name != StorageProblems.InUse.Name || TimeProvider.System.GetElapsedTime(since) > LongestWaitForOwner)
                {
                    return opened;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) // the shared storage, not the town: tried again like any failed opening
        {
            return StorageProblems.From(e) ?? TownProblems.NotOpened;
        }
    }

    private async Task<Result<OpenTown>> TryAsync(string code, string folder, AtWork atWork, string node)
    {
        await _openings.WaitAsync();
        try
        {
            var opened = await OpenNowAsync(code, folder, atWork, node);
            if (opened.Problem is { } problem && (node.Length == 0 || problem.Name != StorageProblems.InUse.Name)) // among several nodes somebody may be about to let it go
            {
                LogOf(code).LogError("The town was not opened: {Problem}", problem.Name);
            }

            return opened;
        }
        catch (Exception e) // The edge of a town: whatever is wrong with it stays with it.
        {
            LogOf(code).LogError(e, "The town was not opened.");
            return StorageProblems.From(e) ?? TownProblems.NotOpened;
        }
        finally
        {
            _openings.Release();
        }
    }

    /// <summary>Closes one.</summary>
    internal async Task CloseAsync(string code, OpenTown town)
    {
        try
        {
            await town.DisposeAsync();
        }
        catch (Exception e) // Likewise: what could not be put away in order is put in order at the next opening.
        {
            LogOf(code).LogError(e, "The town was not closed in order.");
        }
    }

    /// <summary>Says that a town ended by itself.</summary>
    internal void LogEnded(string code) => LogOf(code).LogError("A service of the town failed and ended it. It is closed, and opened anew for whoever comes next.");

    /// <summary>Says that the heads of the towns were not signed.</summary>
    internal void LogUnsigned(Problem problem) => logs.CreateLogger(typeof(TownOpener).FullName!).LogError("The installation's log was not signed: {Problem}", problem.Name);

    // The category begins with our own name: only then does the log show the values that its templates name.
    private ILogger LogOf(string code) => logs.CreateLogger($"{typeof(TownOpener).FullName} {code}");

    public void Dispose()
    {
        _openings.Dispose();
        if (_lexicon.IsValueCreated)
        {
            _lexicon.Value.Dispose();
        }
    }

    private async Task<Result<OpenTown>> OpenNowAsync(string code, string folder, AtWork atWork, string node)
    {
        // A folder that is gone must not come back as an empty town.
        if (!File.Exists(Path.Combine(folder, "yakuba.json")))
        {
            return StorageProblems.NotOurs.With(folder);
        }

        if (!(await DataDirectory.OpenAsync(folder, null, TimeProvider.System, node: node)).TryGet(out var directory, out var problem))
        {
            return problem;
        }

        WebApplication? app = null;
        try
        {
            var server = new TownServer();
            app = Server.BuildBehind(directory, server, services =>
            {
                services.AddSingleton(_lexicon.Value);
                services.AddSingleton(_ => new DocumentWorkers(_reading));
                services.AddSingleton<ILoggerProvider>(new TownLog(logs, code));
                services.AddSingleton<RunHandedOver>(town => (request, results, remarks, cancel) =>
                    atWork(stop => CommandTree.RunHandedOverAsync(town, request, results, remarks, stop), cancel));
                change?.Invoke(services);
            });
            if (await Server.PrepareAsync(app.Services, directory, CancellationToken.None) is { } unsound)
            {
                return unsound;
            }

            await app.StartAsync();
            var open = new OpenTown(directory, app, server);
            (directory, app) = (null, null);
            return open;
        }
        finally
        {
            if (app is not null)
            {
                await app.DisposeAsync();
            }

            if (directory is not null)
            {
                await directory.DisposeAsync();
            }
        }
    }
}

/// <summary>Runs a command inside a town so that the town is not closed meanwhile; the token it is given ends it when the town is shut.</summary>
internal delegate Task<int> AtWork(Func<CancellationToken, Task<int>> command, CancellationToken cancel);

/// <summary>Log lines of one town on the front's console, named by the town's code.</summary>
file sealed class TownLog(ILoggerFactory front, string code) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => front.CreateLogger($"{categoryName} {code}");

    public void Dispose()
    {
    }
}
