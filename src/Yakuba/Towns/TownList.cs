using Yakuba.Platform;

namespace Yakuba.Towns;

/// <summary>The list of towns as this process knows it. Among several nodes it takes over what others change: a town that was suspended is shut, one that was resumed is open to people again.</summary>
internal sealed class TownList
{
    private readonly string _root;
    private readonly bool _isShared;
    private readonly Func<string, Town> _make;
    private readonly Lock _showing = new();
    private volatile TownTable _now;
    private (DateTime At, long Length) _seen;

    private TownList(string root, bool isShared, Func<string, Town> make, InstallationFile file, (DateTime At, long Length) seen)
    {
        (_root, _isShared, _make, _seen) = (root, isShared, make, seen);
        _now = new TownTable(file, []);
        Show(file);
    }

    internal InstallationFile File => _now.File;

    /// <summary>All towns, in whatever state.</summary>
    internal IReadOnlyCollection<Town> All => _now.Towns.Values;

    /// <summary>The towns that people may reach.</summary>
    internal IEnumerable<Town> Served
    {
        get
        {
            var now = _now; // one and the same throughout: a town may be deleted meanwhile
            return now.File.Towns.Where(t => t.State == TownState.Open).Select(t => now.Towns[t.Code]);
        }
    }

    /// <summary>Reads the list.</summary>
    /// <param name="root">The installation.</param>
    /// <param name="isShared">Whether others may change it.</param>
    /// <param name="make">Makes the town of a code.</param>
    internal static Result<TownList> Open(string root, bool isShared, Func<string, Town> make)
    {
        var seen = SeenNow(root); // before the file is read: a change that comes meanwhile is seen at the next look
        return InstallationFile.Read(root).Match<Result<TownList>>(file => new TownList(root, isShared, make, file, seen), problem => problem);
    }

    internal Town Live(string code) => _now.Towns[code];

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

    /// <summary>Changes the list, on the disk first.</summary>
    internal void Keep(InstallationFile file)
    {
        lock (_showing)
        {
            file.Write(_root);
            _seen = SeenNow(_root);
            Show(file);
        }
    }

    /// <summary>Takes over what another node has changed.</summary>
    /// <param name="always">Reads it even if it looks as it did: two writes of one length within a tick of the clock look alike.</param>
    /// <returns>Why the list cannot be read: nobody may write it then.</returns>
    internal Problem? Refresh(bool always = false)
    {
        if (!_isShared)
        {
            return null;
        }

        TownTable before;
        TownTable after;
        lock (_showing)
        {
            var seen = SeenNow(_root); // before the file is read, as at the opening
            if (seen == _seen && !always)
            {
                return null;
            }

            if (!InstallationFile.Read(_root).TryGet(out var file, out var problem))
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

    private void Show(InstallationFile file)
    {
        var before = _now.Towns;
        _now = new TownTable(file, file.Towns.ToDictionary(t => t.Code, t => before.GetValueOrDefault(t.Code) ?? _make(t.Code)));
    }

    // Opened, not only looked at: file systems that several machines share ask their server when a file is opened.
    private static (DateTime At, long Length) SeenNow(string root)
    {
        using var file = System.IO.File.OpenHandle(InstallationFile.PathOf(root));
        return (System.IO.File.GetLastWriteTimeUtc(file), RandomAccess.GetLength(file));
    }
}
