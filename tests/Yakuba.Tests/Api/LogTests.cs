using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Privacy.Logs;
using Yakuba.Testing;

namespace Yakuba.Tests.Api;

/// <summary>Logs, metrics, traces and error reports hold nothing that anybody typed and nothing of a document, at every level, also when things break.</summary>
public sealed class LogTests
{
    private const string Canary = "kanariya-3b7f佐々木健09001112222";

    [Fact]
    public async Task Nothing_typed_reaches_log_metric_trace_or_error_page_also_when_things_break()
    {
        using var heard = new Heard();
        await using var town = await TestTown.OpenAsync(plan: TownPlan.Whole with
        {
            Services = services =>
            {
                services.AddLogging(log => log.SetMinimumLevel(LogLevel.Trace).AddProvider(heard));
                services.AddJob(new JobKind("canary-job", "試験", (run, _) => throw new FormatException($"読めない値: {run.Input}")));
            },
            Map = routes => routes.MapPost("/canary", (RequestDelegate)(async http => throw new InvalidOperationException("読めない本文: " + await new StreamReader(http.Request.Body).ReadToEndAsync()))).AllowResident(),
        });
        using var browser = town.Browser();

        // The plain ways: a question, a search, an address with the words in it, a refused body, a wrong password.
        await browser.PostAsJsonAsync("/api/v1/questions", new { question = $"{Canary}の手数料はいくらですか" });
        await browser.GetAsync($"/ask?question={Uri.EscapeDataString(Canary)}");
        await browser.GetAsync($"/api/v1/search?q={Uri.EscapeDataString(Canary)}");
        await browser.GetAsync($"/{Uri.EscapeDataString(Canary)}");
        await browser.PostAsync("/api/v1/questions", new StringContent($"{{\"question\":\"{Canary}", null, "application/json"));
        await browser.PostAsJsonAsync("/api/v1/session", new { userName = Canary, password = Canary });

        // Forced errors: an endpoint, a job, and a store that refuses the row that holds the question.
        using var broken = await browser.PostAsync("/canary", new StringContent(Canary));
        await RunJobAsync(town);
        await using (var work = await town.Database.BeginAsync())
        {
            await work.ExecuteAsync("CREATE TRIGGER canary BEFORE INSERT ON answer BEGIN SELECT RAISE(ABORT, '" + Canary + "'); END");
            await work.CommitAsync();
        }

        using var refused = await browser.PostAsJsonAsync("/api/v1/questions", new { question = $"{Canary}の手数料はいくらですか" });

        Assert.DoesNotContain("kanariya", await broken.Content.ReadAsStringAsync());
        Assert.DoesNotContain("kanariya", await refused.Content.ReadAsStringAsync());
        Assert.Equal(500, (int)broken.StatusCode);
        Assert.DoesNotContain("kanariya", heard.Written);
        Assert.DoesNotContain("佐々木", heard.Written);
        Assert.DoesNotContain("09001112222", heard.Written);
        Assert.DoesNotContain("kanariya", heard.Measured);
        Assert.DoesNotContain("%E4%BD%90", heard.Measured); // the same in an address

        // What a plain log would have said: the errors were real, and so were the lines.
        Assert.Contains("kanariya", heard.Plain);
        Assert.Contains("InvalidOperationException", heard.Written);
        Assert.Contains("FormatException", heard.Written);
        Assert.Contains("Job canary-job ", heard.Written);
        Assert.Contains("http.server.request.duration", heard.Measured);
        Assert.Contains("activity ", heard.Measured);
    }

    [Fact]
    public void A_cause_is_reported_with_its_place_and_without_its_words()
    {
        var report = ErrorReport.Of(Thrown());

        Assert.DoesNotContain("kanariya", report);
        Assert.Contains("System.AggregateException", report);
        Assert.Contains("System.IO.InvalidDataException", report);
        Assert.Contains(nameof(Throw), report);
    }

