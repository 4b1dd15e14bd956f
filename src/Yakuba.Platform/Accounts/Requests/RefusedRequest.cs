using Microsoft.AspNetCore.Http;

namespace Yakuba.Platform.Accounts.Requests;

/// <summary>Answers a request that was not let in: problem details for programs, the way to the right page for people.</summary>
internal static class RefusedRequest
{
    internal static async Task AnswerAsync(HttpContext context, Problem problem)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!IsPage(context.Request))
        {
            if (problem.Status == StatusCodes.Status401Unauthorized)
            {
                context.Response.Headers.WWWAuthenticate = "Bearer";
            }

            await (ProblemOpenAi.IsExpected(context.Request) ? (IResult)problem.ToOpenAi() : problem.ToHttp()).ExecuteAsync(context);
        }
        else if (Elsewhere(context.Request, problem) is { } address)
        {
            if (context.Request.Headers.ContainsKey("HX-Request"))
            {
                context.Response.Headers["HX-Redirect"] = address; // the whole page must change, not the part that htmx asked for
            }
            else
            {
                context.Response.Redirect(address);
            }
        }
        else
        {
            context.Response.StatusCode = problem.Status;
            await AccountsPages.Refused(problem).ExecuteAsync(context);
        }
    }

    /// <summary>True for a person with a browser: not the API's addresses, and HTML is welcome.</summary>
    internal static bool IsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/v1") && !request.Path.StartsWithSegments("/mcp")
        && (request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase) || request.Headers.ContainsKey("HX-Request"));

    private static string? Elsewhere(HttpRequest request, Problem problem)
    {
        if (problem.Name == AccountsProblems.PasswordMustChange.Name)
        {
            return "/me/password";
        }

        if (problem.Name != AccountsProblems.SignInNeeded.Name)
        {
            return null;
        }

        var back = HttpMethods.IsGet(request.Method) && !request.Headers.ContainsKey("HX-Request") ? request.PathBase + request.Path + request.QueryString : "/";
        return "/signin?return=" + Uri.EscapeDataString(back);
    }
}
