using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Yakuba.Testing;

/// <summary>An authenticator in software: makes one passkey (ES256, no attestation) and signs with it, as WebAuthn level 2 says.</summary>
public sealed class SoftPasskey : IDisposable
{
    private const byte Present = 0x01, Verified = 0x04, HasKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private string _userHandle = "";
    private uint _count;

    /// <summary>Answers <c>navigator.credentials.create()</c>.</summary>
    /// <param name="options">The server's creation options.</param>
    /// <param name="origin">The origin that the browser would sign.</param>
    /// <returns>The credential as JSON.</returns>
    public string Create(JsonElement options, string origin)
    {
        _userHandle = options.GetProperty("user").GetProperty("id").GetString()!;
        var client = ClientData("webauthn.create", options, origin);
        var point = _key.ExportParameters(false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Head(options.GetProperty("rp").GetProperty("id").GetString()!, Present | Verified | HasKey), .. new byte[16], 0, (byte)_id.Length, .. _id, .. cose];
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return Credential(new Dictionary<string, object> { ["clientDataJSON"] = Coded(client), ["attestationObject"] = Coded(attestation), ["transports"] = new[] { "internal" } });
    }

    /// <summary>Answers <c>navigator.credentials.get()</c>.</summary>
    /// <param name="options">The server's request options.</param>
    /// <param name="origin">The origin that the browser would sign.</param>
    /// <param name="verified">False when the person only touched the key, without PIN or finger.</param>
    /// <returns>The credential as JSON.</returns>
    public string Get(JsonElement options, string origin, bool verified = true)
    {
        _count++;
        var client = ClientData("webauthn.get", options, origin);
        var data = Head(options.GetProperty("rpId").GetString()!, verified ? (byte)(Present | Verified) : Present);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new Dictionary<string, object>
        {
            ["clientDataJSON"] = Coded(client),
            ["authenticatorData"] = Coded(data),
            ["signature"] = Coded(signature),
            ["userHandle"] = _userHandle,
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private byte[] Head(string party, byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, _count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(party)), flags, .. count];
    }

    private string Credential(Dictionary<string, object> response) => JsonSerializer.Serialize(new
    {
        id = Coded(_id),
        rawId = Coded(_id),
        type = "public-key",
        clientExtensionResults = new { },
        response,
    });

    private static byte[] ClientData(string type, JsonElement options, string origin) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = options.GetProperty("challenge").GetString(), origin, crossOrigin = false });

    private static string Coded(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
