namespace Yakuba.Faults.Tests.PowerLoss;

/// <summary>What reaches the disk for certain and what may be lost, by the letter of POSIX: bytes by a sync of their file, names by a sync of their folder.</summary>
/// <remarks>Most file systems lose less. What holds here holds on each of them.</remarks>
internal sealed class Disk
{
    private readonly string _root;
    private readonly Node _top;
    private readonly List<Naming> _pending = [];

    private Disk(string root, Node top) => (_root, _top) = (root, top);

    /// <summary>A folder as it lies there now, all of it lasting.</summary>
    internal static Disk Of(string root) => new(root, Load(root));

    /// <summary>Lets a call happen. One about something outside the folder does nothing.</summary>
    internal void Do(TracedCall call)
    {
        switch (call.Name)
        {
            case "open" when Find(call.Path) is { } there:
                if (call.Empties)
                {
                    there.Cut(0);
                }

                break;
            case "open":
                Link(call.Path, new Node(isFolder: false, (UnixFileMode)call.Number));
                break;
            case "mkdir":
                Link(call.Path, new Node(isFolder: true, (UnixFileMode)call.Number));
                break;
            case "pwrite64":
                Find(call.Path)?.Write(call.Number, call.Data);
                break;
            case "truncate":
                Find(call.Path)?.Cut(call.Number);
                break;
            case "rename":
                Move(call.Path, call.Other);
                break;
            case "link" when Find(call.Path) is { } linked:
                Link(call.Other, linked);
                break;
            case "unlink":
                Unlink(call.Path);
                break;
            case "fsync" or "fdatasync":
                Sync(Find(call.Path));
                break;
        }
    }

    /// <summary>Writes what is found after the power came back.</summary>
    /// <param name="loss">What is lost.</param>
    /// <param name="random">Decides where some is lost.</param>
    /// <param name="to">An empty folder.</param>
    internal void Show(Loss loss, Random random, string to)
    {
        var names = new Dictionary<Node, Dictionary<string, Node>>();
        var arrived = loss switch { Loss.AllUnsynced => 0, Loss.Some => random.Next(_pending.Count + 1), _ => _pending.Count };
        foreach (var naming in _pending.Take(arrived)) // a journal keeps the order of names
        {
            naming.Apply(folder => names.TryGetValue(folder, out var changed) ? changed : names[folder] = new(folder.Lasting, StringComparer.Ordinal));
        }

        Write(_top, to);

        void Write(Node folder, string path)
        {
            foreach (var (name, node) in names.GetValueOrDefault(folder, folder.Lasting))
            {
                var at = Path.Combine(path, name);
                if (node.IsFolder)
                {
                    Directory.CreateDirectory(at);
                    Write(node, at);
                    continue;
                }

                File.WriteAllBytes(at, loss switch { Loss.Nothing => node.All(), Loss.Some => node.Some(random), _ => node.LastingBytes });
                File.SetUnixFileMode(at, node.Mode);
            }
        }
    }

    private void Sync(Node? node)
    {
        if (node is null)
        {
            return;
        }

        node.Sync();
        foreach (var naming in _pending.Where(n => n.Touches(node)))
        {
            naming.Apply(folder => folder.Lasting);
        }

        _pending.RemoveAll(n => n.Touches(node));
    }

    private void Link(string path, Node node)
    {
        if (Find(Path.GetDirectoryName(path)!) is { IsFolder: true } folder)
        {
            folder.Seen[Path.GetFileName(path)] = node;
            _pending.Add(new Naming(null, "", folder, Path.GetFileName(path), node));
        }
    }

    private void Unlink(string path)
    {
        if (Find(Path.GetDirectoryName(path)!) is { IsFolder: true } folder && folder.Seen.Remove(Path.GetFileName(path), out var node))
        {
            _pending.Add(new Naming(folder, Path.GetFileName(path), null, "", node));
        }
    }

    private void Move(string from, string to)
    {
        if (Find(Path.GetDirectoryName(from)!) is { } old && Find(Path.GetDirectoryName(to)!) is { } next && old.Seen.Remove(Path.GetFileName(from), out var node))
        {
            next.Seen[Path.GetFileName(to)] = node;
            _pending.Add(new Naming(old, Path.GetFileName(from), next, Path.GetFileName(to), node));
        }
    }

    /// <returns>Null for something outside the folder, or without a name.</returns>
    private Node? Find(string path)
    {
        if (path == _root)
        {
            return _top;
        }

        if (!path.StartsWith(_root + "/", StringComparison.Ordinal))
        {
            return null;
        }

        var node = _top;
        foreach (var name in path[(_root.Length + 1)..].Split('/'))
        {
            node = node?.Seen.GetValueOrDefault(name);
        }

        return node;
    }

    private static Node Load(string path)
    {
        var folder = new Node(isFolder: true, default);
        foreach (var entry in Directory.EnumerateFileSystemEntries(path))
        {
            var node = Directory.Exists(entry) ? Load(entry) : new Node(isFolder: false, File.GetUnixFileMode(entry)) { LastingBytes = File.ReadAllBytes(entry) };
            folder.Seen[Path.GetFileName(entry)] = folder.Lasting[Path.GetFileName(entry)] = node;
        }

        return folder;
    }

    /// <summary>A change of names, which happens whole or not at all.</summary>
    private sealed record Naming(Node? From, string OldName, Node? To, string NewName, Node Node)
    {
        internal bool Touches(Node folder) => From == folder || To == folder;

        internal void Apply(Func<Node, Dictionary<string, Node>> names)
        {
            if (From is not null && names(From).GetValueOrDefault(OldName) == Node)
            {
                names(From).Remove(OldName);
            }

            if (To is not null)
            {
                names(To)[NewName] = Node;
            }
        }
    }
}

/// <summary>What a loss of power takes of what was not synced.</summary>
internal enum Loss
{
    /// <summary>All of it.</summary>
    AllUnsynced,

    /// <summary>The bytes; the names have arrived.</summary>
    Bytes,

    /// <summary>Some: what arrives does so in any order and torn at 512 bytes; names in their order.</summary>
    Some,

    /// <summary>Nothing, as when the program alone is killed.</summary>
    Nothing,
}
