namespace Yakuba.Ledger;

/// <summary>The log as it stands does not extend the checkpoint that was signed last: an old database was restored, or entries were changed.</summary>
public sealed class LogRolledBackException(Checkpoint signed, long size, TreeHash root)
    : Exception($"The log {signed.Origin} has {size} entries with root {root}, which does not extend the signed checkpoint of {signed.Size} entries with root {signed.Root}.")
{
    /// <summary>The checkpoint that was signed last.</summary>
    public Checkpoint Signed { get; } = signed;

    /// <summary>Entries in the log as it stands.</summary>
    public long Size { get; } = size;
}

/// <summary>Signs the heads of one log, each only if it extends the last, and keeps the last in a file beside the database.</summary>
/// <remarks>Because the file is not in the database, restoring an old database is noticed. One keeper a log; not thread-safe.</remarks>
public sealed class CheckpointKeeper
{
    private readonly NoteSigner _signer;
    private readonly string _path;
    private Checkpoint? _last;

    /// <summary>Opens the file, if there is one.</summary>
    /// <param name="signer">The log's key; its name is the origin.</param>
    /// <param name="path">The file of the last checkpoint; may not exist yet.</param>
    /// <exception cref="InvalidDataException">The file is damaged or was not signed by this key.</exception>
    public CheckpointKeeper(NoteSigner signer, string path)
    {
        (_signer, _path) = (signer, path);
        if (!File.Exists(path))
        {
            return;
        }

        Note = File.ReadAllBytes(path);
        if (!Checkpoint.TryOpen(Note, signer.Verifier, out _last, out var fault))
        {
            throw new InvalidDataException($"{path}: {fault}");
        }
    }

    /// <summary>The checkpoint signed last, or null before the first.</summary>
    public Checkpoint? Last => _last;

    /// <summary>The signed note of <see cref="Last"/> as bytes; empty before the first.</summary>
    public byte[] Note { get; private set; } = [];

    /// <summary>Checks that the log extends the last checkpoint. Call it at start, before anything is answered.</summary>
    /// <param name="tree">The log's edge as it stands.</param>
    /// <param name="nodes">The log's stored hashes.</param>
    /// <exception cref="LogRolledBackException">It does not.</exception>
    public void EnsureExtends(CompactTree tree, NodeSource nodes)
    {
        if (_last is not { } last || last.Size == 0)
        {
            return;
        }

        var extends = last.Size == tree.Size
            ? last.Root == tree.Root()
            : last.Size < tree.Size
                && MerkleTree.Root(nodes, last.Size) == last.Root
                && MerkleTree.Root(nodes, tree.Size) == tree.Root();
        if (!extends)
        {
            throw new LogRolledBackException(last, tree.Size, tree.Root());
        }
    }

    /// <summary>Signs the head as it stands and writes it through to the disk. Nothing is signed when nothing is new.</summary>
    /// <param name="tree">The log's edge, of which every entry is already durable.</param>
    /// <param name="nodes">The log's stored hashes.</param>
    /// <returns>The signed note.</returns>
    /// <exception cref="LogRolledBackException">The head does not extend the last one; nothing was signed.</exception>
    public byte[] Sign(CompactTree tree, NodeSource nodes)
    {
        EnsureExtends(tree, nodes);
        if (_last?.Size == tree.Size)
        {
            return Note;
        }

        var next = new Checkpoint(_signer.Verifier.Name, tree.Size, tree.Root());
        var note = next.Sign(_signer).ToBytes();
        Replace(_path, note);
        (_last, Note) = (next, note);
        return note;
    }

    internal static void Replace(string path, byte[] note)
    {
        var fresh = path + ".new";
        using (var file = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            file.Write(note);
            file.Flush(flushToDisk: true);
        }

        // Should the rename itself be lost with the power, the previous checkpoint remains, which still guards what it covers.
        File.Move(fresh, path, overwrite: true);
    }
}
