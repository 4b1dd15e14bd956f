using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Draft.Approve;
using Yakuba.Office.Draft.Issue;
using Yakuba.Office.Draft.Store;
using Yakuba.Office.Draft.Text;
using Yakuba.Office.Draft.WriteDraft;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Draft.Program;

using CardOrProblem = Results<Ok<DraftJson>, ProblemHttpResult>;

/// <summary>Drafts over the API: the same handlers as the pages.</summary>
internal static class DraftsApi
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/drafts").WithTags("drafts").Require(Right.WriteDrafts);
        api.MapGet("", ListAsync).WithSummary("起案の一覧（q: 言葉、state: 状態、section: 課のコード、mine: 自分の起案だけ、page: 1から）");
        api.MapPost("", CreateAsync).WithSummary("起案する（template: ひな形、section: 課、label: 公開範囲、facts: 項目と値）");
        api.MapGet("waiting", WaitingAsync).WithSummary("決裁待ちの起案");
        api.MapGet("{draft:guid}", ShowAsync).WithSummary("起案を1件読む（version: 版の番号）");
        api.MapPut("{draft:guid}/text", ReviseAsync).WithSummary("起案文を変える（was: 見ていた版、parts: 部分と文、facts: 項目と値）");
        api.MapPost("{draft:guid}/submission", SubmitAsync).WithSummary("決裁に回す（version: 見ていた版、route: 経路、consulted: 合議する課のコード）");
        api.MapPost("{draft:guid}/decision", DecideAsync).WithSummary("承認または差戻し（version: 見ていた版、approve: 承認するか、remark: 意見）");
        api.MapDelete("{draft:guid}/submission", PullBackAsync).WithSummary("引き戻す");
        api.MapPost("{draft:guid}/issue", IssueAsync).WithSummary("施行する（文書番号が付く）");
    }

    private static async Task<Results<Ok<DraftsJson>, ProblemHttpResult>> ListAsync(string? q, string? state, string? section, bool? mine, int? page, DraftDesk desk, Principal who, CancellationToken cancel)
    {
        if (!string.IsNullOrEmpty(state) && DraftStates.Parse(state) is null)
        {
            return DraftProblems.UnknownState.ToHttp();
        }

        var filter = new DraftFilter(DraftWords.Clean(q), DraftStates.Parse(state), section ?? "", mine == true, Math.Clamp(page ?? 1, 1, 100_000));
        var (lines, counts) = await desk.ListAsync(who, filter, cancel);
        return TypedResults.Ok(new DraftsJson(filter.State is { } one ? counts.GetValueOrDefault(one) : counts.Values.Sum(), [.. lines.Select(DraftJson.Of)]));
    }

    private static async Task<Ok<DraftsJson>> WaitingAsync(WaitingList waiting, Principal who, CancellationToken cancel)
    {
        var all = await waiting.OfAsync(who, cancel);
        return TypedResults.Ok(new DraftsJson(all.Count, [.. all.Select(w => DraftJson.Of(w.Card))]));
    }

    private static async Task<Results<Ok<OpenDraftJson>, ProblemHttpResult>> ShowAsync(Guid draft, int? version, DraftDesk desk, Database database, Principal who, CancellationToken cancel)
    {
        if (!(await desk.OpenAsync(who, draft, version, cancel)).TryGet(out var open, out var problem))
        {
            return problem.ToHttp();
        }

        await using var read = await database.ReadAsync(cancel);
        return TypedResults.Ok(OpenDraftJson.Of(open, await StepRows.OfAsync(read, draft, cancel), await IssuedDraft.OfAsync(read, draft, cancel)));
    }

    private static async Task<CardOrProblem> CreateAsync(CreateBody body, CreateDraftHandler handler, Principal who, Actor by, CancellationToken cancel) =>
        Labels.Parse(body.Label ?? Label.Internal.ToName()) is { } label
            ? Answer(await handler.HandleAsync(new CreateDraft(body.Template ?? "", body.Section ?? "", label, Facts(body.Facts)), who, by, cancel))
            : DraftProblems.UnknownLabel.ToHttp();

    private static async Task<CardOrProblem> ReviseAsync(Guid draft, ReviseBody body, ReviseDraftHandler handler, Principal who, Actor by, CancellationToken cancel)
    {
        var parts = new Dictionary<PartRole, string>();
        foreach (var (key, words) in body.Parts ?? [])
        {
            if (PartRoles.Parse(key) is not { } role)
            {
                return DraftProblems.UnknownPart.ToHttp();
            }

            parts[role] = words ?? "";
        }

        return Answer(await handler.HandleAsync(new ReviseDraft(draft, body.Was, parts, Facts(body.Facts)), who, by, cancel));
    }

    private static async Task<CardOrProblem> SubmitAsync(Guid draft, SubmitBody body, SubmitDraftHandler handler, Principal who, Actor by, CancellationToken cancel) =>
        Answer(await handler.HandleAsync(new SubmitDraft(draft, body.Version, body.Route ?? "", body.Consulted ?? []), who, by, cancel));

    private static async Task<CardOrProblem> DecideAsync(Guid draft, DecideBody body, DecideDraftHandler handler, Principal who, Actor by, CancellationToken cancel) =>
        Answer(await handler.HandleAsync(new DecideDraft(draft, body.Version, body.Approve, body.Remark ?? ""), who, by, cancel));

    private static async Task<CardOrProblem> PullBackAsync(Guid draft, PullBackDraftHandler handler, Principal who, Actor by, CancellationToken cancel) => Answer(await handler.HandleAsync(draft, who, by, cancel));

    private static async Task<CardOrProblem> IssueAsync(Guid draft, IssueDraftHandler handler, Principal who, Actor by, CancellationToken cancel) => Answer(await handler.HandleAsync(draft, who, by, cancel));

    private static Dictionary<string, string> Facts(Dictionary<string, string?>? sent) => (sent ?? []).ToDictionary(f => f.Key, f => f.Value ?? "");

    private static CardOrProblem Answer(Result<DraftCard> result) => result.Match<CardOrProblem>(card => TypedResults.Ok(DraftJson.Of(card)), problem => problem.ToHttp());

    internal sealed record CreateBody(string? Template, string? Section, string? Label, Dictionary<string, string?>? Facts);

    internal sealed record ReviseBody(int Was, Dictionary<string, string?>? Parts, Dictionary<string, string?>? Facts);

    internal sealed record SubmitBody(int Version, string? Route, IReadOnlyList<string>? Consulted);

    internal sealed record DecideBody(int Version, bool Approve, string? Remark);
}
