using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Yakuba.Platform;

/// <summary>Problems as OpenAI-compatible clients expect errors, for the addresses below <c>/v1</c>.</summary>
public static class ProblemOpenAi
{
    /// <summary>True for an address whose callers expect this form.</summary>
    public static bool IsExpected(HttpRequest request) => request.Path.StartsWithSegments("/v1");

    /// <summary>The problem as <c>{"error": {"message", "type", "param", "code"}}</c>; <c>code</c> is the problem's stable name.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="param">The field of the request that is wrong; null when it is none.</param>
    public static JsonHttpResult<OpenAiErrorBody> ToOpenAi(this Problem problem, string? param = null) =>
        TypedResults.Json(problem.ToOpenAiBody(param), statusCode: problem.Status);

    /// <summary>The same as a value, for the inside of a stream.</summary>
    public static OpenAiErrorBody ToOpenAiBody(this Problem problem, string? param = null) => new(new OpenAiError(
        problem.ToString(),
        problem.Status switch
        {
            StatusCodes.Status401Unauthorized => "authentication_error",
            StatusCodes.Status403Forbidden => "permission_error",
            StatusCodes.Status429TooManyRequests => "rate_limit_error",
            < StatusCodes.Status500InternalServerError => "invalid_request_error",
            _ => "server_error",
        },
        param,
        problem.Name));
}

/// <summary>An error with its envelope.</summary>
/// <param name="Error">The error.</param>
public sealed record OpenAiErrorBody(OpenAiError Error);

/// <summary>An error as OpenAI-compatible clients read it.</summary>
/// <param name="Message">What happened and what to do.</param>
/// <param name="Type">The kind of error.</param>
/// <param name="Param">The field of the request, or null.</param>
/// <param name="Code">Stable name of the problem.</param>
public sealed record OpenAiError(string Message, string Type, string? Param, string Code);