    [Theory]
    [InlineData("{Title} を読みました", "かなりや", "‹4字› を読みました")]
    [InlineData("{Count}件", 12, "12件")]
    [InlineData("{Kind} ended", "library-import", "library-import ended")]
    [InlineData("{Name} ended", "sasaki-ken", "‹10字› ended")]
    [InlineData("{Kind} ended", "Taro Yamada", "‹11字› ended")]
    [InlineData("{Kind} ended", "262626262621", "‹12字› ended")]
    public void Of_values_only_numbers_and_stable_names_are_written(string template, object value, string written)
    {
        using var heard = new Heard();
        heard.CreateLogger("Yakuba.Test").Log(LogLevel.Warning, template, value);
        Assert.Contains(written, heard.Written);
    }

    [Fact]
    public void Words_of_another_package_are_told_by_their_length()
    {
        using var heard = new Heard();
        heard.CreateLogger("Npgsql").Log(LogLevel.Warning, "kanariya at {Place}", "kanariya");
        heard.CreateLogger("Npgsql").Log(LogLevel.Warning, "kanariya");
        Assert.Contains("kanariya at ‹8字›", heard.Written);
        Assert.Contains("Npgsql[0] ‹8字›", heard.Written);
    }

    private static async Task RunJobAsync(TestTown town)
    {
        string job;
        await using (var work = await town.Database.BeginAsync())
        {
            job = await town.Get<JobQueue>().EnqueueAsync(work, "canary-job", new { text = Canary }, Actor.Console("test"), default);
            await work.CommitAsync();
        }

        Assert.Equal("failed", (await town.Get<JobRunner>().RunHereAsync(job, _ => { }, default)).State);
    }

    private static Exception Thrown()
    {
        try
        {
            Throw();
            return new InvalidOperationException();
        }
        catch (InvalidDataException e)
        {
            return new AggregateException("kanariya", e);
        }
    }

    private static void Throw() => throw new InvalidDataException("kanariya");

    /// <summary>Hears the product's log as it is written, the same log as others would write it, and everything measured and traced.</summary>
    private sealed class Heard : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> _plain = [];
        private readonly ConcurrentQueue<string> _measured = [];
        private readonly StringWriter _written = new();
        private readonly ContentFreeFormatter _formatter = new();
        private readonly MeterListener _meters = new();
        private readonly ActivityListener _traces;

        internal Heard()
        {
            _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
            _meters.SetMeasurementEventCallback<double>((i, value, tags, _) => Measure(i, value, tags));
            _meters.SetMeasurementEventCallback<long>((i, value, tags, _) => Measure(i, value, tags));
            _meters.SetMeasurementEventCallback<int>((i, value, tags, _) => Measure(i, value, tags));
            _meters.Start();
            _traces = new ActivityListener
            {
                ShouldListenTo = source => source.Name != "System.Net.Http", // the tests' own browsers
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = a => _measured.Enqueue($"activity {a.OperationName} {a.DisplayName} {string.Join(' ', a.TagObjects)} {string.Join(' ', a.Events.SelectMany(e => e.Tags))}"),
            };
            ActivitySource.AddActivityListener(_traces);
        }

        internal string Plain => string.Join('\n', _plain);

        internal string Measured => string.Join('\n', _measured);

        internal string Written
        {
            get
            {
                lock (_written)
                {
                    return _written.ToString();
                }
            }
        }

        public ILogger CreateLogger(string categoryName) => new Line(this, categoryName);

        public void Dispose()
        {
            _meters.Dispose();
            _traces.Dispose();
        }

        private void Measure<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            _measured.Enqueue($"{instrument.Name} {value} {string.Join(' ', tags.ToArray())}");

        private sealed class Line(Heard heard, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                heard._plain.Enqueue($"{formatter(state, exception)} {exception}");
                lock (heard._written)
                {
                    heard._formatter.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), null, heard._written);
                }
            }
        }
    }
}
