using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Towns;

/// <summary>The directory of many municipalities, owned by this process until it is disposed.</summary>
/// <remarks>
/// <code>
/// installation.json   which towns there are     installation.log   what was done with them
/// lock                the owner's lock          control.sock       commands to the owner
/// keys/               the log's signing key     record/            the log's last signed head
/// towns/CODE/         one town: an ordinary data directory
/// </code>
/// </remarks>
internal sealed class Installation : IAsyncDisposable
{
    private readonly FileStream _lock;
    private readonly TownOpener _opener;
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile Table _now;

    private Installation(string root, FileStream @lock, InstallationFile file, InstallationLog log, TownOpener opener)
    {
        (Root, _lock, Log, _opener) = (root, @lock, log, opener);
        _now = new Table(file, []);
        Show(file);
    }

    internal string Root { get; }

    internal InstallationLog Log { get; }

    internal TimeProvider Time => TimeProvider.System;

    /// <summary>True while requests may come: then a command works in the town that serves them.</summary>
    internal bool IsServing { get; set; }

    internal InstallationFile File => _now.File;

    /// <summary>The towns that people may reach.</summary>
    internal IEnumerable<Town> Served => _now.File.Towns.Where(t => t.State == TownState.Open).Select(t => _now.Towns[t.Code]);

    /// <summary>Takes the installation.</summary>
    /// <param name="root">The directory.</param>
    /// <param name="opener">Opens its towns; disposed with the installation.</param>
    /// <param name="make">True makes an empty installation where there is none.</param>
    internal static Result<Installation> Open(string root, TownOpener opener, bool make = false)
    {
        FileStream? held = null;
        try
        {
            if (System.IO.File.Exists(Path.Combine(root, "yakuba.json")))
            {
                return TownProblems.SingleTown.With(root);
            }

            if (!System.IO.File.Exists(InstallationFile.PathOf(root)))
            {
                if (!make)
                {
                    return TownProblems.NoInstallation.With(root);
                }

                DurableFile.MakePrivate(root);
            }

            held = new FileStream(Path.Combine(root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (!System.IO.File.Exists(InstallationFile.PathOf(root)))
            {
                InstallationFile.Empty.Write(root);
            }

            if (!InstallationFile.Read(root).TryGet(out var file, out var problem))
            {
                return problem;
            }

            foreach (var mark in file.Towns.Where(t => t.State == TownState.Open).Select(t => Path.Combine(root, "towns", t.Code + ".making")).Where(System.IO.File.Exists))
            {
                System.IO.File.Delete(mark); // all that a death after the last step leaves
            }

            if (!InstallationLog.Open(root).TryGet(out var log, out problem))
            {
                return problem;
            }

            var installation = new Installation(root, held, file, log, opener);
            held = null;
            return installation;
        }
        catch (Exception e) when (StorageProblems.From(e) is { } problem)
        {
            return problem.With(root);
        }
        catch (IOException) when (held is null)
        {
            return StorageProblems.InUse.With(root);
        }
        finally
        {
            held?.Dispose();
        }
    }

    /// <summary>Says so in the server's log: nobody waits for an answer.</summary>
    internal void Unsigned(Problem problem) => _opener.LogUnsigned(problem);

    internal string FolderOf(string code) => Path.Combine(Root, "towns", code);

    /// <summary>The town that a request means. Only the host and the first parts of the path are looked at.</summary>
    /// <returns>Null when none is meant; nobody learns why.</returns>
    internal FoundTown? Find(string host, PathString path)
    {
        var now = _now;
        var isByPath = !now.ByHost.TryGetValue(host, out var entry);
        if (isByPath && !(path.Value?.Split('/', 4) is ["", "t", { Length: 6 } code, ..] && now.ByPath.TryGetValue(code, out entry)))
        {
            return null;
        }

        return entry!.State switch
        {
            TownState.Open => new FoundTown(now.Towns[entry.Code], isByPath, null),
            TownState.Suspended => new FoundTown(now.Towns[entry.Code], isByPath, TownProblems.Suspended),
            _ => null,
        };
    }

    internal Town Live(string code) => _now.Towns[code];

    /// <summary>Changes the list of towns, on the disk first.</summary>
    internal void Keep(InstallationFile file)
    {
        file.Write(Root);
        Show(file);
    }

    /// <summary>Does one thing with the installation at a time.</summary>
    internal async Task<Result<T>> AloneAsync<T>(Func<Task<Result<T>>> act, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            return await act();
        }
        catch (Exception e) when (StorageProblems.From(e) is { } problem)
        {
            return problem.With(Root);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Works inside a town: in the one that serves, or on its directory while nobody is served.</summary>
    internal async Task<Result<T>> InTownAsync<T>(TownEntry entry, Func<IServiceProvider, Task<Result<T>>> act, CancellationToken cancel)
    {
        try
        {
            return await ActInTownAsync(entry, act, cancel);
        }
        catch (Exception e) when (StorageProblems.From(e) is { } problem)
        {
            return problem.With(FolderOf(entry.Code)); // a broken store is that town's matter
        }
    }

    private async Task<Result<T>> ActInTownAsync<T>(TownEntry entry, Func<IServiceProvider, Task<Result<T>>> act, CancellationToken cancel)
    {
        if (!IsServing || entry.State != TownState.Open)
        {
            return await QuietTown.UseAsync(FolderOf(entry.Code), act, cancel);
        }

        var town = Live(entry.Code);
        if (!(await town.EnterAsync()).TryGet(out var open, out var problem))
        {
            return problem;
        }

        try
        {
            return await act(open.Services);
        }
        finally
        {
            town.Leave();
        }
    }

    /// <summary>Closes every town and lets the directory go.</summary>
    public async ValueTask DisposeAsync()
    {
        await _one.WaitAsync(); // a command that works ends first
        try
        {
            await Task.WhenAll(_now.Towns.Values.Select(t => t.ShutAsync(TownProblems.Ending)));
            TownHeads.Collect(this);
        }
        finally
        {
            _opener.Dispose();
            Log.Dispose();
            await _lock.DisposeAsync();
        }
    }

    private void Show(InstallationFile file)
    {
        var before = _now.Towns;
        _now = new Table(file, file.Towns.ToDictionary(t => t.Code, t => before.GetValueOrDefault(t.Code) ?? new Town(t.Code, FolderOf(t.Code), _opener, Time)));
    }

    /// <summary>What is looked at with each request: made anew with each change, never changed.</summary>
    private sealed class Table(InstallationFile file, Dictionary<string, Town> towns)
    {
        internal InstallationFile File { get; } = file;

        internal Dictionary<string, Town> Towns { get; } = towns;

        internal Dictionary<string, TownEntry> ByHost { get; } = file.Towns.Where(t => t.Host.Length > 0).ToDictionary(t => t.Host, StringComparer.OrdinalIgnoreCase);

        internal Dictionary<string, TownEntry> ByPath { get; } = file.Towns.Where(t => t.Host.Length == 0).ToDictionary(t => t.Code);
    }
}
