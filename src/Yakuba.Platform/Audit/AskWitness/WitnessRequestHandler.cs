using Yakuba.Ledger;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Audit.AskWitness;

/// <summary>A request to a witness.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Size">Entries under the head that is to be witnessed.</param>
/// <param name="VerifierKey">The log's key, which the witness must have from elsewhere too.</param>
public sealed record MadeRequest(byte[] Bytes, long Size, string VerifierKey);

/// <summary>Makes what a witness needs to see that the record goes on from where it last looked.</summary>
public sealed class WitnessRequestHandler(Database database, RecordKeeper keeper)
{
    /// <summary>Signs the head and proves that it extends an older one.</summary>
    /// <param name="since">Entries under the head that the witness knows; 0 for none.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Result<MadeRequest>> MakeAsync(long since, CancellationToken cancel)
    {
        if (!(await keeper.SignAsync(cancel)).TryGet(out var note, out var problem))
        {
            return problem;
        }

        var head = RecordKeeper.HeadOf(note);
        if (since < 0 || since > head.Size)
        {
            return AuditProblems.WitnessSince.With($"{since}、記録は{head.Size}件");
        }

        await using var read = await database.ReadAsync(cancel);
        return new MadeRequest(WitnessRequest.Of(RecordTree.Nodes(read, cancel), since, head.Size, note).ToBytes(), head.Size, await keeper.VerifierKeyAsync(cancel));
    }
}
