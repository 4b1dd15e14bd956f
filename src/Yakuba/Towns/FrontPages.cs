using System.Net;
using System.Security.Cryptography;
using System.Text;
using Yakuba.Platform;

namespace Yakuba.Towns;

/// <summary>What the front itself answers: where no town is meant, and where a town cannot be reached. It knows no town's name and shows none.</summary>
internal static class FrontPages
{
    private const string Style =
        "body{margin:0;font-family:system-ui,sans-serif;line-height:1.8;color:#1f2328;background:#fff}main{max-width:36em;margin:12vh auto 0;padding:0 1.5em}h1{font-size:1.5em}"
        + "@media (prefers-color-scheme:dark){body{color:#e6e6e6;background:#16181b}}";

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    internal static async Task AnswerAsync(HttpContext http, Problem problem)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (problem.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable && problem != TownProblems.Suspended)
        {
            headers.RetryAfter = "5";
        }

        http.Response.StatusCode = problem.Status;
        if (!http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            await problem.ToHttp().ExecuteAsync(http);
            return;
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.WriteAsync(Page(problem), http.RequestAborted);
        }
    }

    private static string Page(Problem problem)
    {
        var title = problem.Status == StatusCodes.Status404NotFound ? "画面が見つかりません" : problem == TownProblems.Suspended ? "停止しています" : "いまは開けません";
        return $"<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title} – Yakuba 役場</title>"
            + $"<style>{Style}</style></head><body><main><h1>{title}</h1><p>{WebUtility.HtmlEncode(problem.Message)}</p></main></body></html>\n";
    }
}
