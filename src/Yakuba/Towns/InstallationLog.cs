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
    private readonly LineTree _tree;
    private readonly Dictionary<string, string> _heads = [];
    private readonly Lock _gate = new();

    private InstallationLog(FileStream file, NoteSigner signer, CheckpointKeeper keeper) => (_file, _signer, _keeper, _tree) = (file, signer, keeper, new LineTree(file.Name));

    /// <summary>Whether another node has written since. Opened for it: see <c>Installation</c>.</summary>
    internal bool IsBehind
    {
        get
        {
            using var file = File.OpenHandle(_file.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            lock (_gate)
            {
                return RandomAccess.GetLength(file) != _file.Position;
            }
        }
    }

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
            foreach (var (_, line) in LineTree.Read(path))
            {
                log.Grow(line);
            }

            file.Position = file.Length;
            log._keeper.EnsureExtends(log._tree.Edge, log._tree.Node);
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
    /// <exception cref="LogRolledBackException">Of the last, not yet full page the file no longer holds what was signed; earlier pages are compared at the next opening.</exception>
    /// <exception cref="InvalidDataException">It has become shorter.</exception>
    internal string Sign()
    {
        lock (_gate)
        {
            return Encoding.UTF8.GetString(_keeper.Sign(_tree.Edge, _tree.Node));
        }
    }

    /// <summary>The root over the first lines; null when there are not so many.</summary>
    internal TreeHash? RootAt(long size)
    {
        lock (_gate)
        {
            try
            {
                return size >= 0 && size <= _tree.Edge.Size ? MerkleTree.Root(_tree.Node, size) : null;
            }
            catch (InvalidDataException)
            {
                return null; // the file has become shorter
            }
        }
    }

    /// <summary>The newest head that was entered of each town's record.</summary>
    internal IReadOnlyDictionary<string, string> Heads()
    {
        lock (_gate)
        {
            return new Dictionary<string, string>(_heads);
        }
    }

    internal static IEnumerable<string> Lines(string root) => LineTree.Read(PathOf(root)).Select(l => Encoding.UTF8.GetString(l.Line));

    public void Dispose()
    {
        _file.Dispose();
        _signer.Dispose();
    }

    private void Grow(byte[] bytes)
    {
        _tree.Append(bytes);
        var line = LogLine.Of(bytes);
        if (line.Note.Length > 0)
        {
            _heads[line.Town] = line.Note;
        }
        else if (line.BeginsRecord)
        {
            _heads.Remove(line.Town);
        }
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
