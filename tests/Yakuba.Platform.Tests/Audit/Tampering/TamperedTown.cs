using System.Text.Json.Nodes;
using Yakuba.Ledger;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Audit.ExportRecord;
using Yakuba.Platform.Audit.VerifyRecord;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Audit.Tampering;

/// <summary>A record with texts beside it, signed and exported, that is put back after each tampering.</summary>
internal sealed class TamperedTown : IAsyncDisposable
{
    internal const int Size = 600; // two full tiles, and a rest that only the tree's edge covers

    private static readonly Actor Someone = new("u1", "職員", [Role.Staff], Channel.Staff, "r1");
    private static readonly string[] Tables = ["audit_entry", "audit_hash", "audit_tree", "audit_body", "audit_key"];

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, byte[]> _files = [];

    private TamperedTown(TestTown town, NoteVerifier key) => (Town, Key) = (town, key);

    internal TestTown Town { get; }

    internal NoteVerifier Key { get; }

    internal string Export => _folder["export"];

    /// <summary>Files beside the database: key, name, head, and the export's.</summary>
    internal IReadOnlyDictionary<string, byte[]> Files => _files;

    internal static async Task<TamperedTown> OpenAsync()
    {
        var town = await TestTown.OpenAsync(StorageEngine.Sqlite, TownPlan.Accounts);
        await AppendAsync(town, Size - 1);
        var keeper = town.Get<RecordKeeper>();
        Assert.True(NoteVerifier.TryParse(await keeper.VerifierKeyAsync(default), out var key, out _));
        var tampered = new TamperedTown(town, key);
        Assert.Equal(Size, (await town.Get<ExportRecordHandler>().RunAsync(tampered.Export, Someone, default)).Value.Entries); // signs too
        foreach (var file in new[] { tampered.Export, town.Directory.Keys, town.Directory.Record }.SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)))
        {
            tampered._files.Add(file, await File.ReadAllBytesAsync(file));
        }

        foreach (var table in Tables)
        {
            await tampered.RunAsync($"CREATE TABLE kept_{table} AS SELECT * FROM {table}");
        }

        return tampered;
    }

    internal static async Task AppendAsync(TestTown town, int entries)
    {
        await using var work = await town.Database.BeginAsync();
        for (var i = 0; i < entries; i++)
        {
            var bodies = i % 3 == 0 ? new Dictionary<string, string> { ["question"] = $"質問{i}", ["answer"] = $"回答{i}" } : [];
            await town.Get<AuditTrail>().AppendAsync(work, Someone, "answer-intent", new AuditNote { Facts = new JsonObject { ["number"] = i }, Bodies = bodies }, default);
        }

        await work.CommitAsync();
    }

    internal Task<RecordVerdict> VerifyAsync() => Town.Get<VerifyRecordHandler>().RunAsync((_, _) => { }, default);

    internal ExportReport VerifyExport() => ExportVerifier.Verify(Export, Key);

    internal async Task RunAsync(string sql, object? args = null)
    {
        await using var work = await Town.Database.BeginAsync();
        await work.ExecuteAsync(sql, args);
        await work.CommitAsync();
    }

    internal async Task<byte[]> CellAsync(string table, string column, string where)
    {
        await using var read = await Town.Database.ReadAsync();
        return (await read.FirstOrDefaultAsync<byte[]>($"SELECT {column} FROM {table} WHERE {where}"))!;
    }

    /// <summary>Everything as it was.</summary>
    internal async Task PutBackAsync()
    {
        await using (var work = await Town.Database.BeginAsync())
        {
            foreach (var table in Tables)
            {
                await work.ExecuteAsync($"DELETE FROM {table}");
                await work.ExecuteAsync($"INSERT INTO {table} SELECT * FROM kept_{table}");
            }

            await work.CommitAsync();
        }

        foreach (var (file, bytes) in _files)
        {
            if (!File.Exists(file) || !(await File.ReadAllBytesAsync(file)).AsSpan().SequenceEqual(bytes))
            {
                await File.WriteAllBytesAsync(file, bytes);
            }

            if (file.EndsWith(".key", StringComparison.Ordinal) && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Town.DisposeAsync();
        _folder.Dispose();
    }
}
