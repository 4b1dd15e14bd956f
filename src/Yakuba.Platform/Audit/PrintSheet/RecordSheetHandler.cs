using System.Text;
using Yakuba.Ledger;
using Yakuba.Platform.Data;
using Yakuba.Platform.Settings;

namespace Yakuba.Platform.Audit.PrintSheet;

/// <summary>Signs the record's head as it stands and says it in the words of a sheet.</summary>
public sealed class RecordSheetHandler(RecordKeeper keeper, Database database, SettingStore settings, TimeProvider time)
{
    /// <summary>Makes the sheet of this moment.</summary>
    public async Task<Result<RecordSheet>> MakeAsync(CancellationToken cancel)
    {
        if (!(await keeper.SignAsync(cancel)).TryGet(out var note, out var problem))
        {
            return problem;
        }

        var text = Encoding.UTF8.GetString(note);
        if (!SignedNote.TryParse(note, out var signed, out var fault) || !Checkpoint.TryParse(signed.Text, out var head, out fault))
        {
            return AuditProblems.KeyOrCheckpoint.With(fault);
        }

        await using var read = await database.ReadAsync(cancel);
        return new RecordSheet(
            await settings.GetAsync(read, MunicipalitySettings.Name, cancel), time.GetUtcNow(), head, SpokenWords.Of(head), text, await keeper.VerifierKeyAsync(cancel));
    }
}
