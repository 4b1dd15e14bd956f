using Yakuba.Ledger;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;

namespace Yakuba.Platform.Audit;

/// <summary>The files that vouch for the record, outside the database: the log's name, its key and its last signed head. Each is checked against what the store knows of it.</summary>
internal sealed class RecordFiles(DataDirectory directory, Database database, SettingStore settings)
{
    private string KeyFile => Path.Combine(directory.Keys, "record.key");

    private string NextKeyFile => KeyFile + ".next";

    private string OriginFile => Path.Combine(directory.Keys, "record.origin");

    private string HeadFile => Path.Combine(directory.Record, "checkpoint");

    /// <summary>Opens them, making them for a record that has none yet.</summary>
    /// <exception cref="SigningKeyException">The key file is missing or is not the key of this record.</exception>
    /// <exception cref="InvalidDataException">The name or the head is missing, damaged, or older than what was signed last.</exception>
    internal async Task<(NoteSigner Signer, CheckpointKeeper Keeper)> OpenAsync(CancellationToken cancel)
    {
        IReadOnlyList<RecordKey> keys;
        long signed;
        await using (var read = await database.ReadAsync(cancel))
        {
            keys = await RecordKeys.ListAsync(read, cancel);
            signed = await RecordTree.SignedAsync(read, cancel);
        }

        if (keys.Count > 1)
        {
            CompleteExchange(keys[^2], keys[^1]);
        }

        var signer = await SignerAsync(keys, cancel);
        try
        {
            var keeper = new CheckpointKeeper(signer, HeadFile);
            if ((keeper.Last?.Size ?? 0) < signed)
            {
                throw new InvalidDataException($"{HeadFile}: {keeper.Last?.Size ?? 0} 件の控えです。最後に署名したのは {signed} 件です。");
            }

            if (keys.Count == 0)
            {
                await RecordKeys.AddFirstAsync(database, signer.Verifier, cancel);
            }

            return (signer, keeper);
        }
        catch
        {
            signer.Dispose();
            throw;
        }
    }

    /// <summary>Makes the key that is to come. One that an exchange left behind without being recorded is thrown away.</summary>
    /// <exception cref="SigningKeyException">The record names the one left behind already: it must be put in its place first.</exception>
    internal async Task<NoteSigner> NextKeyAsync(string name, CancellationToken cancel)
    {
        using (var left = LeftBehind(name))
        {
            await using var read = await database.ReadAsync(cancel);
            if (left is not null && (await RecordKeys.ListAsync(read, cancel)).Any(k => k.Vkey == left.Verifier.ToString()))
            {
                throw new SigningKeyException(SigningKeyFault.AlreadyThere, NextKeyFile, $"{NextKeyFile} は、記録に引き継がれた鍵です。もう一度実行してください。");
            }
        }

        File.Delete(NextKeyFile);
        return Create(NextKeyFile, name);
    }

    /// <summary>A new key, on the disk before the store names it: a key that is named and lost ends the record.</summary>
    private NoteSigner Create(string file, string name)
    {
        var signer = SigningKeyFile.Create(file, name);
        DurableFile.SyncDirectory(directory.Keys);
        return signer;
    }

    /// <summary>Puts head and key of a recorded exchange in their places: after it, or at the start after one that was cut off. Does nothing where that has been done.</summary>
    private void CompleteExchange(RecordKey older, RecordKey newer)
    {
        if (IsHandover(older, newer))
        {
            DurableFile.Write(HeadFile, newer.Note);
        }

        using var next = LeftBehind(newer.Vkey.Split('+')[0]);
        if (next?.Verifier.ToString() == newer.Vkey)
        {
            File.Move(NextKeyFile, KeyFile, overwrite: true);
            DurableFile.SyncDirectory(directory.Keys);
        }
    }

    /// <summary>Whether the row's note may follow the head. Both keys must have signed it, over no fewer entries: who writes to the store without a key must not replace the head by an older one.</summary>
    private bool IsHandover(RecordKey older, RecordKey newer) =>
        File.Exists(HeadFile)
        && NoteVerifier.TryParse(older.Vkey, out var oldKey, out _)
        && NoteVerifier.TryParse(newer.Vkey, out var newKey, out _)
        && Checkpoint.TryOpen(newer.Note, newKey, out _, out _)
        && Checkpoint.TryOpen(newer.Note, oldKey, out var last, out _)
        && Checkpoint.TryOpen(File.ReadAllBytes(HeadFile), oldKey, out var head, out _)
        && head.Size <= last.Size;

    /// <summary>The next key of an exchange that was cut off; null for none. One half written was never named, and does not keep the record from opening.</summary>
    private NoteSigner? LeftBehind(string name)
    {
        try
        {
            return File.Exists(NextKeyFile) ? SigningKeyFile.Load(NextKeyFile, name) : null;
        }
        catch (SigningKeyException e) when (e.Fault == SigningKeyFault.Malformed && File.Exists(KeyFile))
        {
            return null;
        }
    }

    private async Task<NoteSigner> SignerAsync(IReadOnlyList<RecordKey> keys, CancellationToken cancel)
    {
        var origin = await OriginAsync(keys.Count == 0, cancel);
        if (!File.Exists(KeyFile) && keys.Count == 0 && !File.Exists(HeadFile))
        {
            return Create(KeyFile, origin);
        }

        var signer = SigningKeyFile.Load(KeyFile, origin);
        if (keys.Count == 0 || keys[^1].Vkey == signer.Verifier.ToString())
        {
            return signer;
        }

        signer.Dispose();
        throw new SigningKeyException(SigningKeyFault.OtherName, KeyFile, $"{KeyFile} は、この記録に署名してきた鍵ではありません。");
    }

    /// <summary>The log's name is fixed when the key is made: a later change of the municipality's code does not rename what was signed.</summary>
    private async Task<string> OriginAsync(bool isNew, CancellationToken cancel)
    {
        if (File.Exists(OriginFile))
        {
            var text = await File.ReadAllTextAsync(OriginFile, cancel);
            return text.EndsWith('\n') ? text[..^1] : throw new InvalidDataException($"{OriginFile} が途中で切れています。");
        }

        if (!isNew)
        {
            throw new InvalidDataException($"{OriginFile} がありません。");
        }

        await using var read = await database.ReadAsync(cancel);
        var code = await settings.GetAsync(read, MunicipalitySettings.Code, cancel);
        var origin = $"yakuba.local/{(code.Length > 0 ? code : "000000")}/audit";
        DurableFile.Write(OriginFile, AuditNote.Bytes(origin + "\n"));
        return origin;
    }
}
