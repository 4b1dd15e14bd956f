using System.Text.RegularExpressions;
using Yakuba.Tests.Architecture;

namespace Yakuba.Tests.Walls;

/// <summary>A way to the product, and how one knocks at it for a paper.</summary>
/// <param name="Name">Method and address as in <c>routes.txt</c>, or the command.</param>
/// <param name="IsCommand">True for commands of the machine.</param>
/// <param name="KnockAsync">Knocks with words about a paper; gives back everything that came.</param>
internal sealed partial record Door(string Name, bool IsCommand, Func<Knocker, Paper, string, Task<string>> KnockAsync)
{
    private const string Table = "tests/Yakuba.Tests/Architecture/routes.txt";

    /// <summary>True for what no paper, asker or word changes: once is enough.</summary>
    internal bool IsAlwaysTheSame => Name.StartsWith("GET /openapi", StringComparison.Ordinal) || Name.StartsWith("GET /assets", StringComparison.Ordinal);

    /// <summary>Every door: all that can be read, all that answers, and every act on a paper.</summary>
    internal static IReadOnlyList<Door> All(WallsTown town) => [.. Read(town), .. Answering, .. Acts, .. Commands];

    internal static IEnumerable<(string Method, string Path)> Routes() => SourceTree.Text(Table).Split('\n')
        .Where(l => l.Length > 0 && !l.StartsWith('#'))
        .Select(l => Line().Match(l))
        .Select(m => (m.Groups[1].Value, m.Groups[2].Value));

    private static IEnumerable<Door> Read(WallsTown town) => from route in Routes()
        where route.Method == "GET"
        select new Door($"GET {route.Path}", false, (who, paper, words) => who.SendAsync(HttpMethod.Get, $"{Filled(route.Path, town, paper)}{Query(route.Path, words, paper)}", accept: route.Path.Contains("/api/", StringComparison.Ordinal) ? "application/json" : "text/html"));

    private static IEnumerable<Door> Answering =>
    [
        new("POST /api/v1/questions", false, (who, _, words) => who.JsonAsync("/api/v1/questions", new { question = words })),
        new("POST /api/v1/questions on another day", false, (who, _, words) => who.JsonAsync("/api/v1/questions", new { question = words, asOf = "2027-05-01" })),
        new("POST /ask", false, (who, _, words) => who.FormAsync("/ask", "text/html", ("question", words))),
        new("POST /ask as a stream", false, (who, _, words) => who.FormAsync("/ask", "text/event-stream", ("question", words))),
        new("POST /v1/chat/completions", false, (who, _, words) => who.JsonAsync("/v1/chat/completions", new { model = "yakuba", messages = new[] { new { role = "user", content = words } } }, asProgram: true)),
        new("POST /v1/chat/completions as a stream", false, (who, _, words) => who.JsonAsync("/v1/chat/completions", new { model = "yakuba", stream = true, messages = new[] { new { role = "user", content = words } } }, asProgram: true)),
        new("POST /mcp ask", false, (who, _, words) => who.ToolAsync("ask", new { question = words })),
        new("POST /mcp search", false, (who, _, words) => who.ToolAsync("search", new { query = words, top = 50 })),
        new("POST /mcp get_document", false, (who, paper, _) => who.ToolAsync("get_document", new { version = paper.Version })),
        new("POST /handover/export", false, (who, paper, _) => who.FormAsync("/handover/export", "text/html", ("section", paper.Section), ("from", "2026-11-01"), ("to", "2026-11-21"), ("form", "csv"))),
        new("POST /reorganise/plan", false, (who, paper, _) => who.FormAsync("/reorganise/plan", "text/html", ("kind", "merge"), ("from", paper.Section), ("into", "070"), ("day", "2027-04-01"))),
        new("POST /api/v1/reorganisations/plan", false, (who, paper, _) => who.JsonAsync("/api/v1/reorganisations/plan", new { kind = "merge", from = new[] { paper.Section }, into = "070", day = "2027-04-01" })),
        new("POST /ask/{id:guid}/feedback", false, (who, paper, _) => who.FormAsync($"/ask/{paper.AnswerId}/feedback", "text/html", ("verdict", "wrong"))),
        new("POST /api/v1/answers/{id:guid}/feedback", false, (who, paper, _) => who.JsonAsync($"/api/v1/answers/{paper.AnswerId}/feedback", new { verdict = "wrong" })),
        new("POST /library/bulk", false, (who, paper, _) => who.Asker.MayRead(paper) ? Task.FromResult("") : who.FormAsync("/library/bulk", "text/html", ("version", $"{paper.Version}"), ("act", "confirm"))),
    ];

    // Refused to those who may not read the paper. Whoever may read it might change it, and the town is asked a thousand times more.
    private static IEnumerable<Door> Acts => from route in Routes()
        where route.Method != "GET" && (route.Path.Contains("{version:long}", StringComparison.Ordinal) || route.Path.Contains("{draft:guid}", StringComparison.Ordinal))
        select new Door($"{route.Method} {route.Path}", false, (who, paper, _) => who.Asker.MayRead(paper) ? Task.FromResult("") : route.Path.StartsWith("/api/", StringComparison.Ordinal)
            ? who.SendAsync(new HttpMethod(route.Method), Filled(route.Path, null, paper), route.Method == "DELETE" ? null : new StringContent("{\"reason\":\"test\"}", null, "application/json"), "application/json")
            : who.FormAsync(Filled(route.Path, null, paper), "text/html", ("reason", "test"), ("title", "test")));

    private static IEnumerable<Door> Commands =>
    [
        new("yakuba ask", true, (who, _, words) => who.CommandAsync("ask", words)),
        new("yakuba search", true, (who, _, words) => who.CommandAsync("search", words, "--top", "100")),
        new("yakuba search --json", true, (who, _, words) => who.CommandAsync("search", words, "--top", "100", "--json")),
    ];

    /// <exception cref="InvalidOperationException">A route has a parameter that nobody fills: the matrix would not knock there.</exception>
    private static string Filled(string path, WallsTown? town, Paper paper) => Parameter().Replace(path, m => m.Groups[1].Value switch
    {
        "version" => $"{paper.Version}",
        "document" => paper.DocumentId,
        "id" => paper.AnswerId.Length > 0 ? paper.AnswerId : "0199aaaa-0000-7000-8000-000000000000",
        "job" => town!.Jobs[paper.Number % town.Jobs.Count],
        "template" => "notice",
        "draft" => paper.DraftId.Length > 0 ? paper.DraftId : "0199aaaa-0000-7000-8000-000000000000",
        "upload" => "0199aaaa-0000-7000-8000-000000000000",
        "index" => $"{(paper.Number * 7) + 1}",
        "number" => "1",
        "userName" => "kudo",
        "act" => "confirm",
        "fingerprint" => "0",
        "name" => "site.css",
        "documentName" => "v1",
        "model" => "yakuba",
        var other => throw new InvalidOperationException($"{path}: the matrix does not know what to put for {other}."),
    });

    private static string Query(string path, string words, Paper paper) => path is "/api/v1/handover" or "/reorganise/split" ? $"?section={paper.Section}&from=2026-11-01&to=2026-11-21"
        : path.Contains('{', StringComparison.Ordinal) && !path.EndsWith("/sources", StringComparison.Ordinal) ? "" : $"?q={Uri.EscapeDataString(words)}&question={Uri.EscapeDataString(words)}&top=100&size=200";

    [GeneratedRegex(@"^(\S+)\s+(.+?)\s+\S+$")]
    private static partial Regex Line();

    [GeneratedRegex(@"\{\**(\w+)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")]
    private static partial Regex Parameter();
}
