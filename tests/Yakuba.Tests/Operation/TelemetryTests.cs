using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Yakuba.Platform;
using Yakuba.Platform.Telemetry;
using Yakuba.Telemetry;
using Yakuba.Testing;
using Yakuba.Tests.Architecture;

namespace Yakuba.Tests.Operation;

/// <summary>What the program tells monitoring is numbers under labels of closed lists, and goes nowhere that the operator did not name.</summary>
[Collection("Alone")] // what is measured is the whole process's
public sealed partial class TelemetryTests
{
    private const string Canary = "kanariya-77佐々木健";
    private const string MyNumber = "262626262621";
    private const string Trace = "4b414e41524959414b414e4152495941"; // KANARIYAKANARIYA: a trace is sent as its bytes

    [Fact]
    public async Task What_leaves_for_monitoring_holds_nothing_typed_and_nothing_of_a_document()
    {
        await using var collector = await Collector.StartAsync();
        var town = await TestTown.OpenAsync(plan: TownPlan.WholeWith(collector.Address));
        string page;
        await using (town)
        {
            using var browser = town.Browser();
            browser.DefaultRequestHeaders.Add("traceparent", $"00-{Trace}-{MyNumber}abcd-01");
            browser.DefaultRequestHeaders.Add("tracestate", "town=kanariya-77");
            browser.DefaultRequestHeaders.Add("baggage", "who=kanariya-77");
            await browser.PostAsJsonAsync("/api/v1/questions", new { question = $"{Canary}の手数料はいくらですか" });
            await browser.PostAsJsonAsync("/api/v1/questions", new { question = $"マイナンバーは{MyNumber}です" });
            await browser.GetAsync($"/api/v1/search?q={Uri.EscapeDataString(Canary)}");
            await browser.GetAsync($"/{Uri.EscapeDataString(Canary)}");
            await browser.SendAsync(new HttpRequestMessage(new HttpMethod("KANARIYA"), "/ask"));
            await browser.PostAsync("/api/v1/questions", new StringContent($"{{\"question\":\"{Canary}", null, "application/json"));
            await browser.PostAsJsonAsync("/api/v1/session", new { userName = Canary, password = Canary });
            page = town.Get<TelemetryExport>().Page();
        }

        // Ending the server sends what is left.
        var sent = await collector.ReceivedAsync();
        foreach (var text in new[] { page, sent })
        {
            Assert.DoesNotContain("kanariya", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("佐々木", text);
            Assert.DoesNotContain(MyNumber, text);
            Assert.DoesNotContain("%E4%BD%90", text);
            Assert.Contains("blocked", text); // the traffic was real, and it is told
            Assert.Contains("accounts-wrong-password", text);
        }

        Assert.Contains("retrieve", sent); // spans too
        Assert.Contains("dotnet.gc", sent);
        Assert.Contains("yakuba_question_duration_seconds_bucket", page);
        Faults.None(Unlisted(page));
    }

    [Fact]
    public void A_label_outside_its_list_is_noticed_and_cannot_be_made()
    {
        Assert.NotEmpty(Unlisted($"yakuba_question_duration_seconds_count{{status=\"{Canary}\",channel=\"staff\"}} 1\n"));
        Assert.NotEmpty(Unlisted("yakuba_question_duration_seconds_count{person=\"staff\"} 1\n"));
        Assert.Equal(MeasureLabel.Other, Measures.Status.Of(Canary).Value);
    }

    [Theory]
    [InlineData("http://127.0.0.1:4318", true)]
    [InlineData("http://localhost:4318/", true)]
    [InlineData("https://10.1.2.3:4318", true)]
    [InlineData("http://[::1]:4318", true)]
    [InlineData("http://203.0.113.9:4318", false)]
    [InlineData("http://collector.example:4318", false)]
    [InlineData("http://localhost.example:4318", false)]
    [InlineData("http://169.254.169.254", false)]
    [InlineData("http://user@127.0.0.1:4318", false)]
    [InlineData("ftp://127.0.0.1", false)]
    [InlineData("here", false)]
    public void Only_this_machine_and_the_own_network_can_be_named(string typed, bool taken) => Assert.Equal(taken, OtlpAddress.Parse(typed).IsSuccess);

    [Fact]
    public async Task The_page_of_numbers_asks_for_a_token_and_is_what_Prometheus_reads()
    {
        await using var town = await Api.ServedTown.OpenAsync();
        using var stranger = await town.ClientAsync();
        using var staff = await town.ClientAsync("mori");
        using var boss = await town.ClientAsync("boss", "read-health");

        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/metrics")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync("/metrics")).StatusCode);
        var page = await boss.GetStringAsync("/metrics");
        Assert.Contains("yakuba_import_files_total{outcome=\"added\"}", page);
        Faults.None(page.Split('\n').Where(l => l.Length > 0 && !Line().IsMatch(l)));
    }

    // Labels of this program by their lists; names of problems, routes and runtime parts by their form, which no text of people has.
    private static IEnumerable<string> Unlisted(string page)
    {
        var lists = new[] { Measures.Status, Measures.Step, Measures.Door, Measures.Decision, Measures.Outcome, Measures.File }.GroupBy(l => l.Key).ToDictionary(g => g.Key, g => g.SelectMany(l => l.Values).ToHashSet());
        return from line in page.Split('\n')
               where !line.StartsWith('#')
               from Match label in LabelOf().Matches(line)
               let key = label.Groups[1].Value
               let value = label.Groups[2].Value
               where !(lists.TryGetValue(key, out var list) ? list.Contains(value)
                   : key switch
                   {
                       "problem" => Product.Assemblies.Any(a => a.GetTypes().Where(t => !t.ContainsGenericParameters).SelectMany(t => t.GetFields(Any)).Where(f => f.FieldType == typeof(Problem)).Any(f => ((Problem)f.GetValue(null)!).Name == value)),
                       "http_request_method" => value is "GET" or "POST" or "PUT" or "DELETE" or "HEAD" or "PATCH" or "OPTIONS" or "_OTHER",
                       "http_response_status_code" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 100 and <= 599,
                       "http_route" => Routes().Contains(value.Trim('/')),
                       "le" => true,
                       "gc_heap_generation" => value is "gen0" or "gen1" or "gen2" or "loh" or "poh",
                       "cpu_mode" => value is "user" or "system",
                       _ => false,
                   })
               select line;
    }

    private const System.Reflection.BindingFlags Any = System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.DeclaredOnly;

    private static HashSet<string> Routes() => [.. SourceTree.Text("tests/Yakuba.Tests/Architecture/routes.txt").Split('\n').Where(l => l.Length > 0 && !l.StartsWith('#')).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1].Trim('/'))];

    [GeneratedRegex("([a-z_]+)=\"([^\"]*)\"")]
    private static partial Regex LabelOf();

    [GeneratedRegex("^(# (HELP|TYPE) [a-z0-9_]+ .+|[a-z0-9_]+(\\{[a-z_]+=\"[^\"]*\"(,[a-z_]+=\"[^\"]*\")*\\})? [0-9.E+-]+)$")]
    private static partial Regex Line();

    /// <summary>A collector that keeps every byte.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly ConcurrentQueue<byte[]> _bodies = [];

        private Collector(WebApplication app) => _app = app;

        internal Uri Address => new(_app.Urls.Single());

        internal static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var collector = new Collector(app);
            app.Run(async http =>
            {
                using var body = new MemoryStream();
                await http.Request.Body.CopyToAsync(body);
                collector._bodies.Enqueue([.. Encoding.UTF8.GetBytes($"{http.Request.Path} {string.Join(' ', http.Request.Headers)}"), .. body.ToArray()]);
            });
            await app.StartAsync();
            return collector;
        }

        internal async Task<string> ReceivedAsync()
        {
            await _app.StopAsync();
            return string.Concat(_bodies.Select(b => Encoding.UTF8.GetString(b)));
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
