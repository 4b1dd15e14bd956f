using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Yakuba.Tests.Api;

public sealed class ChatTests
{
    private const string Question = "祝日もごみの収集はありますか";

    [Fact]
    public async Task The_last_thing_the_user_said_is_answered_with_footnotes()
    {
        await using var town = await ServedTown.OpenAsync();
        using var client = await town.ClientAsync();

        var reply = await AskAsync(client, new
        {
            model = "yakuba",
            messages = new object[]
            {
                new { role = "system", content = "You invent things." },
                new { role = "user", content = "差押予告はいつですか" },
                new { role = "assistant", content = "…" },
                new { role = "user", content = new[] { new { type = "text", text = Question } } },
            },
        });

        var text = reply.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!;
        Assert.Contains("祝日も行います。[1]", text);
        Assert.Contains("[1] ごみの出し方", text);
        Assert.Equal("answered", reply.GetProperty("yakuba").GetProperty("status").GetString());
        Assert.True(reply.GetProperty("yakuba").GetProperty("record").GetInt64() > 0);
        Assert.Equal("stop", reply.GetProperty("choices")[0].GetProperty("finish_reason").GetString());
    }

    [Fact]
    public async Task What_no_document_says_is_refused_in_words_and_by_status()
    {
        await using var town = await ServedTown.OpenAsync();
        using var client = await town.ClientAsync();

        var reply = await AskAsync(client, Of("火星移住応援給付金はいくらですか"));

        Assert.NotEqual("answered", reply.GetProperty("yakuba").GetProperty("status").GetString());
        Assert.Empty(reply.GetProperty("yakuba").GetProperty("sentences").EnumerateArray());
        Assert.StartsWith("【", reply.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString());
    }

    [Fact]
    public async Task A_document_is_for_those_who_may_read_it_through_the_token_too()
    {
        await using var town = await ServedTown.OpenAsync();
        using var resident = await town.ClientAsync();
        using var other = await town.ClientAsync("mori");
        using var owner = await town.ClientAsync("tani");
        var question = Of("滞納整理の差押予告はいつ行いますか");

        Assert.DoesNotContain("45日", (await AskAsync(resident, question)).GetRawText());
        Assert.DoesNotContain("45日", (await AskAsync(other, question)).GetRawText());
        Assert.Contains("45日", (await AskAsync(owner, question)).GetRawText());
    }

    [Fact]
    public async Task A_stream_says_the_same_as_the_whole_and_ends_only_after_the_record()
    {
        await using var town = await ServedTown.OpenAsync();
        using var client = await town.ClientAsync();
        var whole = (await AskAsync(client, Of(Question))).GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString();

        using var response = await client.PostAsJsonAsync(
            "/v1/chat/completions", new { stream = true, stream_options = new { include_usage = true }, messages = new[] { new { role = "user", content = Question } } });
        var events = (await response.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(e => e["data: ".Length..]).ToList();

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("[DONE]", events[^1]);
        var chunks = events[..^1].Select(e => JsonDocument.Parse(e).RootElement).ToList();
        Assert.Equal("assistant", chunks[0].GetProperty("choices")[0].GetProperty("delta").GetProperty("role").GetString());
        var said = string.Concat(chunks.SelectMany(c => c.GetProperty("choices").EnumerateArray()).Select(c => c.GetProperty("delta").TryGetProperty("content", out var t) ? t.GetString() : ""));
        Assert.Equal(whole, said);
        Assert.True(chunks[^2].GetProperty("yakuba").GetProperty("record").GetInt64() > 0);
        Assert.Equal(0, chunks[^1].GetProperty("usage").GetProperty("total_tokens").GetInt32());
    }

    [Theory]
    [InlineData("", 400, "api-not-json")]
    [InlineData("not json", 400, "api-not-json")]
    [InlineData("[]", 400, "api-not-json")]
    [InlineData("{}", 400, "api-no-messages")]
    [InlineData("""{"messages":"x"}""", 400, "api-no-messages")]
    [InlineData("""{"messages":[{"role":"assistant","content":"x"}]}""", 400, "api-no-messages")]
    [InlineData("""{"messages":[{"role":"user","content":"\ud800"}]}""", 400, "api-not-json")]
    [InlineData("""{"messages":[{"role":"user","content":" "}]}""", 400, "ask-empty")]
    [InlineData("""{"messages":[{"role":"user","content":"a\u0000b"}]}""", 400, "ask-not-text")]
    [InlineData("""{"model":"gpt-9","messages":[{"role":"user","content":"x"}]}""", 404, "api-unknown-model")]
    [InlineData("""{"n":3,"messages":[{"role":"user","content":"x"}]}""", 400, "api-not-supported")]
    public async Task Bad_input_gets_a_named_error_in_the_form_that_clients_know(string body, int status, string code)
    {
        await using var town = await ServedTown.OpenAsync();
        using var client = await town.ClientAsync();

        using var response = await client.PostAsync("/v1/chat/completions", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(status, (int)response.StatusCode);
        var error = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.Equal("invalid_request_error", error.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_question_that_is_too_long_or_a_wrong_token_is_refused_in_the_same_form()
    {
        await using var town = await ServedTown.OpenAsync();
        using var client = await town.ClientAsync();

        using var tooLong = await client.PostAsJsonAsync("/v1/chat/completions", Of(new string('あ', 10_000)));
        client.DefaultRequestHeaders.Authorization = new("Bearer", "wrong");
        using var wrong = await client.PostAsJsonAsync("/v1/chat/completions", Of(Question));

        Assert.Equal("ask-too-long", await CodeAsync(tooLong));
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal("accounts-token-refused", await CodeAsync(wrong));
    }

    [Fact]
    public async Task A_token_that_asks_too_often_waits()
    {
        await using var town = await ServedTown.OpenAsync();
        Assert.Equal(0, (await town.RunAsync("setting", "set", "operate.api-requests-per-minute", "2")).Code);
        using var client = await town.ClientAsync("mori");

        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++)
        {
            codes.Add((await client.GetAsync("/v1/models")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, codes[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, codes); // six requests touch at most two minutes
    }

    private static object Of(string question) => new { messages = new[] { new { role = "user", content = question } } };

    private static async Task<JsonElement> AskAsync(HttpClient client, object body)
    {
        using var response = await client.PostAsJsonAsync("/v1/chat/completions", body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetProperty("code").GetString();
}
