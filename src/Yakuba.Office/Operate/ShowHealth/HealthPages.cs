using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Operate.StandReady;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Operate.ShowHealth;

/// <summary>The health page for staff, and one word for monitors.</summary>
internal static class HealthPages
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", ShowAsync).Require(Right.ReadHealth).ExcludeFromDescription();
        routes.MapGet("/api/v1/health", GetAsync).WithTags("operate").WithSummary("稼働状況を見る").Require(Right.ReadHealth);
        routes.MapGet("/healthz", Live).AllowResident().ExcludeFromDescription();
        routes.MapGet("/readyz", Ready).AllowResident().ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(HealthLook look, Words words, CancellationToken cancel) =>
        new RazorComponentResult<HealthPage>(new { Model = await look.LookAsync(words, cancel) });

    private static async Task<Ok<HealthJson>> GetAsync(HealthLook look, Words words, CancellationToken cancel)
    {
        var model = await look.LookAsync(words, cancel);
        return TypedResults.Ok(new HealthJson(
            model.At,
            model.Checks.Select(c => c.State).DefaultIfEmpty().Max().ToString().ToLowerInvariant(),
            [.. model.Checks.Select(c => new CheckJson(c.Name, c.State.ToString().ToLowerInvariant(), c.Finding, c.NextStep))]));
    }

    // Anyone may ask, so these say nothing about the machine but one word, and neither waits for anything: a server that is only slow is not started anew.
    private static ContentHttpResult Live(HttpContext http) => Word(http, null);

    private static ContentHttpResult Ready(HttpContext http, Readiness readiness) => Word(http, readiness.Problem);

    private static ContentHttpResult Word(HttpContext http, Problem? problem)
    {
        http.Response.Headers.CacheControl = "no-store";
        return problem is null ? TypedResults.Text("ok\n") : TypedResults.Text(problem.Name + "\n", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>How the program is.</summary>
    /// <param name="At">When it was looked at.</param>
    /// <param name="State"><c>good</c>, <c>watch</c> or <c>bad</c>: the worst of the checks.</param>
    /// <param name="Checks">What was looked at, worst first.</param>
    internal sealed record HealthJson(DateTimeOffset At, string State, IReadOnlyList<CheckJson> Checks);

    /// <summary>One thing looked at.</summary>
    internal sealed record CheckJson(string Name, string State, string Finding, string NextStep);
}
