using System.Text.Json.Nodes;
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
    private readonly TownList _list;
    private readonly SemaphoreSlim _one = new(1, 1);

    private Installation(string root, IDisposable @lock, TownList list, InstallationLog log, TownOpener opener) => (Root, _lock, _list, Log, _opener) = (root, @lock, list, log, opener);

    internal string Root { get; }

    /// <summary>As it was when this process worked with it last; written within <see cref="WithLogAsync"/> only.</summary>
    internal InstallationLog Log { get; private set; }

    /// <summary>This process among those that serve the installation; null when it serves alone.</summary>
    internal Node? Node => _lock as Node;

    internal TimeProvider Time => TimeProvider.System;

    /// <summary>True while requests may come: then a command works in the town that serves them.</summary>
    internal bool IsServing { get; set; }

    internal InstallationFile File => _list.File;

    /// <inheritdoc cref="TownList.Served"/>
    internal IEnumerable<Town> Served => _list.Served;

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

            using var alone = node.Length == 0 ? null : Towns.Node.LockAsync(root, Towns.Node.LogLock, CancellationToken.None).GetAwaiter().GetResult();
            if (node.Length > 0 && alone is null)
            {
                return TownProblems.OtherAct;
            }

            if (!System.IO.File.Exists(InstallationFile.PathOf(root)))
            {
                InstallationFile.Empty.Write(root);
            }

            var self = held as Node;
            if (!TownList.Open(root, self is not null, code => new Town(code, FolderOf(root, code), opener, TimeProvider.System, self)).TryGet(out var list, out problem))
            {
                return problem;
            }

            foreach (var mark in list.File.Towns.Where(t => t.State == TownState.Open).Select(t => FolderOf(root, t.Code) + ".making").Where(System.IO.File.Exists))
            {
                System.IO.File.Delete(mark); // all that a death after the last step leaves
            }

            if (!InstallationLog.Open(root).TryGet(out var log, out problem))
            {
                return problem;
            }

            var installation = new Installation(root, held, list, log, opener);
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

    internal string FolderOf(string code) => FolderOf(Root, code);

    /// <inheritdoc cref="TownList.Find"/>
    internal FoundTown? Find(string host, PathString path) => _list.Find(host, path);

    /// <summary>Where a request was before it came here.</summary>
    internal Journey JourneyOf(IHeaderDictionary headers) => Node is null ? Journey.Begun : Journey.Parse(headers[Towns.Node.FromHeader].ToString(), Node);

    internal Town Live(string code) => _list.Live(code);

    /// <inheritdoc cref="TownList.Keep"/>
    internal void Keep(InstallationFile file) => _list.Keep(file);

    /// <inheritdoc cref="TownList.Refresh"/>
    internal Problem? Refresh() => _list.Refresh();

    /// <summary>Does one thing with the installation at a time, whichever node does it.</summary>
    internal async Task<Result<T>> AloneAsync<T>(Func<Task<Result<T>>> act, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            using var acts = await LockAsync(Towns.Node.ActsLock, cancel);
            return acts is null ? TownProblems.OtherAct
                : _list.Refresh(always: true) is { } unread ? unread // what cannot be read would be written over
                : await act();
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

    /// <summary>Works with the log while no other node does, knowing what the others wrote. Never for long: nodes that start or end wait for it.</summary>
    internal async Task<Result<T>> WithLogAsync<T>(Func<InstallationLog, Result<T>> work, CancellationToken cancel)
    {
        try
        {
            using var alone = await LockAsync(Towns.Node.LogLock, cancel);
            return alone is null ? TownProblems.OtherAct : CatchUp() is { } damaged ? damaged : work(Log);
        }
        catch (Exception e) when (StorageProblems.From(e) is { } problem)
        {
            return problem.With(Root);
        }
    }

    /// <summary>Enters an act of the operator in the log.</summary>
    /// <returns>Why it could not be entered; null when it is.</returns>
    internal async Task<Problem?> NoteAsync(string act, string town, JsonObject? facts = null) => (await WithLogAsync<Done>(
        log =>
        {
            log.Append(Time, act, town, facts);
            return Done.Instance;
        },
        CancellationToken.None)).Problem;

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
        foreach (var town in Node is null ? [] : _list.All)
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
            await Task.WhenAll(_list.All.Select(t => t.ShutAsync(TownProblems.Ending)));
            using var patience = new CancellationTokenSource(LongestLettingGo);
            await TownHeads.CollectAsync(this, patience.Token);
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

    private static string FolderOf(string root, string code) => Path.Combine(root, "towns", code);

    // One that serves alone shares no lock with anybody.
    private async Task<IDisposable?> LockAsync(string name, CancellationToken cancel) => Node is null ? Alone : await Towns.Node.LockAsync(Root, name, cancel);

    private Problem? CatchUp()
    {
        if (Node is null || !Log.IsBehind)
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
}
