using Yakuba.Documents;
using Yakuba.Platform;

namespace Yakuba.Office.Library.Importing;

/// <summary>A file that was read and cut, not yet stored.</summary>
/// <param name="Item">What was asked.</param>
/// <param name="Original">Its copy beside the originals.</param>
/// <param name="Reading">The document and its text.</param>
internal sealed record ReadFile(ImportItem Item, ArrivedFile Original, WorkerReading Reading)
{
    internal DocumentHead Read => Reading.Document!;

    internal string Title => Item.Title.Length > 0 ? Item.Title : Read.Title;

    internal DateOnly? ValidFrom => Item.Kept is not null ? Day(Item.Kept.ValidFrom) : Item.ValidFrom ?? Read.Dates.EnforcedFrom;

    internal DateOnly? ValidTo => Item.Kept is not null ? Day(Item.Kept.ValidTo) : Item.ValidTo ?? Read.Dates.RepealedFrom?.AddDays(-1);

    internal DateOnly? ReviewOn => Item.Kept is not null ? Day(Item.Kept.ReviewOn) : Item.ReviewOn;

    /// <summary>What the report of the import keeps of it.</summary>
    internal FileFindings Findings { get; } = FileFindings.Of(Reading.Document!.Report);

    private static DateOnly? Day(string stored) => stored.Length == 0 ? null : JapanTime.DateFromStore(stored);
}
