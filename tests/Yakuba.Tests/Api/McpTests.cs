using System.Net;
using System.Text;
using System.Text.Json;

namespace Yakuba.Tests.Api;

public sealed class McpTests
{
    [Fact]
    public async Task A_client_says_hello_and_finds_three_tools_that_only_read()
    {
        await using var town = await ServedTown.OpenAsync();
        using var client = await town.ClientAsync("mori");

        var hello = await CallAsync(client, "initialize", new { protocolVersion = "2025-06-18", capabilities = new { }, clientInfo = new { name = "test", version = "1" } });
        var tools = (await CallAsync(client, "tools/list", new { })).GetProperty("result").GetProperty("tools").EnumerateArray().ToList();

        Assert.Equal("yakuba", hello.GetProperty("result").GetProperty("serverInfo").GetProperty("name").GetString());
        Assert.Equal(["ask", "get_document", "search"], tools.Select(t => t.GetProperty("name").GetString()).Order());
        Assert.All(tools, t => Assert.True(t.GetProperty("annotations").GetProperty("readOnlyHint").GetBoolean()));
    }

    [Fact]
    public async Task Asking_searching_and_reading_keep_to_the_rights_of_the_token()
    {
        await using var town = await ServedTown.OpenAsync();
        using var other = await town.ClientAsync("mori");
        using var owner = await town.ClientAsync("tani");

        var found = await ToolAsync(owner, "search", new { query = "差押予告", top = 5 });
        var version = found.GetProperty("structuredContent").GetProperty("passages")[0].GetProperty("version").GetInt32();
        var read = await ToolAsync(owner, "get_document", new { version });
        var hidden = await ToolAsync(other, "search", new { query = "差押予告", top = 5 });
        var refused = await ToolAsync(other, "get_document", new { version });
        var asked = await ToolAsync(other, "ask", new { question = "祝日もごみの収集はありますか" });

        Assert.Contains("45日", read.GetProperty("content")[0].GetProperty("text").GetString());
        Assert.DoesNotContain("45日", hidden.GetProperty("content")[0].GetProperty("text").GetString());
        Assert.True(refused.GetProperty("isError").GetBoolean());
        Assert.Contains("api-no-document", refused.GetProperty("content")[0].GetProperty("text").GetString());
        Assert.Equal("answered", asked.GetProperty("structuredContent").GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_token_without_the_right_to_read_finds_what_residents_find()
    {
        await using var town = await ServedTown.OpenAsync();
        using var reader = await town.ClientAsync("tani");
        using var asker = await town.ClientAsync("tani", "ask");

        var found = await ToolAsync(reader, "search", new { query = "差押予告", top = 5 });
        var version = found.GetProperty("structuredContent").GetProperty("passages")[0].GetProperty("version").GetInt32();

        Assert.DoesNotContain("45日", (await ToolAsync(asker, "search", new { query = "差押予告", top = 5 })).GetRawText());
        Assert.True((await ToolAsync(asker, "get_document", new { version })).GetProperty("isError").GetBoolean());
    }

    [Theory]
    [InlineData("""{"name":"ask","arguments":{}}""", "api-bad-argument")]
    [InlineData("""{"name":"ask","arguments":{"question":" "}}""", "ask-empty")]
    [InlineData("""{"name":"ask","arguments":{"question":"x","on":"tomorrow"}}""", "api-bad-argument")]
    [InlineData("""{"name":"search","arguments":{"query":"x","top":5000}}""", "api-bad-argument")]
    [InlineData("""{"name":"get_document","arguments":{"version":"1"}}""", "api-bad-argument")]
    [InlineData("""{"name":"drop_tables","arguments":{}}""", "api-unknown-tool")]
    public async Task A_wrong_call_says_what_was_wrong(string call, string problem)
    {
        await using var town = await ServedTown.OpenAsync();
        using var client = await town.ClientAsync("mori");

        var result = (await CallAsync(client, "tools/call", JsonDocument.Parse(call).RootElement)).GetProperty("result");

        Assert.True(result.GetProperty("isError").GetBoolean());
        Assert.Contains(problem, result.GetProperty("content")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Without_a_token_nothing_is_served_and_garbage_is_named()
    {
        await using var town = await ServedTown.OpenAsync();
        using var stranger = await town.ClientAsync();
        using var client = await town.ClientAsync("mori");
        using var limited = await town.ClientAsync("mori", "read-library");

        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(stranger, "{}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(limited, "{}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(client, "garbage")).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(client, """{"jsonrpc":"2.0","method":"notifications/initialized"}""")).StatusCode);
    }

    private static async Task<JsonElement> ToolAsync(HttpClient client, string name, object arguments) =>
        (await CallAsync(client, "tools/call", new { name, arguments })).GetProperty("result");

    private static async Task<JsonElement> CallAsync(HttpClient client, string method, object parameters)
    {
        using var response = await PostAsync(client, JsonSerializer.Serialize(new { jsonrpc = "2.0", id = 1, method, @params = parameters }));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var data = (await response.Content.ReadAsStringAsync()).Split('\n').Single(line => line.StartsWith("data: ", StringComparison.Ordinal));
        return JsonDocument.Parse(data["data: ".Length..]).RootElement;
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        return client.SendAsync(request);
    }
}
