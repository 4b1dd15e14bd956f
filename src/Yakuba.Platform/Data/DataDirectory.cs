namespace Yakuba.Platform.Data;

/// <summary>The directory of one municipality, owned by this process until it is disposed.</summary>
/// <remarks>
/// <code>
/// yakuba.json   which data this is     yakuba.db    state (SQLite only)     originals/   files as they came, by content hash
/// lock          the owner's lock       control.sock commands to the owner   index/       search segments
/// keys/         signing keys, 0600     snapshots/   before each migration   record/      the last signed checkpoint
/// vectors/      of passages, where an embedding model is attached       owner        the node that has it, where several share it
/// </code>
/// </remarks>
public sealed class DataDirectory : IAsyncDisposable
{
    /// <summary>A folder in which a restore unpacks. Where it stands and <c>yakuba.json</c> does not, a restore was cut off.</summary>
    public const string UnfinishedRestore = ".restore";

    private readonly FileStream _lock;
    private int _closed;

    private DataDirectory(string path, FileStream @lock, DataDescription description, Database database)
    {
        Root = path;
        _lock = @lock;
        Description = description;
        Database = database;
    }

    /// <summary>Full path.</summary>
    public string Root { get; }

    /// <summary>What <c>yakuba.json</c> says.</summary>
    public DataDescription Description { get; }

    /// <summary>The municipality's store, migrated to this program's newest step.</summary>
    public Database Database { get; }

    /// <summary>Files as they came, named by content hash.</summary>
    public string Originals => Folder("originals");

    /// <summary>Search segments.</summary>
    public string Index => Folder("index");

    /// <summary>Signing keys; readable by the owner only.</summary>
    public string Keys => Folder("keys");

    /// <summary>The last signed checkpoint, outside the database.</summary>
    public string Record => Folder("record");

    /// <summary>Copies of the state before each migration.</summary>
    public string Snapshots => Folder("snapshots");

    /// <summary>The Unix socket on which the owner takes commands.</summary>
    public static string ControlSocket(string root) => Path.Combine(Path.GetFullPath(root), "control.sock");

    /// <summary>True when some process owns the directory at this moment.</summary>
    public static bool IsOwned(string root)
    {
        try
        {
            using var probe = new FileStream(Path.Combine(root, "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>The node that took the directory last; empty when none did. It may be gone by now: only the lock says whether it is there.</summary>
    public static string OwnerOf(string root) => File.Exists(Path.Combine(root, "owner")) ? File.ReadAllText(Path.Combine(root, "owner")) : "";

    /// <summary>Takes the directory, making it when it is not there, and brings its store forward.</summary>
    /// <param name="root">The directory.</param>
    /// <param name="storage">For a new directory: null or <c>sqlite</c>, or an Npgsql connection string.</param>
    /// <param name="time">Names the snapshot taken before a migration.</param>
    /// <param name="cancel">Stops waiting for a database server.</param>
    /// <param name="node">Where several nodes share the directory: this one's name, for whoever finds it taken (<see cref="OwnerOf"/>).</param>
    public static async Task<Result<DataDirectory>> OpenAsync(string root, string? storage, TimeProvider time, CancellationToken cancel = default, string node = "")
    {
        root = Path.GetFullPath(root);
        FileStream? held = null;
        Database? database = null;
        try
        {
            if (Make(root) is { } unmade)
            {
                return unmade.With(root);
            }

            if (!TryLock(root, out held))
            {
                return StorageProblems.InUse.With(root);
            }

            if (node.Length > 0)
            {
                File.WriteAllText(Path.Combine(root, "owner"), node); // at once: until it is written, others are told the name before
            }

            if (!Describe(root, storage).TryGet(out var description, out var problem))
            {
                return problem;
            }

            database = await OpenStoreAsync(root, description, cancel);
            if (database is PostgresDatabase shared)
            {
                await shared.TakeAsync(cancel); // where the lock of a file can be lost, as on shared storage, the store itself keeps a former owner out
            }

            problem = await BringForwardAsync(root, database, time, cancel);
            if (problem is not null)
            {
                return problem;
            }

            var directory = new DataDirectory(root, held!, description, database);
            (held, database) = (null, null);
            return directory;
        }
        catch (Exception e) when (StorageProblems.From(e) is { } problem)
        {
            return problem.With(root);
        }
        finally
        {
            if (database is not null)
            {
                await database.DisposeAsync();
            }

            held?.Dispose();
        }
    }

    /// <summary>Closes the store and lets the directory go.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 1)
        {
            return;
        }

        await Database.DisposeAsync();
        await _lock.DisposeAsync();
    }

    // A directory that is there already keeps its mode: it may be a mount point, or one that a group of operators shares.
    private static Problem? Make(string root)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(root);
            }
            else if (!Directory.Exists(root))
            {
                Directory.CreateDirectory(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
                DurableFile.SyncDirectory(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(root))!);
            }

            return null;
        }
        catch (IOException e)
        {
            // Some file systems answer with "no such file" where nothing can be made.
            return StorageProblems.From(e) ?? StorageProblems.NotWritable;
        }
    }

