using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using Yakuba.Platform;
using Yakuba.Testing;
using Yakuba.Towns;
using Yakuba.Towns.Acts;

namespace Yakuba.Browser.Tests;

/// <summary>The listener before many towns, with one town that is suspended and one that another node has: what it answers itself are pages too.</summary>
internal sealed class ShownFront : IAsyncDisposable
{
    private const string Suspended = "131016";
    private const string Elsewhere = "472018";

    private readonly TemporaryFolder _folder = new();
    private readonly Installation _towns;
    private readonly Installation _other;
    private readonly WebApplication _app;

    private ShownFront()
    {
        _towns = Installation.Open(_folder["installation"], new TownOpener(NullLoggerFactory.Instance), make: true, "a").Value;
        _other = Installation.Open(_folder["installation"], new TownOpener(NullLoggerFactory.Instance), node: "b").Value;
        _app = InstallationServer.Build(_towns, "http://127.0.0.1:0");
    }

    internal string Origin => $"http://localhost:{new Uri(_app.Urls.Single()).Port}";

    /// <summary>An address at which no town is.</summary>
    internal string NoTown => Origin + "/t/011002/ask";

    internal string SuspendedTown => $"{Origin}/t/{Suspended}/ask";

    /// <summary>Without a proxy that knows the nodes, somebody may come to the wrong one.</summary>
    internal string TownElsewhere => $"{Origin}/t/{Elsewhere}/ask";

    internal static async Task<ShownFront> StartAsync()
    {
        var front = new ShownFront();
        await front._app.StartAsync();
        var by = Actor.Console("test");
        foreach (var code in new[] { Suspended, Elsewhere })
        {
            _ = (await AddTownHandler.HandleAsync(front._towns, new AddTown(code, "澄野町", "", "sqlite", ""), by, (_, _, _) => { }, CancellationToken.None)).Value;
        }

        _ = (await SuspendTownHandler.HandleAsync(front._towns, Suspended, "画面の確認", by, CancellationToken.None)).Value;
        Assert.Null(front._other.Refresh());
        _ = (await front._other.Live(Elsewhere).EnterAsync()).Value;
        front._other.Live(Elsewhere).Leave();
        return front;
    }

    public async ValueTask DisposeAsync()
    {
        await _other.DisposeAsync();
        await _app.DisposeAsync();
        await _towns.DisposeAsync();
        _folder.Dispose();
    }
}
