using Yakuba.Ledger;

namespace Yakuba.Platform.Audit.VerifyRecord;

/// <summary>Reads what somebody kept of the record: a signed checkpoint, or the number and words of a sheet.</summary>
public sealed class KeptHead(RecordKeeper keeper)
{
    /// <summary>Reads it.</summary>
    /// <param name="kept">What was typed or scanned, or the content of a file.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>Null for nothing typed.</returns>
    public async Task<Result<EarlierHead?>> ReadAsync(string? kept, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(kept))
        {
            return (EarlierHead?)null;
        }

        if (EarlierHead.Printed(kept) is { } printed)
        {
            return printed;
        }

        var note = kept.ReplaceLineEndings("\n").Trim('\n', ' ') + "\n"; // as forms and scanners send lines
        if (!NoteVerifier.TryParse(await keeper.VerifierKeyAsync(cancel), out var key, out var fault) || !Checkpoint.TryOpen(AuditNote.Bytes(note), key, out var head, out fault))
        {
            return AuditProblems.NotASheet.With(fault);
        }

        return new SignedHead(head);
    }
}
