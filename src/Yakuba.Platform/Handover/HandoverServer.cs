using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Yakuba.Platform.Handover;

/// <summary>Runs a handed-over command in the process that owns the data.</summary>
/// <param name="request">The command.</param>
/// <param name="results">The caller's standard output.</param>
/// <param name="remarks">The caller's standard error.</param>
/// <param name="cancel">Set when the caller goes away.</param>
/// <returns>The exit code.</returns>
public delegate Task<int> RunHandedOver(HandoverRequest request, TextWriter results, TextWriter remarks, CancellationToken cancel);

/// <summary>Takes commands on the Unix socket of a directory that this process owns, while the server runs.</summary>
/// <param name="root">The directory.</param>
/// <param name="run">Runs a command.</param>
/// <param name="log">The log.</param>
public sealed partial class HandoverServer(string root, RunHandedOver run, ILogger<HandoverServer> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var path = HandoverSocket.PathOf(root);
        File.Delete(path); // We hold the directory's lock, so a socket that is there belongs to a dead process.
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(HandoverSocket.EndPoint(root));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        listener.Listen(16);
        try
        {
            while (true)
            {
                var caller = await listener.AcceptAsync(stoppingToken);
                _ = ServeAsync(caller, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            File.Delete(path);
        }
    }

    private async Task ServeAsync(Socket socket, CancellationToken stopping)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            if (await HandoverFrame.ReadAsync(stream, stopping) is not (HandoverFrame.Request, var text)
                || JsonSerializer.Deserialize<HandoverRequest>(text) is not { } request)
            {
                return;
            }

            var watch = WatchAsync(stream, gone);
            var gate = new Lock();
            var code = await run(
                request,
                new FrameWriter(stream, HandoverFrame.Results, gate, gone.Token),
                new FrameWriter(stream, HandoverFrame.Remarks, gate, gone.Token),
                gone.Token);
            await HandoverFrame.WriteAsync(stream, HandoverFrame.Exit, code.ToString(System.Globalization.CultureInfo.InvariantCulture), stopping);
            await watch;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or JsonException or SocketException)
        {
            LogGone(log, e.HResult);
        }
    }

    /// <summary>The caller sends nothing more; when its side closes, its command is cancelled.</summary>
    private static async Task WatchAsync(Stream stream, CancellationTokenSource gone)
    {
        try
        {
            _ = await stream.ReadAsync(new byte[1], gone.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return;
        }

        await gone.CancelAsync();
    }

    [LoggerMessage(LogLevel.Information, "A command's caller went away: {Code}")]
    private static partial void LogGone(ILogger log, int code);
}
