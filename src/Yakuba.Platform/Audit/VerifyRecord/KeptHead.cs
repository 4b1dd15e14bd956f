using Yakuba.Ledger;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit.VerifyRecord;

/// <summary>Reads what somebody kept of the record: a signed checkpoint, or the number and words of a sheet.</summary>
public sealed class KeptHead(RecordKeeper keeper, Database database)
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
        await keeper.VerifierKeyAsync(cancel); // a record that was never signed has no key yet
        await using var read = await database.ReadAsync(cancel);
        var (chain, fault) = await RecordKeys.FollowAsync(read, cancel);
        if (chain is null || !chain.TryOpen(AuditNote.Bytes(note), out var head, out fault))
        {
            return AuditProblems.NotASheet.With(fault);
        }

        return new SignedHead(head);
    }
}
