using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Yakuba.Platform.Telemetry;

namespace Yakuba.Platform;

/// <summary>Problems as problem details (RFC 9457) at the edge of the API.</summary>
public static class ProblemHttp
{
    /// <summary>The problem as an HTTP answer: <c>type</c> is <c>urn:yakuba:problem:NAME</c>, <c>title</c> the message, <c>detail</c> the facts.</summary>
    public static ProblemHttpResult ToHttp(this Problem problem)
    {
        Measures.Refused(problem);
        return TypedResults.Problem(
            detail: problem.Detail.Length == 0 ? null : problem.Detail,
            statusCode: problem.Status,
            title: problem.Message,
            type: "urn:yakuba:problem:" + problem.Name,
            extensions: new Dictionary<string, object?> { ["name"] = problem.Name });
    }
}
