using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Yakuba.Office.Operate.Backups;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;

namespace Yakuba.Api.Mcp;

/// <summary>The Model Context Protocol over Streamable HTTP, without sessions: each request stands alone, so any node can answer it.</summary>
internal static class McpEndpoint
{
    private const int ParseError = -32700;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/mcp", PostAsync).WithTags("mcp").WithSummary("MCP（Streamable HTTP、セッションなし）").Require(Right.Ask).ExcludeFromDescription();

    private static async Task PostAsync(HttpContext http, McpCalls calls, ILoggerFactory logs)
    {
        var cancel = http.RequestAborted;
        if (await ReadAsync(http, cancel) is not { } message)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsJsonAsync(
                new { jsonrpc = "2.0", id = (object?)null, error = new { code = ParseError, message = ApiProblems.NotJson.Message } }, cancel);
            return;
        }

        await using var transport = new StreamableHttpServerTransport(logs) { Stateless = true };
        await using var server = McpServer.Create(transport, Options(http, calls), logs, http.RequestServices);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var running = server.RunAsync(ended.Token);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        if (!await transport.HandlePostRequestAsync(message, http.Response.Body, cancel))
        {
            http.Response.ContentType = null;
            http.Response.StatusCode = StatusCodes.Status202Accepted;
        }

        await transport.DisposeAsync();
        await running;
    }

    private static async Task<JsonRpcMessage?> ReadAsync(HttpContext http, CancellationToken cancel)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<JsonRpcMessage>(http.Request.Body, McpJsonUtilities.DefaultOptions, cancel);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static McpServerOptions Options(HttpContext http, McpCalls calls) => new()
    {
        ServerInfo = new Implementation { Name = "yakuba", Title = "Yakuba 役場", Version = BackupManifest.ProgramVersion },
        ServerInstructions = "自治体の文書に基づく回答と検索。回答は、出典（citations）と併せて示してください。",
        ScopeRequests = false,
        Capabilities = new ServerCapabilities { Tools = new ToolsCapability() },
        Handlers = new McpServerHandlers
        {
            ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = [.. McpTools.All] }),
            CallToolHandler = async (request, token) => await calls.RunAsync(request.Params, http, token),
        },
    };
}
