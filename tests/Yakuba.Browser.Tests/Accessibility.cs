using System.Text.Json;
using Yakuba.Testing;

namespace Yakuba.Browser.Tests;

/// <summary>Asks axe-core which WCAG 2.2 A and AA rules the page breaks.</summary>
internal static class Accessibility
{
    // Evaluated past the page's content security policy, which stays in force for the page itself.
    private const string Run = """
        (async () => {
          const result = await axe.run(document, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
          return JSON.stringify(result.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(" ")} – ${n.any.concat(n.all, n.none).map(c => c.message).join("; ")}`)));
        })()
        """;

    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Repository.PathOf("tests/Yakuba.Browser.Tests/axe/axe.min.js")));

    /// <summary>The violations, one line each.</summary>
    internal static async Task<IReadOnlyList<string>> ViolationsAsync(Visit visit)
    {
        var browser = await visit.DebuggerAsync();
        await EvaluateAsync(browser, Axe.Value + ";0");
        var found = await EvaluateAsync(browser, Run);
        return JsonSerializer.Deserialize<string[]>(found.GetString()!)!;
    }

    private static async Task<JsonElement> EvaluateAsync(Microsoft.Playwright.ICDPSession browser, string script)
    {
        var answer = await browser.SendAsync("Runtime.evaluate", new Dictionary<string, object> { ["expression"] = script, ["awaitPromise"] = true, ["returnByValue"] = true });
        return answer is { } got && !got.TryGetProperty("exceptionDetails", out _)
            ? got.GetProperty("result").TryGetProperty("value", out var value) ? value : default
            : throw new InvalidOperationException($"The script failed: {answer}");
    }
}
