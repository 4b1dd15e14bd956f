using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;

namespace Yakuba.Platform.Handover;

/// <summary>Hands a command to the server that owns the data directory and repeats what it says.</summary>
public static class HandoverClient
{
    private static readonly Problem Broken = new(
        "command-server-gone", 503, "サーバとの接続が途中で切れました。サーバを起動してください。取込みは、起動すると続きから自動で進みます（yakuba import status で確かめられます）。ほかの操作は、結果を確かめてから、もう一度行ってください。");

    /// <summary>Runs the command there.</summary>
    /// <param name="root">The data directory.</param>
    /// <param name="request">The command.</param>
    /// <param name="results">Standard output here.</param>
    /// <param name="remarks">Standard error here.</param>
    /// <param name="cancel">Lets the command go; the server stops it.</param>
    /// <returns>The exit code; a problem when no server answers or it went away half-way.</returns>
    public static async Task<Result<int>> RunAsync(string root, HandoverRequest request, TextWriter results, TextWriter remarks, CancellationToken cancel)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(HandoverSocket.EndPoint(root), cancel);
            await using var stream = new NetworkStream(socket);
            await HandoverFrame.WriteAsync(stream, HandoverFrame.Request, JsonSerializer.Serialize(request), cancel);
            while (await HandoverFrame.ReadAsync(stream, cancel) is (var kind, var text))
            {
                switch (kind)
                {
                    case HandoverFrame.Results:
                        results.Write(text);
                        break;
                    case HandoverFrame.Remarks:
                        remarks.Write(text);
                        remarks.Flush();
                        break;
                    case HandoverFrame.Exit:
                        return int.Parse(text, CultureInfo.InvariantCulture);
                }
            }

            return Broken;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return Broken;
        }
    }
}
