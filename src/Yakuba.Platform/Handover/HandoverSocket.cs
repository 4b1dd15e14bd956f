using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Handover;

/// <summary>Where the owner of a data directory takes commands: a Unix socket that only the same user may open.</summary>
internal static class HandoverSocket
{
    // sockaddr_un holds 108 bytes on Linux and 104 elsewhere, with a closing zero.
    private const int LongestPath = 100;

    internal static UnixDomainSocketEndPoint EndPoint(string root) => new(PathOf(root));

    /// <summary>In the data directory; for one that lies too deep, in the temporary directory under a name made from its path.</summary>
    internal static string PathOf(string root)
    {
        var path = DataDirectory.ControlSocket(root);
        return Encoding.UTF8.GetByteCount(path) <= LongestPath
            ? path
            : Path.Combine(Path.GetTempPath(), $"yakuba-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..24]}.sock");
    }
}
