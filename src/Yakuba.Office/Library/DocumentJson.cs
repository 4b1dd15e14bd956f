using Yakuba.Office.Library.Catalogue;
using Yakuba.Platform;

namespace Yakuba.Office.Library;

/// <summary>A version in the API: keys and codes that programs rely on.</summary>
internal sealed record DocumentJson(
    long Version,
    string Document,
    int Ordinal,
    string Title,
    string FileName,
    string Kind,
    string Section,
    string Label,
    string State,
    string Standing,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    DateOnly? ReviewOn,
    DateTimeOffset? ConfirmedAt,
    string ConfirmedBy,
    string Sha256,
    long Bytes,
    int Passages,
    int FaqEntries,
    int Articles,
    int Doubts,
    DateTimeOffset ImportedAt,
    DateTimeOffset ChangedAt)
{
    internal static DocumentJson Of(VersionCard card, DateOnly today, bool isStaff) => new(
        card.Number,
        card.Rights.DocumentId,
        card.Ordinal,
        card.Title,
        card.FileName,
        card.Kind,
        card.Rights.Section,
        card.Rights.Label.ToName(),
        card.Rights.State.ToKey(),
        card.Rights.On(today).ToString(),
        card.Rights.ValidFrom,
        card.Rights.ValidTo,
        card.ReviewOn,
        card.Confirmed?.At,
        isStaff ? card.Confirmed?.By ?? "" : "",
        card.Sha256,
        card.Bytes,
        card.Passages,
        card.FaqEntries,
        card.Articles,
        card.Doubts,
        card.ImportedAt,
        card.ChangedAt);
}
