using Yakuba.Ledger;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;
using Yakuba.Platform.Web.Frame;

namespace Yakuba.Platform.Audit;

/// <summary>Signs the record's head and notices when the record no longer extends what was signed.</summary>
public sealed class RecordKeeper(DataDirectory directory, Database database, SettingStore settings, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LongestSigning = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly RecordFiles _files = new(directory, database, settings);
    private volatile bool _isDisposed;
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
    public Task<Result<byte[]>> SignAsync(CancellationToken cancel) => GuardAsync(async () =>
    {
        var (_, keeper) = await OpenAsync(cancel);
        var last = keeper.Last;
        byte[] note;
        await using (var read = await database.ReadAsync(cancel))
        {
            note = keeper.Sign(await RecordTree.LoadAsync(read, cancel), RecordTree.Nodes(read, cancel));
        }

        if (keeper.Last != last)
        {
            DurableFile.SyncDirectory(directory.Record); // a rename lost with the power would leave a head older than the store says
            await RecordTree.MarkSignedAsync(database, keeper.Last!.Size, cancel); // after the file: dying in between leaves a file that says more, which is no fault
        }

        return note;
    }, cancel);

    /// <summary>Exchanges the key while nothing is signed.</summary>
    /// <param name="handOver">Records the exchange: old key, new key, what was signed last.</param>
    /// <param name="cancel">Stops before the exchange.</param>
    /// <returns>The new public key.</returns>
    internal Task<Result<string>> ExchangeKeyAsync(Func<NoteSigner, NoteSigner, CheckpointKeeper, Task> handOver, CancellationToken cancel) => GuardAsync(async () =>
    {
        var (older, keeper) = await OpenAsync(cancel);
        try
        {
            using var newer = await _files.NextKeyAsync(older.Verifier.Name, cancel);
            await handOver(older, newer, keeper);
        }
        finally
        {
            older.Dispose(); // also after a fault: a commit that seemed to fail may stand, and only the store says which key it is
            (_signer, _keeper) = (null, null);
        }

        return (await OpenAsync(CancellationToken.None)).Signer.Verifier.ToString(); // puts the new key in its place
    }, cancel);

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

    /// <summary>What a note says that <see cref="SignAsync"/> gave. The checkpoint signed last may be a later one.</summary>
    internal static Checkpoint HeadOf(byte[] note) =>
        SignedNote.TryParse(note, out var signed, out var fault) && Checkpoint.TryParse(signed.Text, out var head, out fault) ? head : throw new InvalidDataException(fault);

    /// <summary>Reads key and head from the disk again, as a new start of the program would.</summary>
    /// <returns>The last head, and what is wrong with the files; empty when nothing is.</returns>
    internal async Task<(Checkpoint? Last, string Fault)> CheckFilesAsync(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            var (signer, keeper) = await _files.OpenAsync(cancel);
            using (signer)
            {
                return (keeper.Last, "");
            }
        }
        catch (Exception e) when (e is SigningKeyException or InvalidDataException)
        {
            return (_keeper?.Last, e.Message);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>What is wrong with key and head as they lie on the disk now; null when a new start would find them whole.</summary>
    public async Task<Problem?> FileProblemAsync(CancellationToken cancel) => (await CheckFilesAsync(cancel)).Fault is { Length: > 0 } fault ? AuditProblems.KeyOrCheckpoint.With(fault) : null;

    /// <summary>After a backup was put back: the head file is the one that came with it, and is taken as the newest.</summary>
    public static Task TrustHeadFileAsync(UnitOfWork work, CancellationToken cancel) => work.ExecuteAsync("UPDATE audit_tree SET signed = 0", cancel: cancel);

    /// <summary>Lets go of the key, when nobody signs with it any more. Who comes later is told by <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        if (!_isDisposed && _gate.Wait(LongestSigning)) // a key that is in use is left to the end of the process
        {
            _isDisposed = true;
            _signer?.Dispose();
            _gate.Release(); // the gate itself stays: somebody may stand before it
        }
    }

    internal void Note(RecordState state, IReadOnlyList<string> findings)
    {
        State = state;
        CheckedAt = time.GetUtcNow();
        Findings = findings;
    }

    private async Task<Result<T>> GuardAsync<T>(Func<Task<T>> act, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            return await act();
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

    private async Task<(NoteSigner Signer, CheckpointKeeper Keeper)> OpenAsync(CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_keeper is null)
        {
            (_signer, _keeper) = await _files.OpenAsync(cancel);
        }

        return (_signer!, _keeper);
    }
}
