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

        var head = RecordKeeper.HeadOf(note);
        await using var read = await database.ReadAsync(cancel);
        return new RecordSheet(
            await settings.GetAsync(read, MunicipalitySettings.Name, cancel), time.GetUtcNow(), head, SpokenWords.Of(head), Encoding.UTF8.GetString(note), await keeper.VerifierKeyAsync(cancel));
    }
}
