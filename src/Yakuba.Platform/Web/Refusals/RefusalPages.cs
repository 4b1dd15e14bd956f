using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Web.Refusals;

/// <summary>The last door: what no endpoint answered becomes a page for people and problem details for programs.</summary>
internal static partial class RefusalPages
{
    internal static void Use(IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException refused) when (!http.Response.HasStarted)
        {
            await AnswerAsync(http, WebProblems.Of(refused.StatusCode) ?? WebProblems.StaleForm with { Status = refused.StatusCode });
            return;
        }
        catch (Exception broken) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            Log.Unexpected(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Yakuba.Web"), http.TraceIdentifier, broken);
            await AnswerAsync(http, StorageProblems.From(broken) ?? WebProblems.Unexpected);
            return;
        }

        if (http.Response is { HasStarted: false, ContentType: null, ContentLength: null } && WebProblems.Of(http.Response.StatusCode) is { } problem)
        {
            await AnswerAsync(http, problem);
        }
    });

    private static Task AnswerAsync(HttpContext http, Problem problem)
    {
        http.Response.Clear();
        IResult answer = http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            ? new RazorComponentResult<ProblemPage>(new { Problem = problem, RequestId = problem.Status >= 500 ? http.TraceIdentifier : "" }) { StatusCode = problem.Status }
            : ProblemOpenAi.IsExpected(http.Request) ? problem.ToOpenAi()
            : problem.ToHttp();
        return answer.ExecuteAsync(http);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Request {Id} failed.")]
        internal static partial void Unexpected(ILogger logger, string id, Exception broken);
    }
}
