using System.Globalization;

namespace Yakuba.Documents;

/// <summary>Undoes the ways in which mails carry bytes as ASCII.</summary>
/// <remarks>Source: RFC 2045, 6.7 and 6.8. What breaks the rules is kept as it stands.</remarks>
internal static class MailTransfer
{
    /// <summary>The bytes of a part; null for a way that is not known.</summary>
    internal static byte[]? Decode(ReadOnlySpan<byte> body, string way) => way.Trim().ToLowerInvariant() switch
    {
        "" or "7bit" or "8bit" or "binary" => body.ToArray(),
        "quoted-printable" => Quoted(body),
        "base64" => Base64(body),
        _ => null,
    };

    internal static byte[] Quoted(ReadOnlySpan<byte> body)
    {
        var (bytes, length) = (new byte[body.Length], 0);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '=')
            {
                bytes[length++] = body[i];
                continue;
            }

            var rest = body[(i + 1)..];
            var blanks = rest.IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'\r');
            if (blanks < 0 || rest[blanks] == '\n')
            {
                i += blanks < 0 ? rest.Length : blanks + 1; // The line goes on.
            }
            else if (rest.Length >= 2 && byte.TryParse(rest[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b))
            {
                bytes[length++] = b;
                i += 2;
            }
            else
            {
                bytes[length++] = body[i];
            }
        }

        return bytes[..length];
    }

    internal static byte[] Base64(ReadOnlySpan<byte> body)
    {
        var (bytes, length) = (new byte[body.Length], 0);
        var (bits, count) = (0, 0);
        foreach (var c in body)
        {
            var value = c switch
            {
                >= (byte)'A' and <= (byte)'Z' => c - 'A',
                >= (byte)'a' and <= (byte)'z' => c - 'a' + 26,
                >= (byte)'0' and <= (byte)'9' => c - '0' + 52,
                (byte)'+' or (byte)'-' => 62,
                (byte)'/' or (byte)'_' => 63,
                _ => -1,
            };
            if (value < 0)
            {
                // A padding ends a piece; some programs pack pieces one after the other.
                (bits, count) = c == '=' ? (0, 0) : (bits, count);
                continue;
            }

            (bits, count) = ((bits << 6) | value, count + 6);
            if (count >= 8)
            {
                count -= 8;
                bytes[length++] = (byte)(bits >> count);
                bits &= (1 << count) - 1;
            }
        }

        return bytes[..length];
    }
}
