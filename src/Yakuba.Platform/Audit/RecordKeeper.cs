using Yakuba.Ledger;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;
using Yakuba.Platform.Web.Frame;

namespace Yakuba.Platform.Audit;

/// <summary>Signs the record's head and notices when the record no longer extends what was signed.</summary>
public sealed class RecordKeeper(DataDirectory directory, Database database, SettingStore settings, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private NoteSigner? _signer;
    private CheckpointKeeper? _keeper;

    /// <summary>What the last check said.</summary>
    public RecordState State { get; private set; } = RecordState.NotChecked;

    /// <summary>When the record was last checked as a whole.</summary>
    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>What that check found, for people.</summary>
    public IReadOnlyList<string> Findings { get; private set; } = [];

    /// <summary>The public key that auditors check with, in the C2SP form.</summary>
    public async Task<string> VerifierKeyAsync(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            return (await OpenAsync(cancel)).Signer.Verifier.ToString()!;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Signs the head as it stands, when something is new.</summary>
    /// <returns>The signed note, or the problem that the record is not what was signed before.</returns>
    public async Task<Result<byte[]>> SignAsync(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            var (_, keeper) = await OpenAsync(cancel);
            await using var read = await database.ReadAsync(cancel);
            return keeper.Sign(await RecordTree.LoadAsync(read, cancel), RecordTree.Nodes(read, cancel));
        }
        catch (LogRolledBackException e)
        {
            Note(RecordState.Damaged, [AuditProblems.RolledBack.Message]);
            return AuditProblems.RolledBack.With($"署名済み {e.Signed.Size}件、現在 {e.Size}件");
        }
        catch (Exception e) when (e is SigningKeyException or InvalidDataException)
        {
            Note(RecordState.Damaged, [AuditProblems.KeyOrCheckpoint.Message]);
            return AuditProblems.KeyOrCheckpoint.With(e.Message);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The checkpoint signed last; null before the first.</summary>
    public async Task<(Checkpoint? Checkpoint, byte[] Note)> LastAsync(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel); // two callers at the first start would both make a key
        try
        {
            var (_, keeper) = await OpenAsync(cancel);
            return (keeper.Last, keeper.Note);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _signer?.Dispose();
        _gate.Dispose();
    }

    internal void Note(RecordState state, IReadOnlyList<string> findings)
    {
        State = state;
        CheckedAt = time.GetUtcNow();
        Findings = findings;
    }

    private async Task<(NoteSigner Signer, CheckpointKeeper Keeper)> OpenAsync(CancellationToken cancel)
    {
        if (_keeper is null)
        {
            var key = Path.Combine(directory.Keys, "record.key");
            var origin = await OriginAsync(cancel);
            _signer = File.Exists(key) ? SigningKeyFile.Load(key, origin) : SigningKeyFile.Create(key, origin);
            _keeper = new CheckpointKeeper(_signer, Path.Combine(directory.Record, "checkpoint"));
        }

        return (_signer!, _keeper);
    }

    /// <summary>The log's name is fixed when the key is made: a later change of the municipality's code does not rename what was signed.</summary>
    private async Task<string> OriginAsync(CancellationToken cancel)
    {
        var path = Path.Combine(directory.Keys, "record.origin");
        if (File.Exists(path))
        {
            return (await File.ReadAllTextAsync(path, cancel)).Trim();
        }

        await using var read = await database.ReadAsync(cancel);
        var code = await settings.GetAsync(read, MunicipalitySettings.Code, cancel);
        var origin = $"yakuba.local/{(code.Length > 0 ? code : "000000")}/audit";
        DurableFile.Write(path, AuditNote.Bytes(origin + "\n"));
        return origin;
    }
}
