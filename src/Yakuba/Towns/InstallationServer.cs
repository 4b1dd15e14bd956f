using System.CommandLine;
using Yakuba.Platform;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Handover;
using Yakuba.Platform.Privacy.Logs;

namespace Yakuba.Towns;

/// <summary>The web server of many municipalities: one listener, and behind it each town as if it were alone.</summary>
internal static class InstallationServer
{
    /// <summary>Builds the front; it listens once started.</summary>
    /// <param name="installation">Outlives the server.</param>
    /// <param name="urls">Addresses to listen on, separated by semicolons.</param>
    /// <param name="mostOpen">Towns open at the same time; 0: as memory allows.</param>
    /// <param name="turns">Who works when; null: as fits this machine.</param>
    internal static WebApplication Build(Installation installation, string urls, int mostOpen = 0, FairTurns? turns = null)
    {
        var builder = Server.Empty();
        Server.Listen(builder, urls);
        builder.Logging.AddContentFreeConsole();
        builder.Services.AddSingleton<IHostedService>(services => new HandoverServer(
            installation.Node?.Folder ?? installation.Root,
            (request, results, remarks, cancel) => RunHandedOverAsync(installation, request, results, remarks, cancel),
            services.GetRequiredService<ILogger<HandoverServer>>()));
        builder.Services.AddSingleton<IHostedService>(new TownKeeper(installation, mostOpen > 0 ? mostOpen : TownKeeper.ForThisMachine()));
        builder.Services.AddSingleton<IHostedService>(new NodeKeeper(installation));
        var app = builder.Build();
        app.Lifetime.ApplicationStopping.Register(installation.BeginLeaving);
        app.Run(new TownFront(installation, turns ?? FairTurns.ForThisMachine(installation.Time)).ServeAsync);
        installation.IsServing = true;
        return app;
    }

    /// <summary>Serves until it is told to stop.</summary>
    internal static async Task<int> RunAsync(string root, string urls, int mostOpen, string node, CommandOutput output, CancellationToken cancel)
    {
        using var logs = LoggerFactory.Create(log => log.AddContentFreeConsole());
        if (!Installation.Open(root, new TownOpener(logs), node: node).TryGet(out var installation, out var problem))
        {
            return output.Fail(problem);
        }

        await using (installation)
        {
            await using var app = Build(installation, urls, mostOpen);
            try
            {
                await app.StartAsync(cancel);
            }
            catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
            {
                return output.Fail(ServeProblems.AddressInUse.With(urls));
            }

            output.Remark($"Yakubaを起動しました: {string.Join(" ", app.Urls)}（{installation.Served.Count()}団体、終了: Ctrl+C）");
            await app.WaitForShutdownAsync(cancel);
            return 0;
        }
    }

    /// <summary>Runs a command on the installation that another process handed to this server.</summary>
    internal static async Task<int> RunHandedOverAsync(Installation installation, HandoverRequest request, TextWriter results, TextWriter remarks, CancellationToken cancel)
    {
        var context = CommandTree.Context(request, new StringReader(request.Input), results, remarks);
        var root = new RootCommand { SharedOptions.Data, SharedOptions.Json, TownCommands.Create(context, installation), LogCommands.Create(context, installation) };
        return await CommandTree.InvokeAsync(root.Parse(request.Arguments), cancel, context);
    }
}
