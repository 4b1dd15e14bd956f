using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Reorganise;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Sections;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.ShowDocument;

/// <summary>Which sections owned a document before, and what its section was called.</summary>
/// <param name="Names">Old names, without the one it has now.</param>
/// <param name="Lines">The reorganisations that moved it, latest first.</param>
internal sealed record FormerSections(IReadOnlyList<string> Names, IReadOnlyList<FormerSections.Move> Lines)
{
    internal static async Task<FormerSections> OfAsync(Session session, VersionCard card, IReadOnlyList<Section> known, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<Row>(
            "SELECT r.done_at, r.made_by, i.was, i.becomes FROM reorganisation_item i JOIN reorganisation r ON r.number = i.reorganisation "
            + "WHERE i.kind = 'document' AND i.id = @id AND r.state = 'done' ORDER BY r.number DESC",
            new { id = card.Rights.DocumentId },
            cancel);
        var moves = rows
            .Select(r => new Move(JapanTime.TimeFromStore(r.done_at), r.made_by, Name(ReorganisationItem.PlaceOf(r.was)), Name(ReorganisationItem.PlaceOf(r.becomes))))
            .Where(m => m.Was != m.Becomes)
            .ToList();
        var now = known.FirstOrDefault(s => s.Code == card.Rights.Section);
        return new FormerSections([.. moves.Select(m => m.Was).Concat(now?.OldNames ?? []).Where(n => n != now?.Name).Distinct()], moves);

        string Name(DocumentPlace place) => known.FirstOrDefault(s => s.Code == place.Section)?.Name ?? place.Section;
    }

    /// <summary>The moves as steps in the history of a version.</summary>
    internal IEnumerable<HistoryStep> Steps => Lines.Select(m => new HistoryStep(m.At, m.By, "機構改革で所管課が変更", "Moved by a reorganisation", $"{m.Becomes}（旧: {m.Was}）"));

    /// <summary>One move.</summary>
    internal sealed record Move(DateTimeOffset At, string By, string Was, string Becomes);

    private sealed record Row(string done_at, string made_by, string was, string becomes);
}
