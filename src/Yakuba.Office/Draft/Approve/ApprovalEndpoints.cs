using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Draft.Issue;
using Yakuba.Office.Draft.ShowDraft;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Draft.Approve;

/// <summary>The acts on a draft's way round, from its page.</summary>
internal static class ApprovalEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup("/drafts/{draft:guid}").Require(Right.WriteDrafts).ExcludeFromDescription();
        page.MapPost("submit", SubmitAsync);
        page.MapPost("decide", DecideAsync);
        page.MapPost("pull-back", PullBackAsync);
        page.MapPost("issue", IssueAsync);
    }

    private static async Task<IResult> SubmitAsync(
        Guid draft, IFormCollection form, SubmitDraftHandler handler, DraftPageModels models, Principal who, Actor by, Words words, CancellationToken cancel) =>
        await DraftPages.AfterAsync(
            await handler.HandleAsync(new SubmitDraft(draft, Version(form), FormText.Of(form, "route"), FormText.All(form, "consulted")), who, by, cancel), draft, "submitted", models, who, words, cancel);

    private static async Task<IResult> DecideAsync(
        Guid draft, IFormCollection form, DecideDraftHandler handler, DraftPageModels models, Principal who, Actor by, Words words, CancellationToken cancel)
    {
        var isApproved = FormText.Of(form, "act") == "approve";
        return await DraftPages.AfterAsync(
            await handler.HandleAsync(new DecideDraft(draft, Version(form), isApproved, FormText.Of(form, "remark")), who, by, cancel), draft, isApproved ? "approved" : "returned", models, who, words, cancel);
    }

    private static async Task<IResult> PullBackAsync(
        Guid draft, IFormCollection form, PullBackDraftHandler handler, DraftPageModels models, Principal who, Actor by, Words words, CancellationToken cancel) =>
        await DraftPages.AfterAsync(await handler.HandleAsync(draft, who, by, cancel), draft, "pulled-back", models, who, words, cancel);

    private static async Task<IResult> IssueAsync(Guid draft, IFormCollection form, IssueDraftHandler handler, DraftPageModels models, Principal who, Actor by, Words words, CancellationToken cancel) =>
        await DraftPages.AfterAsync(await handler.HandleAsync(draft, who, by, cancel), draft, "issued", models, who, words, cancel);

    private static int Version(IFormCollection form) => int.TryParse(FormText.Of(form, "version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
