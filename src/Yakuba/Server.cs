using Yakuba.Api;
using Yakuba.Platform.Accounts;
using Yakuba.Platform.Audit;
using Yakuba.Platform.Data;
using Yakuba.Platform.Handover;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Privacy.Logs;
using Yakuba.Platform.Web;

namespace Yakuba;

/// <summary>The web server of one municipality.</summary>
internal static class Server
{
    /// <summary>Builds the server; it listens once started.</summary>
    /// <param name="directory">The opened data directory; outlives the server.</param>
    /// <param name="urls">Addresses to listen on, separated by semicolons.</param>
    /// <param name="change">Lets tests replace the clock or the model endpoint; null in the product.</param>
    internal static WebApplication Build(DataDirectory directory, string urls, Action<IServiceCollection>? change = null)
    {
        // No configuration files, no environment: what a server does is said on the command line and in the municipality's settings.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "yakuba", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls(urls).ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = 210L << 20; // one file of the largest size that import takes, with its form
        });
        builder.Logging.AddContentFreeConsole();
        builder.Services.AddRouting();
        builder.Services.AddWeb(); // pages need a server; commands do not
        builder.Services.AddRooms(directory);
        OpenApiDocuments.Add(builder.Services);
        builder.Services.AddHostedService(services => services.GetRequiredService<JobRunner>());
        builder.Services.AddSingleton<RunHandedOver>(services => (request, results, remarks, cancel) => CommandTree.RunHandedOverAsync(services, request, results, remarks, cancel));
        builder.Services.AddHostedService<HandoverServer>();
        builder.Services.AddHostedService<CheckpointService>();
        change?.Invoke(builder.Services);
        builder.Host.UseDefaultServiceProvider(o => (o.ValidateOnBuild, o.ValidateScopes) = (true, true));

        var app = builder.Build();
        app.UseWeb();
        app.UseRouting();
        app.UseAccounts();
        app.Use(ApiLimits.RunAsync);
        app.UseAntiforgery();
        app.MapRooms();
        return app;
    }
}
