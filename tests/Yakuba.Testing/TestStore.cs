using Npgsql;
using Yakuba.Platform.Data;

namespace Yakuba.Testing;

/// <summary>A data directory with a fresh, migrated store, gone after the test.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private static readonly Lazy<Task<Template>> Migrated = new(MigrateAsync);

    private readonly TemporaryFolder _folder;
    private readonly string? _connection;

    private TestStore(TemporaryFolder folder, string? connection, DataDirectory directory)
    {
        _folder = folder;
        _connection = connection;
        Directory = directory;
    }

    /// <summary>The data directory, open.</summary>
    public DataDirectory Directory { get; private set; }

    /// <summary>The store.</summary>
    public Database Database => Directory.Database;

    /// <summary>Makes one: SQLite by copying one migrated file, PostgreSQL in a schema of its own.</summary>
    public static async Task<TestStore> CreateAsync(StorageEngine engine, TimeProvider? time = null)
    {
        var folder = new TemporaryFolder();
        var description = Path.Combine(folder.Path, "yakuba.json");
        string? connection = null;
        if (engine == StorageEngine.Postgres)
        {
            connection = await PostgresServer.ConnectionAsync();
            new DataDescription(DataDescription.CurrentVersion, connection, "t_" + Guid.CreateVersion7().ToString("N")).Write(description);
        }
        else
        {
            var template = await Migrated.Value;
            await File.WriteAllBytesAsync(description, template.Description);
            await File.WriteAllBytesAsync(Path.Combine(folder.Path, "yakuba.db"), template.Database);
        }

        return new TestStore(folder, connection, (await DataDirectory.OpenAsync(folder.Path, null, time ?? TimeProvider.System)).Value);
    }

    /// <summary>Closes the directory and opens it again, as a new start of the program does.</summary>
    public async Task ReopenAsync()
    {
        await Directory.DisposeAsync();
        Directory = (await DataDirectory.OpenAsync(_folder.Path, null, TimeProvider.System)).Value;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        var schema = Directory.Description.Schema;
        await Directory.DisposeAsync();
        if (_connection is not null)
        {
            await using var source = NpgsqlDataSource.Create(_connection + ";Pooling=false");
            await using var drop = source.CreateCommand($"DROP SCHEMA {schema} CASCADE");
            await drop.ExecuteNonQueryAsync();
        }

        _folder.Dispose();
    }

    private static async Task<Template> MigrateAsync()
    {
        using var folder = new TemporaryFolder();
        await (await DataDirectory.OpenAsync(folder.Path, "sqlite", TimeProvider.System)).Value.DisposeAsync();
        return new Template(await File.ReadAllBytesAsync(folder["yakuba.json"]), await File.ReadAllBytesAsync(folder["yakuba.db"]));
    }

    private sealed record Template(byte[] Description, byte[] Database);
}
