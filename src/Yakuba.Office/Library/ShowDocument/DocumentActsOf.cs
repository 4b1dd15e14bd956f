using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;

namespace Yakuba.Office.Library.ShowDocument;

/// <summary>What a person may do with a version now: the buttons of its page. The handlers ask again.</summary>
internal static class DocumentActsOf
{
    internal static DocumentActs For(Principal reader, VersionCard card)
    {
        var acts = DocumentActs.Download;
        if (reader.MayDelete(card.Rights))
        {
            acts |= DocumentActs.Delete;
        }

        if (!reader.MayConfirm(card.Rights))
        {
            return acts;
        }

        acts |= card.Rights.State switch
        {
            VersionState.Draft => DocumentActs.Confirm | DocumentActs.Publish,
            VersionState.Confirmed => DocumentActs.Publish | DocumentActs.Withdraw | DocumentActs.Retire | DocumentActs.Review,
            VersionState.Published => DocumentActs.Withdraw | DocumentActs.Retire | DocumentActs.Review,
            _ => DocumentActs.UndoRetire,
        };
        if (card.IsReviewed && acts.HasFlag(DocumentActs.Review))
        {
            acts |= DocumentActs.UndoReview;
        }

        return card.RetiredFrom is null ? acts : acts | DocumentActs.UndoRetire;
    }
}