    private static bool TryLock(string root, out FileStream? held)
    {
        try
        {
            held = new FileStream(Path.Combine(root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException e) when (StorageProblems.From(e) is null)
        {
            held = null;
            return false;
        }
    }

    private static Result<DataDescription> Describe(string root, string? storage)
    {
        var path = Path.Combine(root, "yakuba.json");
        if (File.Exists(path))
        {
            return DataDescription.Read(path);
        }

        if (Directory.Exists(Path.Combine(root, UnfinishedRestore)))
        {
            return StorageProblems.RestoreUnfinished.With(root);
        }

        var description = DataDescription.New(storage);
        description.Write(path);
        return description;
    }

    /// <summary>The data version of a directory as it lies there, without bringing it forward; 0 where there is none.</summary>
    public static async Task<Result<int>> VersionOfAsync(string root, CancellationToken cancel = default)
    {
        root = Path.GetFullPath(root);
        var path = Path.Combine(root, "yakuba.json");
        FileStream? held = null;
        try
        {
            if (!File.Exists(path))
            {
                return 0;
            }

            if (!TryLock(root, out held))
            {
                return StorageProblems.InUse.With(root);
            }

            if (!DataDescription.Read(path).TryGet(out var description, out var problem))
            {
                return problem;
            }

            await using var database = await OpenStoreAsync(root, description, cancel);
            return await Migrations.NewestAppliedAsync(database, cancel);
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

    private static async Task<Database> OpenStoreAsync(string root, DataDescription description, CancellationToken cancel) => description.IsPostgres
        ? await PostgresDatabase.OpenAsync(description.Storage, description.Schema, cancel)
        : SqliteDatabase.Open(Path.Combine(root, "yakuba.db"));

    private static async Task<Problem?> BringForwardAsync(string root, Database database, TimeProvider time, CancellationToken cancel)
    {
        var applied = await Migrations.NewestAppliedAsync(database, cancel);
        if (applied > Migrations.Newest)
        {
            return StorageProblems.Newer.With($"データの版 {applied}、プログラムの版 {Migrations.Newest}");
        }

        // PostgreSQL changes its schema inside the transaction; the snapshot is for the day after, so both engines take one.
        if (applied > 0 && (await Migrations.MissingAsync(database, cancel)).Count > 0)
        {
            var folder = Path.Combine(root, "snapshots");
            Directory.CreateDirectory(folder);
            await Snapshot.TakeAsync(database, Path.Combine(folder, StateCopies.Name("before", Migrations.Newest, time.GetUtcNow())), cancel);
        }

        await Migrations.ApplyAsync(database, cancel);
        return null;
    }

    private string Folder(string name)
    {
        var folder = Path.Combine(Root, name);
        DurableFile.MakeDirectory(folder);
        return folder;
    }
}
