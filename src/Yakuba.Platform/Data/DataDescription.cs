using System.Text.Json;
using Npgsql;

namespace Yakuba.Platform.Data;

/// <summary><c>yakuba.json</c> in the data directory: which data this is and where its state lies.</summary>
/// <param name="Version">Layout of the directory; this program writes <see cref="CurrentVersion"/>.</param>
/// <param name="Storage"><c>sqlite</c>, or an Npgsql connection string.</param>
/// <param name="Schema">PostgreSQL only: the municipality's schema.</param>
public sealed record DataDescription(int Version, string Storage, string Schema)
{
    /// <summary>The layout that this program writes.</summary>
    public const int CurrentVersion = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>A new directory's description. <c>YAKUBA_STORAGE</c> in the environment may name a PostgreSQL connection instead of SQLite.</summary>
    public static DataDescription New(string? storage) =>
        new(CurrentVersion, string.IsNullOrWhiteSpace(storage) ? "sqlite" : storage.Trim(), "yakuba");

    /// <summary>True when the state lies in PostgreSQL.</summary>
    public bool IsPostgres => Storage != "sqlite";

    /// <summary>The same without the password of the database, for backups and pages.</summary>
    public DataDescription WithoutPassword() =>
        IsPostgres ? this with { Storage = new NpgsqlConnectionStringBuilder(Storage) { Password = null, Passfile = null }.ConnectionString } : this;

    /// <summary>Reads the file.</summary>
    public static Result<DataDescription> Read(string path)
    {
        try
        {
            var description = JsonSerializer.Deserialize<DataDescription>(File.ReadAllBytes(path), Json);
            return description is null || description.Version < 1 || string.IsNullOrWhiteSpace(description.Storage)
                ? StorageProblems.NotOurs.With(path)
                : description.Version > CurrentVersion ? StorageProblems.Newer.With(path) : description;
        }
        catch (JsonException)
        {
            return StorageProblems.NotOurs.With(path);
        }
    }

    /// <summary>Writes the file, so that it is whole or not there.</summary>
    public void Write(string path) => DurableFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(this, Json));
}
