using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ModelContextProtocol.Protocol;
using Yakuba.Office.Ask;
using Yakuba.Office.Ask.Answering;
using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform;

namespace Yakuba.Api.Mcp;

/// <summary>Runs a tool with the rights of the token's owner.</summary>
internal sealed class McpCalls(AskForProgram ask, LibrarySearch search, MeantSpelling meant, Principal principal, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    // As at every other door: a token without the right to read documents finds what residents find.
    private Principal Reader => LibraryReader.Of(principal);

    /// <summary>Runs it. What was wrong with the call is told to the client's model, which can mend it.</summary>
    internal async Task<CallToolResult> RunAsync(CallToolRequestParams? call, HttpContext http, CancellationToken cancel)
    {
        var arguments = new McpArguments(call?.Arguments);
        var result = call?.Name switch
        {
            McpTools.Ask => await AskAsync(arguments, http, cancel),
            McpTools.Search => await SearchAsync(arguments, cancel),
            McpTools.GetDocument => await ReadAsync(arguments, cancel),
            _ => ApiProblems.UnknownTool,
        };
        return result.Match(
            json => new CallToolResult { Content = [new TextContentBlock { Text = json.GetRawText() }], StructuredContent = json },
            problem => new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = $"{problem}（{problem.Name}）" }] });
    }

    private async Task<Result<JsonElement>> AskAsync(McpArguments arguments, HttpContext http, CancellationToken cancel)
    {
        var question = new Question(arguments.Text("question"), arguments.Day("on"));
        if (arguments.Problem is { } problem || !(await ask.RunAsync(question, http, _ => Task.CompletedTask, cancel)).TryGet(out var answer, out problem))
        {
            return problem;
        }

        return Element(AnswerJson.Of(answer) with { Meant = await meant.OfAsync(question.Text, answer, principal, cancel) });
    }

    private async Task<Result<JsonElement>> SearchAsync(McpArguments arguments, CancellationToken cancel)
    {
        var query = arguments.Text("query");
        var top = arguments.Number("top", 10, 1, 50);
        var day = arguments.Day("on") ?? time.Today();
        if (arguments.Problem is not null || query.Length > Question.MaxLength)
        {
            return arguments.Problem ?? ApiProblems.BadArgument.With($"query: {Question.MaxLength}文字まで");
        }

        var found = await search.FindExactAsync(Reader, query, day, Standing.InForce, top, cancel);
        return Element(SearchJson.Of(query, found, await meant.MendAsync(Reader, query, cancel)));
    }

    private async Task<Result<JsonElement>> ReadAsync(McpArguments arguments, CancellationToken cancel)
    {
        var version = arguments.Number("version", 0, 1, int.MaxValue);
        var from = arguments.Number("from", 0, 0, int.MaxValue - 100);
        var count = arguments.Number("count", 20, 1, 100);
        if (arguments.Problem is not null || version == 0)
        {
            return arguments.Problem ?? ApiProblems.BadArgument.With("version");
        }

        var passages = new List<FoundPassage>();
        while (passages.Count < count && await search.PassageAsync(Reader, (uint)version, from + passages.Count, cancel) is { } passage)
        {
            passages.Add(passage);
        }

        return passages.Count == 0
            ? ApiProblems.NoDocument
            : Element(new { version, title = passages[0].Title, next = passages.Count == count ? from + count : (int?)null, passages = passages.Select(PassageJson.Of) });
    }

    private static JsonElement Element<T>(T value) => JsonSerializer.SerializeToElement(value, Json);
}
