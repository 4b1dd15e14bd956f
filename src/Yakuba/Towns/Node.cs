using System.Text.RegularExpressions;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Towns;

/// <summary>This process as one of several that serve an installation on shared storage. Each town is open in at most one of them: the one that holds the lock of its directory.</summary>
/// <remarks>
/// <code>
/// lock              held shared by each node, alone by a process that serves without others
/// acts.lock         held throughout an act of the operator, as adding a town: one at a time, whichever node does it
/// log.lock          held for the moment in which one node reads or writes the log; nodes start and end while an act lasts
/// nodes/NAME/       lock, held while the node serves; machine, where it runs; control.sock, commands to it
/// towns/CODE/owner  the node that opened the town last
/// </code>
/// </remarks>
internal sealed partial class Node : IDisposable
{
    /// <summary>On a refusal with status 421: the node that serves the town.</summary>
    internal const string AtHeader = "Yakuba-Node";

    /// <summary>On such a refusal, and on the request when it is sent on: the node to which the request was sent first (see <see cref="Journey"/>).</summary>
    internal const string FromHeader = "Yakuba-From";

    internal const string ActsLock = "acts.lock";

    internal const string LogLock = "log.lock";

    private static readonly TimeSpan LongestProbe = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestAct = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string _root;
    private readonly FileStream _member;
    private readonly FileStream _lock;

    private Node(string root, string name, FileStream member, FileStream @lock) => (_root, Name, _member, _lock) = (root, name, member, @lock);

    /// <summary>By which nginx knows it.</summary>
    internal string Name { get; }

    /// <summary>Where it takes commands.</summary>
    internal string Folder => FolderOf(_root, Name);

    /// <summary>Takes an installation: alone, or beside other nodes when this one has a name.</summary>
    internal static Result<IDisposable> Hold(string root, string node)
    {
        if (node.Length > 0)
        {
            return Join(root, node).Match<Result<IDisposable>>(joined => joined, problem => problem);
        }

        try
        {
            return new FileStream(Path.Combine(root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (StorageProblems.From(e) is null)
        {
            return StorageProblems.InUse.With(root);
        }
    }

    /// <summary>Joins those who serve the installation.</summary>
    internal static Result<Node> Join(string root, string name)
    {
        if (!IsName(name))
        {
            return TownProblems.NodeNameWrong.With(name);
        }

        DurableFile.MakePrivate(FolderOf(root, name));
        if (Take(Path.Combine(root, "lock"), FileAccess.Read, FileShare.ReadWrite) is not { } member)
        {
            return StorageProblems.InUse.With(root);
        }

        if (Take(Path.Combine(FolderOf(root, name), "lock"), FileAccess.ReadWrite, FileShare.None) is not { } own)
        {
            member.Dispose();
            return TownProblems.NodeTwice.With(name);
        }

        File.WriteAllText(Path.Combine(FolderOf(root, name), "machine"), Environment.MachineName);
        return new Node(root, name, member, own);
    }

    /// <summary>The node that has the directory and serves; null when that is this one, or none does at this moment.</summary>
    internal string? OtherThatHas(string folder) =>
        DataDirectory.OwnerOf(folder) is { Length: > 0 } owner && owner != Name && IsHeld(Path.Combine(folder, "lock")) && IsAlive(owner) ? owner : null;

    /// <summary>Whether somebody who is no node, as an operator's command, has the directory since this one let it go: others still take it to be here.</summary>
    internal bool IsAtCommand(string folder)
    {
        try
        {
            return DataDirectory.OwnerOf(folder) == Name && IsHeld(Path.Combine(folder, "lock"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // the shared storage cannot tell now
        }
    }

    /// <summary>Whether the node that opened the directory last is gone, with what it had promised.</summary>
    internal bool IsOrphan(string folder)
    {
        try
        {
            return DataDirectory.OwnerOf(folder) is { Length: > 0 } owner && owner != Name && !IsAlive(owner);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    internal bool IsAlive(string name) => IsName(name) && IsHeld(Path.Combine(FolderOf(_root, name), "lock"));

    /// <summary>Waits until no other node holds a lock of the installation.</summary>
    /// <returns>To be disposed after the work; null when the other's does not end.</returns>
    internal static async Task<IDisposable?> LockAsync(string root, string name, CancellationToken cancel)
    {
        for (var since = Environment.TickCount64; ; await Task.Delay(Pause, cancel))
        {
            if (TryTake(Path.Combine(root, name), FileAccess.ReadWrite, FileShare.None) is { } held)
            {
                return held;
            }

            if (Environment.TickCount64 - since > LongestAct.TotalMilliseconds)
            {
                return null;
            }
        }
    }

    /// <summary>Where a command on a shared installation is handed: a node on this machine, the one that has the town before others.</summary>
    /// <returns>Null when none serves here.</returns>
    internal static string? OnThisMachine(string root, string town)
    {
        var nodes = Path.Combine(root, "nodes");
        var first = town.Length > 0 ? DataDirectory.OwnerOf(Path.Combine(root, "towns", town)) : "";
        return !Directory.Exists(nodes) ? null : Directory.EnumerateDirectories(nodes)
            .Where(n => File.Exists(Path.Combine(n, "machine")) && File.ReadAllText(Path.Combine(n, "machine")) == Environment.MachineName && IsHeld(Path.Combine(n, "lock")))
            .OrderBy(n => Path.GetFileName(n) != first).ThenBy(n => n, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary>Tells the others that this node takes nothing any more: they wait for its towns instead of sending people here.</summary>
    internal void Leave() => _lock.Dispose();

    public void Dispose()
    {
        Leave();
        _member.Dispose();
    }

    private static string FolderOf(string root, string name) => Path.Combine(root, "nodes", name);

    private static bool IsName(string name) => NameForm().IsMatch(name);

    // Looked at by a shared lock, so that two who look do not see each other.
    private static bool IsHeld(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var probe = TryTake(path, FileAccess.Read, FileShare.ReadWrite);
        return probe is null;
    }

    // Somebody may look at the very moment: one who joins tries again.
    private static FileStream? Take(string path, FileAccess access, FileShare share)
    {
        for (var since = Environment.TickCount64; ; Thread.Sleep(Pause))
        {
            var held = TryTake(path, access, share);
            if (held is not null || Environment.TickCount64 - since > LongestProbe.TotalMilliseconds)
            {
                return held;
            }
        }
    }

    private static FileStream? TryTake(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, access, share);
        }
        catch (IOException e) when (StorageProblems.From(e) is null)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9-]{0,28}[a-z0-9])?\z")]
    private static partial Regex NameForm();
}
