using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Yakuba.Platform.Accounts;

/// <summary>Random secrets that people or browsers hold, and the hashes that the store keeps of them.</summary>
internal static class Secret
{
    private const string Readable = "abcdefghjkmnpqrstuvwxyz23456789"; // no i, l, o, 0, 1: these are read aloud and written down

    /// <summary>256 random bits as 43 characters of base64url.</summary>
    internal static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>A password for one use: four groups of four, 79 bits.</summary>
    internal static string NewOneTimePassword() =>
        string.Join('-', RandomNumberGenerator.GetString(Readable, 16).Chunk(4).Select(group => new string(group)));

    /// <summary>SHA-256 in lower-case hexadecimal. Enough for random secrets; passwords go through a slow hash instead.</summary>
    internal static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
