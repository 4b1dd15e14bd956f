using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Yakuba.Office.Operate.Backups;
using Yakuba.Platform.Telemetry;

namespace Yakuba.Telemetry;

/// <summary>Gathers what the process measures: for the page <c>/metrics</c>, and for a collector where the operator named one. Nothing is sent otherwise.</summary>
internal sealed class TelemetryExport : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly PrometheusText _text = new();
    private readonly MetricReader _reader;
    private readonly MeterProvider _metrics;
    private readonly TracerProvider? _traces;
    private readonly Lock _gate = new();

    /// <summary>Begins to gather.</summary>
    /// <param name="collector">Root of an OTLP endpoint (HTTP, protobuf), such as <c>http://127.0.0.1:4318</c>; null for none.</param>
    internal TelemetryExport(Uri? collector)
    {
        var resource = ResourceBuilder.CreateEmpty().AddService("yakuba", serviceVersion: BackupManifest.ProgramVersion, autoGenerateServiceInstanceId: false);
        _reader = new BaseExportingMetricReader(_text);
        var metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Measures.Name, "System.Runtime", "Microsoft.AspNetCore.Hosting")
            .AddView(View)
            .AddReader(_reader);
        if (collector is not null)
        {
            metrics.AddOtlpExporter((o, r) =>
            {
                To(o, collector, "/v1/metrics");
                r.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = 15_000;
            });
            _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Measures.Name).AddOtlpExporter(o => To(o, collector, "/v1/traces")).Build();
        }

        _metrics = metrics.Build();
    }

    /// <summary>What was measured until now, as Prometheus reads it.</summary>
    internal string Page()
    {
        lock (_gate)
        {
            _reader.Collect();
            return _text.Page;
        }
    }

    /// <summary>Sends what is left, and ends.</summary>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics.Dispose();
    }

    // Of the runtime: memory, collections, processor time. Of requests: method, route and status. A label that is not named here is not told.
    private static MetricStreamConfiguration? View(System.Diagnostics.Metrics.Instrument instrument) => instrument.Meter.Name switch
    {
        Measures.Name => null,
        "Microsoft.AspNetCore.Hosting" when instrument.Name == "http.server.request.duration" => new ExplicitBucketHistogramConfiguration
        {
            Boundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
            TagKeys = ["http.request.method", "http.route", "http.response.status_code"],
        },
        "System.Runtime" when instrument.Name is "dotnet.gc.collections" or "dotnet.gc.last_collection.heap.size" => new MetricStreamConfiguration { TagKeys = ["gc.heap.generation"] },
        "System.Runtime" when instrument.Name is "dotnet.process.memory.working_set" or "dotnet.gc.pause.time" or "dotnet.gc.heap.total_allocated" => new MetricStreamConfiguration { TagKeys = [] },
        "System.Runtime" when instrument.Name == "dotnet.process.cpu.time" => new MetricStreamConfiguration { TagKeys = ["cpu.mode"] },
        _ => MetricStreamConfiguration.Drop,
    };

    // All is said here: the environment names no other place, no proxy stands between, and an answer leads nowhere else.
    private static void To(OtlpExporterOptions options, Uri collector, string path)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(collector.ToString().TrimEnd('/') + path);
        options.Headers = "";
        options.TimeoutMilliseconds = (int)Timeout.TotalMilliseconds;
        options.HttpClientFactory = () => new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }) { Timeout = Timeout };
    }
}
