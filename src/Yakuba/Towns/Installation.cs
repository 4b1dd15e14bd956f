using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Towns;

/// <summary>The directory of many municipalities, owned by this process until it is disposed.</summary>
/// <remarks>
/// <code>
/// installation.json   which towns there are     installation.log   what was done with them
/// lock                the owner's lock          control.sock       commands to the owner (of several nodes: see <see cref="Towns.Node"/>)
/// keys/               the log's signing key     record/            the log's last signed head
/// towns/CODE/         one town: an ordinary data directory
/// </code>
/// </remarks>
internal sealed class Installation : IAsyncDisposable
{
    private static readonly TimeSpan LongestLettingGo = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly MemoryStream Alone = new(); // nothing to let go

    private readonly IDisposable _lock;
    private readonly TownOpener _opener;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Lock _showing = new();
    private volatile TownTable _now;
    private (DateTime At, long Length) _seen;

    private Installation(string root, IDisposable @lock, InstallationFile file, InstallationLog log, TownOpener opener)
    {
        (Root, _lock, Log, _opener) = (root, @lock, log, opener);
        _now = new TownTable(file, []);
        _seen = SeenNow();
        Show(file);
    }

    internal string Root { get; }

    internal InstallationLog Log { get; private set; }

    /// <summary>This process among those that serve the installation; null when it serves alone.</summary>
    internal Node? Node => _lock as Node;

    internal TimeProvider Time => TimeProvider.System;

    /// <summary>True while requests may come: then a command works in the town that serves them.</summary>
    internal bool IsServing { get; set; }

    internal InstallationFile File => _now.File;

    /// <summary>The towns that people may reach.</summary>
    internal IEnumerable<Town> Served
    {
        get
        {
            var now = _now; // one and the same throughout: a town may be deleted meanwhile
            return now.File.Towns.Where(t => t.State == TownState.Open).Select(t => now.Towns[t.Code]);
        }
    }

