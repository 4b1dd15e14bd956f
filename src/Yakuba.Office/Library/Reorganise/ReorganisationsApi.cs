using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Reorganise;

/// <summary>Reorganisations over the API.</summary>
internal static class ReorganisationsApi
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/reorganisations").WithTags("library").Require(Right.ManagePeople);
        api.MapGet("", ListAsync).WithSummary("機構改革の一覧");
        api.MapPost("plan", PlanAsync).WithSummary("機構改革の計画（何が移るか。何も変更しない）");
        api.MapPost("", DoAsync).WithSummary("機構改革を行う（kind: rename, merge, split, close。先の日は予定として登録する）");
        api.MapDelete("{number:long}", UndoAsync).WithSummary("機構改革を元に戻す、または予定を取りやめる");
    }

    private static async Task<Ok<IReadOnlyList<ReorganisationJson>>> ListAsync(Database database, CancellationToken cancel)
    {
        await using var read = await database.ReadAsync(cancel);
        return TypedResults.Ok<IReadOnlyList<ReorganisationJson>>([.. (await ReorganisationStore.ListAsync(read, cancel)).Select(ReorganisationJson.Of)]);
    }

    private static async Task<Results<Ok<PlanJson>, ProblemHttpResult>> PlanAsync(Body body, ReorganiseHandler handler, Principal who, TimeProvider time, CancellationToken cancel) =>
        body.Read(time.Today()).TryGet(out var request, out var problem) && (await handler.PlanAsync(request, who, cancel)).TryGet(out var plan, out problem)
            ? TypedResults.Ok(PlanJson.Of(plan))
            : problem!.ToHttp();

    private static async Task<Results<Created<ReorganisationJson>, ProblemHttpResult>> DoAsync(
        Body body, ReorganiseHandler handler, Principal who, Actor by, TimeProvider time, CancellationToken cancel) =>
        body.Read(time.Today()).TryGet(out var request, out var problem) && (await handler.DoAsync(request, body.Plan ?? "", who, by, cancel)).TryGet(out var kept, out problem)
            ? TypedResults.Created("/api/v1/reorganisations", ReorganisationJson.Of(kept))
            : problem!.ToHttp();

    private static async Task<Results<Ok<ReorganisationJson>, ProblemHttpResult>> UndoAsync(long number, ReorganiseHandler handler, Actor by, CancellationToken cancel) =>
        (await handler.UndoAsync(number, by, cancel)).Match<Results<Ok<ReorganisationJson>, ProblemHttpResult>>(
            kept => TypedResults.Ok(ReorganisationJson.Of(kept)), problem => problem.ToHttp());

    /// <summary>What is asked.</summary>
    /// <param name="Kind"><c>rename</c>, <c>merge</c>, <c>split</c> or <c>close</c>.</param>
    /// <param name="From">Names or codes of the sections.</param>
    /// <param name="Into">Name or code of the section that takes over, or the code of a new one.</param>
    /// <param name="Name">New name.</param>
    /// <param name="Kana">Its reading.</param>
    /// <param name="Day">From when; today when left out.</param>
    /// <param name="Documents">Numbers of versions that a split takes along.</param>
    /// <param name="People">User names that a split takes along.</param>
    /// <param name="Plan">The plan that was looked at; left out where none was.</param>
    internal sealed record Body(
        string? Kind, IReadOnlyList<string>? From, string? Into = null, string? Name = null, string? Kana = null, DateOnly? Day = null,
        IReadOnlyList<uint>? Documents = null, IReadOnlyList<string>? People = null, string? Plan = null)
    {
        internal Result<ReorganiseSections> Read(DateOnly today) => ReorganisationKinds.Parse(Kind) is not { } kind
            ? ReorganiseProblems.UnknownKind.With(Kind ?? "")
            : new ReorganiseSections(kind, From ?? [], Into ?? "", Name ?? "", Kana ?? "", Day ?? today) { Documents = Documents ?? [], People = People ?? [] };
    }
}
