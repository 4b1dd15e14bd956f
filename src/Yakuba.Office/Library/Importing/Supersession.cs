using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Importing;

/// <summary>A newer version takes the place of the older ones from its first day on.</summary>
/// <remarks>
/// The stated days of a version are never altered. The days that answers go by are worked out anew after each change, over all
/// versions of the document that were ever published: what a newer version took over stays taken when that version is retired,
/// and is given back when it goes back to a draft.
/// </remarks>
internal static class Supersession
{
    /// <summary>Works out the effective days of all versions of a document. One that is held answers nothing, so it takes nothing over.</summary>
    internal static async Task ArrangeAsync(UnitOfWork work, string document, CancellationToken cancel)
    {
        var newestFirst = await work.QueryAsync<Row>(
            "SELECT number, state, valid_from, valid_to, published_at, retired_from FROM version WHERE document_id = @document AND indexed <> 2 ORDER BY ordinal DESC", new { document }, cancel);
        var taken = ""; // first day of the newer versions; '' while there is none
        foreach (var row in newestFirst)
        {
            var isShown = row.published_at.Length > 0 && row.state is "published" or "retired";
            var hasOlder = newestFirst.Any(o => o.number < row.number && o.published_at.Length > 0);
            var from = isShown && hasOlder && row.valid_from.Length == 0 ? PublicationDay(row) : row.valid_from;
            var to = Earlier(row.valid_to, DayBefore(row.retired_from));
            to = isShown ? Earlier(to, DayBefore(taken)) : to;
            await work.ExecuteAsync("UPDATE version SET effective_from = @from, effective_to = @to WHERE number = @number", new { from, to, row.number }, cancel);
            if (isShown)
            {
                taken = Earlier(taken, from.Length > 0 ? from : PublicationDay(row));
            }
        }
    }

    private static string PublicationDay(Row row) => DateOnly.FromDateTime(JapanTime.TimeFromStore(row.published_at).ToOffset(JapanTime.Offset).DateTime).ToStore();

    private static string DayBefore(string day) => day.Length == 0 ? "" : JapanTime.DateFromStore(day).AddDays(-1).ToStore();

    // '' is without end; stored days sort as text.
    private static string Earlier(string a, string b) => a.Length == 0 ? b : b.Length == 0 ? a : string.CompareOrdinal(a, b) <= 0 ? a : b;

    private sealed record Row(long number, string state, string valid_from, string valid_to, string published_at, string retired_from);
}
