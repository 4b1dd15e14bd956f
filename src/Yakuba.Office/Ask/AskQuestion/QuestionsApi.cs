using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Ask.Answering;
using Yakuba.Office.Ask.Record;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;

namespace Yakuba.Office.Ask.AskQuestion;

/// <summary>Questions over the API. Without a token one asks as a resident.</summary>
internal static class QuestionsApi
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/v1/questions", PostAsync).WithTags("ask").WithSummary("質問し、根拠を確かめた回答を受け取る（「」の中の言葉を、そのまま含む文書を優先する）").AllowResident();
        routes.MapGet("/api/v1/answers/{id:guid}", GetAsync).WithTags("ask").WithSummary("記録された回答を読む").AllowResident();
    }

    private static async Task<Results<Ok<AnswerJson>, ProblemHttpResult>> PostAsync(
        Body body, AskHandler handler, MeantSpelling meant, Principal principal, HttpContext http, CancellationToken cancel)
    {
        var input = new AskInput(body.Question ?? "", body.AsOf ?? "", body.Scope ?? "", IsSure: true);
        var result = await handler.HandleAsync(input, http, _ => Task.CompletedTask, cancel);
        var mended = result.TryGet(out var given, out _) ? await meant.OfAsync(input.Question, given, principal, cancel) : "";
        return result.Match<Results<Ok<AnswerJson>, ProblemHttpResult>>(
            answer => TypedResults.Ok(Shown(answer, principal) with { Meant = mended }), problem => problem.ToHttp());
    }

    private static async Task<Results<Ok<AnswerJson>, ProblemHttpResult>> GetAsync(Guid id, AnswerArchive archive, Principal principal, CancellationToken cancel) =>
        (await archive.FindAsync(id.ToString("D"), principal, cancel)).Match<Results<Ok<AnswerJson>, ProblemHttpResult>>(
            archived => TypedResults.Ok(Shown(archived.Answer, principal)), problem => problem.ToHttp());

    // Sentences that could not be verified are for staff and auditors only, and so is how sure the machine was.
    private static AnswerJson Shown(Answer answer, Principal principal) => principal.IsStaff
        ? AnswerJson.Of(answer)
        : AnswerJson.Of(answer with { Removed = [] }) with { Confidence = null };

    /// <summary>A question.</summary>
    /// <param name="Question">In the asker's own words; 1 to 2,000 UTF-16 code units.</param>
    /// <param name="AsOf">The day for which the answer is to hold, yyyy-MM-dd; left out for today.</param>
    /// <param name="Scope"><c>citizen</c> to ask only what residents may read.</param>
    internal sealed record Body(string? Question, string? AsOf = null, string? Scope = null);
}
