using Yakuba.Office.Library.Review;
using Yakuba.Platform;

namespace Yakuba.Office.Library.Changing;

/// <summary>The steps in the life of a document behind one door, for pages, lists and the API. Each returns null when it was done, or why it was not.</summary>
internal sealed class LifeCycle(
    ConfirmDocumentHandler confirm,
    PublishDocumentHandler publish,
    WithdrawDocumentHandler withdraw,
    RetireDocumentHandler retire,
    UndoRetireHandler undo,
    ReviseDetailsHandler revise,
    DeleteVersionHandler delete,
    ReviewDocumentHandler review,
    UndoReviewHandler undoReview)
{
    internal async Task<Problem?> ConfirmAsync(ConfirmDocument request, Principal who, Actor by, CancellationToken cancel) => (await confirm.HandleAsync(request, who, by, cancel)).Problem;

    internal async Task<Problem?> PublishAsync(PublishDocument request, Principal who, Actor by, CancellationToken cancel) => (await publish.HandleAsync(request, who, by, cancel)).Problem;

    internal async Task<Problem?> WithdrawAsync(WithdrawDocument request, Principal who, Actor by, CancellationToken cancel) => (await withdraw.HandleAsync(request, who, by, cancel)).Problem;

    internal async Task<Problem?> RetireAsync(RetireDocument request, Principal who, Actor by, CancellationToken cancel) => (await retire.HandleAsync(request, who, by, cancel)).Problem;

    internal async Task<Problem?> UndoAsync(UndoRetire request, Principal who, Actor by, CancellationToken cancel) => (await undo.HandleAsync(request, who, by, cancel)).Problem;

    internal async Task<Problem?> ReviseAsync(ReviseDetails request, Principal who, Actor by, CancellationToken cancel) => (await revise.HandleAsync(request, who, by, cancel)).Problem;

    internal async Task<Problem?> DeleteAsync(DeleteVersion request, Principal who, Actor by, CancellationToken cancel) => (await delete.HandleAsync(request, who, by, cancel)).Problem;

    internal async Task<Problem?> ReviewAsync(ReviewDocument request, Principal who, Actor by, CancellationToken cancel) => (await review.HandleAsync(request, who, by, cancel)).Problem;

    internal async Task<Problem?> UndoReviewAsync(UndoReview request, Principal who, Actor by, CancellationToken cancel) => (await undoReview.HandleAsync(request, who, by, cancel)).Problem;
}
