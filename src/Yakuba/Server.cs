using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Yakuba.Api;
using Yakuba.Office.Ask.Record;
using Yakuba.Office.Operate;
using Yakuba.Office.Operate.StandReady;
using Yakuba.Platform;
using Yakuba.Platform.Accounts;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Platform.Handover;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Privacy.Logs;
using Yakuba.Platform.Web;
using Yakuba.Telemetry;
using Yakuba.Towns;

namespace Yakuba;

/// <summary>The web server of one municipality.</summary>
internal static class Server
{
    /// <summary>Builds the server; it listens once started.</summary>
    /// <param name="directory">The opened data directory; outlives the server.</param>
    /// <param name="urls">Addresses to listen on, separated by semicolons.</param>
    /// <param name="change">Lets tests replace the clock or the model endpoint; null in the product.</param>
    /// <param name="collector">Where the operator wants metrics and traces sent; null for nowhere.</param>
    internal static WebApplication Build(DataDirectory directory, string urls, Action<IServiceCollection>? change = null, Uri? collector = null)
    {
        var builder = Empty();
        Listen(builder, urls);
        builder.Logging.AddContentFreeConsole();
        var app = Build(builder, directory, services =>
        {
            // Of the process, not of a town: several behind a front would each tell what all of them did.
            services.AddHostedService<ReadinessService>();
            services.AddSingleton(_ => new TelemetryExport(collector));
            change?.Invoke(services);
        });
        MetricsEndpoint.Map(app);
        _ = app.Services.GetRequiredService<TelemetryExport>(); // gathers from now on
        return app;
    }

    /// <summary>Builds the server of a town behind a front: the same, but for the listener, the console and the signals of the process, which are the front's.</summary>
    internal static WebApplication BuildBehind(DataDirectory directory, TownServer server, Action<IServiceCollection> change)
    {
        var builder = Empty();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<IServer>(server);
        return Build(builder, directory, services =>
        {
            services.AddSingleton<IHostLifetime, NoSignals>();
            change(services);
        });
    }

    /// <summary>Listens, with the bounds that every request has.</summary>
    internal static void Listen(WebApplicationBuilder builder, string urls) => builder.WebHost.UseKestrelCore().UseUrls(urls).ConfigureKestrel(k =>
    {
        k.AddServerHeader = false;
        k.Limits.MaxRequestBodySize = 210L << 20; // one file of the largest size that import takes, with its form
    });

    /// <summary>What must be so before the first request: the record is what was signed last, and nothing that a dead process began stays open.</summary>
    internal static async Task<Problem?> PrepareAsync(IServiceProvider services, DataDirectory directory, CancellationToken cancel)
    {
        try
        {
            if ((await services.GetRequiredService<RecordKeeper>().SignAsync(cancel)).Problem is { } problem)
            {
                return problem;
            }

            // The data is ours alone: who had it before can write nothing more.
            await services.GetRequiredService<AnswerStore>().CloseInterruptedAsync(cancel);
            await services.GetRequiredService<MunicipalityName>().ReadAsync(cancel);
            return null;
        }
        catch (Exception e) when (StorageProblems.From(e) is { } full)
        {
            return full.With(directory.Root);
        }
    }

    // No configuration files, no environment: what a server does is said on the command line and in the municipality's settings.
    internal static WebApplicationBuilder Empty()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "yakuba", ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddSingleton<DistributedContextPropagator>(new OwnTrace());
        return builder;
    }

    private static WebApplication Build(WebApplicationBuilder builder, DataDirectory directory, Action<IServiceCollection>? change)
    {
        builder.Services.AddRouting();
        builder.Services.AddWeb(); // pages need a server; commands do not
        builder.Services.AddRooms(directory);
        OpenApiDocuments.Add(builder.Services);
        builder.Services.AddHostedService(services => services.GetRequiredService<JobRunner>());
        builder.Services.AddSingleton<RunHandedOver>(services => (request, results, remarks, cancel) => CommandTree.RunHandedOverAsync(services, request, results, remarks, cancel));
        builder.Services.AddHostedService(services => new HandoverServer(directory.Root, services.GetRequiredService<RunHandedOver>(), services.GetRequiredService<ILogger<HandoverServer>>()));
        builder.Services.AddHostedService<CheckpointService>();
        change?.Invoke(builder.Services);
        builder.Host.UseDefaultServiceProvider(o => (o.ValidateOnBuild, o.ValidateScopes) = (true, true));

        var app = builder.Build();
        app.UseWeb();
        app.UseRouting();
        app.UseAccounts();
        app.Use(ApiLimits.RunAsync);
        app.UseFormTokens();
        app.MapRooms();
        return app;
    }
}

/// <summary>The front hears the signals of the process and ends its towns itself.</summary>
file sealed class NoSignals : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
