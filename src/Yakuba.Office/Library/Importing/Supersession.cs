using System.Globalization;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Importing;

/// <summary>A newer version takes the place of the older ones from its first day on.</summary>
internal static class Supersession
{
    /// <summary>Ends the published older versions the day before the new one begins: its stated first day, or today.</summary>
    /// <remarks>A version that would end before it began was never in force beside its successor; it is retired.</remarks>
    internal static async Task EndOlderAsync(UnitOfWork work, uint number, string today, CancellationToken cancel)
    {
        var newer = await work.SingleOrDefaultAsync<Row>(
            "SELECT document_id AS Document, ordinal AS Ordinal, valid_from AS ValidFrom FROM version WHERE number = @number", new { number = (long)number }, cancel);
        var first = newer!.ValidFrom.Length > 0 ? newer.ValidFrom : today;
        var last = DateOnly.ParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(-1).ToStore();
        await work.ExecuteAsync(
            "UPDATE version SET valid_to = @last WHERE document_id = @Document AND ordinal < @Ordinal AND state = 'published' AND (valid_to = '' OR valid_to > @last)",
            new { newer.Document, newer.Ordinal, last },
            cancel);
        await work.ExecuteAsync(
            "UPDATE version SET state = 'retired', retired_reason = '新しい版に替わったため' WHERE document_id = @Document AND ordinal < @Ordinal AND state = 'published' AND valid_from <> '' AND valid_from > valid_to",
            new { newer.Document, newer.Ordinal },
            cancel);
    }

    private sealed record Row(string Document, long Ordinal, string ValidFrom);
}
