using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Ask.AskQuestion;
using Yakuba.Office.Ask.Record;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;

namespace Yakuba.Office.Ask.ListAnswers;

/// <summary>The answers given to this person.</summary>
internal static class AskHistoryEndpoint
{
    private const int PageSize = 20;
    private const int LongestSearch = 200;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/ask/history", ShowAsync).Require(Right.Ask).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(string? q, int? page, Principal reader, AnswerArchive archive, CancellationToken cancel)
    {
        var search = (q ?? "").Trim() is { Length: <= LongestSearch } typed ? typed : "";
        var number = Math.Clamp(page ?? 1, 1, 1_000_000);
        var (lines, all) = await archive.ListAsync(reader, search, number, PageSize, cancel);
        var pages = (int)Math.Max(1, (all + PageSize - 1) / PageSize);
        return new RazorComponentResult<AskHistoryPage>(new { Model = new AskHistoryModel([.. lines.Select(Line)], Math.Min(number, pages), pages, search) });
    }

    private static AskHistoryLine Line(ArchivedAnswer a) => new(
        a.Id, a.Question, AnswerViews.Mark(a.Answer.Status), a.AskedAt, a.Answer.RecordIndex.ToString(System.Globalization.CultureInfo.InvariantCulture), a.Answer.Citations.Count);
}
