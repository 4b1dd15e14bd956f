using Yakuba.Documents;
using Yakuba.Platform;

namespace Yakuba.Office.Library.Importing;

/// <summary>A file that was read and cut, not yet stored.</summary>
/// <param name="Item">What was asked.</param>
/// <param name="Sha256">Hash of its content.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Read">The document and its report.</param>
/// <param name="Passages">Its passages, in order.</param>
internal sealed record ReadFile(ImportItem Item, string Sha256, long Bytes, ReadDocument Read, IReadOnlyList<Passage> Passages)
{
    internal string Title => Item.Title.Length > 0 ? Item.Title : Read.Document.Title;

    internal DateOnly? ValidFrom => Item.Kept is not null ? Day(Item.Kept.ValidFrom) : Item.ValidFrom ?? Read.Document.Dates.EnforcedFrom;

    internal DateOnly? ValidTo => Item.Kept is not null ? Day(Item.Kept.ValidTo) : Item.ValidTo ?? Read.Document.Dates.RepealedFrom?.AddDays(-1);

    internal DateOnly? ReviewOn => Item.Kept is not null ? Day(Item.Kept.ReviewOn) : Item.ReviewOn;

    /// <summary>What the report of the import keeps of it.</summary>
    internal FileFindings Findings { get; } = FileFindings.Of(Read.Report);

    private static DateOnly? Day(string stored) => stored.Length == 0 ? null : JapanTime.DateFromStore(stored);
}
