using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Yakuba.Faults.Tests.Nodes;

/// <summary>A node that does with each request what a test tells it, behind a socket file. It says nothing of its own.</summary>
/// <param name="socket">Where it listens.</param>
/// <param name="answer">From the head of a request, its status line and header lines; null closes the connection without an answer, as a process does that is killed.</param>
internal sealed class ToldNode : IAsyncDisposable
{
    private readonly Socket _listening = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Func<string, string?> _answer;
    private readonly Task _accepting;

    internal ToldNode(string socket, Func<string, string?> answer)
    {
        _answer = answer;
        _listening.Bind(new UnixDomainSocketEndPoint(socket));
        _listening.Listen();
        _accepting = AcceptAsync();
    }

    /// <summary>The heads of the requests that came.</summary>
    internal ConcurrentQueue<string> Came { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listening.Dispose();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _listening.AcceptAsync();
                using var stream = new NetworkStream(connection);
                using var reader = new StreamReader(stream, Encoding.Latin1);
                var head = new StringBuilder();
                while (await reader.ReadLineAsync() is { Length: > 0 } line)
                {
                    head.Append(line).Append('\n');
                }

                if (head.Length == 0)
                {
                    continue; // somebody who only looks whether anybody listens
                }

                Came.Enqueue(head.ToString());
                if (_answer(head.ToString()) is { } answer)
                {
                    await stream.WriteAsync(Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")));
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It ends.
        }
    }
}
