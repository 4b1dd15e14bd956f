using System.Reflection;
using System.Text.Json;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Operate.Backups;

/// <summary>What a backup says of itself. The first entry of the file holds it without <see cref="Files"/>; the last one whole, so a file that was cut short has none.</summary>
/// <param name="Format">Layout of the backup; this program writes <see cref="CurrentFormat"/>.</param>
/// <param name="Program">Version of the program that wrote it.</param>
/// <param name="Migration">Newest migration step of the state in it.</param>
/// <param name="MadeAt">When, UTC, as the store writes times.</param>
/// <param name="Storage">Where the state lay: <c>sqlite</c>, or a connection string without its password.</param>
/// <param name="Schema">The municipality's schema on a PostgreSQL server.</param>
/// <param name="Files">Every other entry of the file, in order.</param>
public sealed record BackupManifest(int Format, string Program, int Migration, string MadeAt, string Storage, string Schema, IReadOnlyList<BackupFile> Files)
{
    /// <summary>The layout that this program writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Name of the first entry.</summary>
    internal const string HeadName = "yakuba-backup.json";

    /// <summary>Name of the last entry.</summary>
    internal const string ManifestName = "manifest.json";

    /// <summary>Name of the entry that holds the state as an SQLite file.</summary>
    internal const string StateName = "state.db";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The program's own version.</summary>
    public static string ProgramVersion { get; } =
        (Assembly.GetEntryAssembly() ?? Assembly.GetExecutingAssembly()).GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    internal static BackupManifest Of(DataDescription data, string madeAt)
    {
        var known = data.WithoutPassword();
        return new(CurrentFormat, ProgramVersion, Migrations.Newest, madeAt, known.Storage, known.Schema, []);
    }

    internal byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <returns>Null when the bytes are no manifest.</returns>
    internal static BackupManifest? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(bytes, Json) is { Format: > 0, Files: not null, Schema: not null, Storage: not null } manifest ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>One entry of a backup.</summary>
/// <param name="Path">Its name, with forward slashes.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its hash in lower-case hexadecimal.</param>
public sealed record BackupFile(string Path, long Bytes, string Sha256);