    /// <summary>Takes the installation.</summary>
    /// <param name="root">The directory.</param>
    /// <param name="opener">Opens its towns; disposed with the installation.</param>
    /// <param name="make">True makes an empty installation where there is none.</param>
    /// <param name="node">Its name, for one of several processes that serve the installation; empty to have it alone.</param>
    internal static Result<Installation> Open(string root, TownOpener opener, bool make = false, string node = "")
    {
        IDisposable? held = null;
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

            if (!Towns.Node.Hold(root, node).TryGet(out held, out var problem))
            {
                return problem;
            }

            using var acts = node.Length == 0 ? null : Towns.Node.ActAloneAsync(root, CancellationToken.None).GetAwaiter().GetResult();
            if (node.Length > 0 && acts is null)
            {
                return TownProblems.OtherAct;
            }

            if (!System.IO.File.Exists(InstallationFile.PathOf(root)))
            {
                InstallationFile.Empty.Write(root);
            }

            if (!InstallationFile.Read(root).TryGet(out var file, out problem))
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

    /// <summary>The node that found the town here and sent the request on.</summary>
    /// <returns>Empty when the request came here first, or there is no such node.</returns>
    internal string SentOnBy(IHeaderDictionary headers) =>
        Node is not null && headers[Towns.Node.FromHeader].ToString() is { Length: > 0 } from && Node.IsAlive(from) ? from : "";

    internal Town Live(string code) => _now.Towns[code];

    /// <summary>Changes the list of towns, on the disk first.</summary>
    internal void Keep(InstallationFile file)
    {
        lock (_showing)
        {
            file.Write(Root);
            _seen = SeenNow();
            Show(file);
        }
    }

    /// <summary>Among several nodes: takes over what another has changed in the list of towns.</summary>
    /// <param name="always">Reads it even if it looks as it did: two writes of one length within a tick of the clock look alike.</param>
    /// <returns>Why the list cannot be read: nobody may write it then.</returns>
    internal Problem? Refresh(bool always = false)
    {
        var (before, after) = (_now, _now);
        lock (_showing)
        {
            var seen = Node is null ? _seen : SeenNow(); // before the file is read: a change that comes meanwhile is seen next time
            if (Node is null || (seen == _seen && !always))
            {
                return null;
            }

            if (!InstallationFile.Read(Root).TryGet(out var file, out var problem))
            {
                return problem;
            }

            before = _now;
            _seen = seen;
            Show(file);
            after = _now;
        }

        foreach (var (code, town) in before.Towns)
        {
            var (was, stands) = (before.File.Find(code)!.State, after.File.Find(code)?.State);
            if (was == TownState.Open && stands != TownState.Open)
            {
                _ = town.ShutAsync(TownProblems.Suspended);
            }
            else if (was != TownState.Open && stands == TownState.Open)
            {
                town.Reopen();
            }
        }

        return null;
    }

    /// <summary>Does one thing with the installation at a time, whichever node does it.</summary>
    internal async Task<Result<T>> AloneAsync<T>(Func<Task<Result<T>>> act, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            var (acts, why) = await BesideNobodyAsync(cancel);
            using (acts)
            {
                return why is not null ? why : await act();
            }
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
            return await QuietAsync(FolderOf(entry.Code), act, cancel);
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

    // Another node may still have what it is to let go.
    private async Task<Result<T>> QuietAsync<T>(string folder, Func<IServiceProvider, Task<Result<T>>> act, CancellationToken cancel)
    {
        for (var since = Time.GetTimestamp(); ; await Task.Delay(Pause, cancel))
        {
            var done = await QuietTown.UseAsync(folder, act, cancel);
            if (Node is null || done.Problem?.Name != StorageProblems.InUse.Name)
            {
                return done;
            }

            if (Time.GetElapsedTime(since) > LongestLettingGo)
            {
                return TownProblems.AtOtherNode.With(DataDirectory.OwnerOf(folder));
            }
        }
    }

    /// <summary>Among several nodes: takes nothing any more, and lets each town go as soon as nobody is in it, not when the last request of all has ended.</summary>
    internal void BeginLeaving()
    {
        Node?.Leave();
        foreach (var town in Node is null ? [] : _now.Towns.Values.ToList())
        {
            _ = town.ShutAsync(TownProblems.Ending); // awaited by DisposeAsync
        }
    }

    /// <summary>Closes every town and lets the directory go.</summary>
    public async ValueTask DisposeAsync()
    {
        Node?.Leave();
        await _one.WaitAsync(); // a command that works ends first
        try
        {
            await Task.WhenAll(_now.Towns.Values.Select(t => t.ShutAsync(TownProblems.Ending)));
            using var patience = new CancellationTokenSource(LongestLettingGo);
            var (acts, _) = await BesideNobodyAsync(patience.Token);
            using (acts)
            {
                if (acts is not null)
                {
                    TownHeads.Collect(this);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Another node works on the log: it, or the next, enters the heads.
        }
        finally
        {
            _opener.Dispose();
            Log.Dispose();
            _lock.Dispose();
        }
    }

    /// <summary>Waits for other nodes' work on the list of towns and the log, and takes over what they did.</summary>
    /// <returns>To be disposed after the work; or why there can be none, as where what others wrote cannot be read: it would be written over.</returns>
    private async Task<(IDisposable? Acts, Problem? Why)> BesideNobodyAsync(CancellationToken cancel)
    {
        if (Node is null)
        {
            return (Alone, null);
        }

        if (await Towns.Node.ActAloneAsync(Root, cancel) is not { } acts)
        {
            return (null, TownProblems.OtherAct);
        }

        var isReady = false;
        try
        {
            var why = Refresh(always: true) ?? CatchUp();
            isReady = why is null;
            return (isReady ? acts : null, why);
        }
        finally
        {
            if (!isReady)
            {
                acts.Dispose();
            }
        }
    }

    private Problem? CatchUp()
    {
        if (!Log.IsBehind)
        {
            return null;
        }

        if (!InstallationLog.Open(Root).TryGet(out var log, out var problem))
        {
            return problem;
        }

        Log.Dispose();
        Log = log;
        return null;
    }

    private void Show(InstallationFile file)
    {
        var before = _now.Towns;
        _now = new TownTable(file, file.Towns.ToDictionary(t => t.Code, t => before.GetValueOrDefault(t.Code) ?? new Town(t.Code, FolderOf(t.Code), _opener, Time, Node)));
    }

    // Opened, not only looked at: file systems that several machines share ask their server when a file is opened.
    private (DateTime At, long Length) SeenNow()
    {
        using var file = System.IO.File.OpenHandle(InstallationFile.PathOf(Root));
        return (System.IO.File.GetLastWriteTimeUtc(file), RandomAccess.GetLength(file));
    }
}
