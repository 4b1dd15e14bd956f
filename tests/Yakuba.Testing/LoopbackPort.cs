using System.Net;
using System.Net.Sockets;

namespace Yakuba.Testing;

/// <summary>A free port below those that the system gives away by itself, so that nobody takes it before it is bound.</summary>
public static class LoopbackPort
{
    private static int s_last = 10_000 + (Environment.ProcessId % 2_000 * 10);

    /// <summary>One that this process gives only once.</summary>
    public static int Take()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref s_last);
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }
}
