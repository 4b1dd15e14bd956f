using System.Net;
using System.Net.Sockets;

namespace Yakuba.Platform.Models.Endpoint;

/// <summary>The only door out of the house: one host, no proxy, no redirect, no cookie, and bounds on time and size.</summary>
internal sealed class GuardedHandler : DelegatingHandler
{
    private readonly AttachedModel _model;

    private GuardedHandler(AttachedModel model)
        : base(new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None, // a few bytes must not become gigabytes
            MaxResponseHeadersLength = 64,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            ActivityHeadersPropagator = null,
            ConnectCallback = (context, cancel) => ConnectAsync(model, context.DnsEndPoint, cancel),
        }) => _model = model;

    /// <summary>A client that reaches the model server and nothing else.</summary>
    internal static HttpClient Client(AttachedModel model) => new(new GuardedHandler(model)) { Timeout = Timeout.InfiniteTimeSpan };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } target || Uri.Compare(target, _model.Url, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            throw new ModelEndedException(ModelFailure.Outside);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_model.Limits.FirstByte);
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ModelEndedException(ModelFailure.Silent);
        }

        if ((int)response.StatusCode is >= 300 and < 400)
        {
            response.Dispose();
            throw new ModelEndedException(ModelFailure.Refused);
        }

        var guarded = new StreamContent(new GuardedStream(await response.Content.ReadAsStreamAsync(cancellationToken), _model.Limits));
        foreach (var header in response.Content.Headers)
        {
            guarded.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        response.Content = guarded;
        return response;
    }

    // Names are resolved here and nowhere else, and what they resolve to is judged each time, so that a changed name cannot lead outside.
    private static async ValueTask<Stream> ConnectAsync(AttachedModel model, DnsEndPoint place, CancellationToken cancel)
    {
        var addresses = IPAddress.TryParse(place.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(place.Host, cancel);
        var permitted = model.AllowOutside ? addresses : [.. addresses.Where(ModelAddress.IsOwnNetwork)];
        if (permitted.Length == 0)
        {
            throw new ModelEndedException(ModelFailure.Outside);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(permitted, place.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
