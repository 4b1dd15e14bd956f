using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Yakuba.Ledger;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Towns;

/// <summary>The installation's own log: what was done with its towns, and the signed heads of their records. One line of canonical JSON each, on the disk before it counts; the lines are the leaves of a tree whose head is signed.</summary>
internal sealed class InstallationLog : IDisposable
{
    private readonly FileStream _file;
    private readonly NoteSigner _signer;
    private readonly CheckpointKeeper _keeper;
    private readonly CompactTree _tree = new();
    private readonly List<TreeHash> _leaves = [];
    private readonly Lock _gate = new();

    private InstallationLog(FileStream file, NoteSigner signer, CheckpointKeeper keeper) => (_file, _signer, _keeper) = (file, signer, keeper);

    /// <summary>The newest signed head; null before the first.</summary>
    internal Checkpoint? Last => _keeper.Last;

    /// <summary>The public key, in the C2SP form.</summary>
    internal string VerifierKey => _signer.Verifier.ToString();

    internal static string PathOf(string root) => Path.Combine(root, "installation.log");

    /// <summary>Opens the log, or makes it. A line that a loss of power cut short was never answered for, and goes.</summary>
    /// <returns>The log; a problem when it no longer holds what was signed.</returns>
    internal static Result<InstallationLog> Open(string root)
    {
        var path = PathOf(root);
        if (!File.Exists(path) && !File.Exists(HeadOf(root)))
        {
            DurableFile.Write(path, []);
        }

        NoteSigner? signer = null;
        FileStream? file = null;
        try
        {
            signer = Signer(root);
            file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
            file.SetLength(EndOfLastLine(file));
            var log = new InstallationLog(file, signer, new CheckpointKeeper(signer, HeadOf(root)));
            foreach (var line in Lines(root))
            {
                log.Grow(Encoding.UTF8.GetBytes(line));
            }

            file.Position = file.Length;
            log._keeper.EnsureExtends(log._tree, log.Nodes);
            (signer, file) = (null, null);
            return log;
        }
        catch (Exception e) when (e is SigningKeyException or InvalidDataException or LogRolledBackException or FileNotFoundException)
        {
            return TownProblems.LogDamaged.With(path);
        }
        finally
        {
            file?.Dispose();
            signer?.Dispose();
        }
    }

    internal void Append(TimeProvider time, string act, string town, JsonObject? facts = null)
    {
        var line = CanonicalJson.Write(new JsonObject { ["act"] = act, ["at"] = time.GetUtcNow().ToStore(), ["facts"] = facts ?? [], ["town"] = town });
        lock (_gate)
        {
            var end = _file.Position;
            try
            {
                _file.Write([.. line, (byte)'\n']);
                _file.Flush(flushToDisk: true);
            }
            catch
            {
                _file.SetLength(end); // what failed was never answered for, and is no leaf
                _file.Position = end;
                throw;
            }

            Grow(line);
        }
    }

    /// <summary>Signs the head as it stands, when something is new.</summary>
    /// <returns>The signed note.</returns>
    internal string Sign()
    {
        lock (_gate)
        {
            return Encoding.UTF8.GetString(_keeper.Sign(_tree, Nodes));
        }
    }

    /// <summary>The root over the first lines; null when there are not so many.</summary>
    internal TreeHash? RootAt(long size)
    {
        lock (_gate)
        {
            return size >= 0 && size <= _tree.Size ? MerkleTree.Root(Nodes, size) : null;
        }
    }

    internal static IEnumerable<string> Lines(string root)
    {
        using var file = new StreamReader(new FileStream(PathOf(root), FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.UTF8);
        while (file.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _signer.Dispose();
    }

    private NodeSource Nodes => MerkleTree.FromLeaves(i => _leaves[(int)i]);

    private void Grow(byte[] line)
    {
        _leaves.Add(MerkleTree.LeafHash(line));
        _tree.Append(_leaves[^1]);
    }

    private static string HeadOf(string root) => Path.Combine(root, "record", "checkpoint");

    private static NoteSigner Signer(string root)
    {
        var keys = Path.Combine(root, "keys");
        DurableFile.MakePrivate(keys);
        DurableFile.MakePrivate(Path.Combine(root, "record"));
        var (origin, key) = (Path.Combine(keys, "log.origin"), Path.Combine(keys, "log.key"));
        if (!File.Exists(key) && !File.Exists(HeadOf(root)))
        {
            var name = $"yakuba.local/installation/{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
            DurableFile.Write(origin, Encoding.ASCII.GetBytes(name));
            var signer = SigningKeyFile.Create(key, name);
            DurableFile.SyncDirectory(keys); // a rename that the power takes away would end the log
            return signer;
        }

        return SigningKeyFile.Load(key, File.ReadAllText(origin));
    }

    private static long EndOfLastLine(FileStream file)
    {
        for (var end = file.Length; end > 0; end--)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n')
            {
                return end;
            }
        }

        return 0;
    }
}
