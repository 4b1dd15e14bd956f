using System.IO.Compression;
using System.Text;

namespace Yakuba.Documents;

/// <summary>The objects of a PDF as text: the file as it stands, and each of its compressed object streams.</summary>
/// <remarks>Source: ISO 32000-1, 7.5.7 object streams. Of a file that encrypts its strings nothing is told.</remarks>
internal static class PdfObjects
{
    /// <summary>Larger files are not searched, in bytes.</summary>
    private const int MostBytes = 32_000_000;

    /// <summary>Inflated bytes of all object streams together.</summary>
    private const int MostInflated = 16_000_000;

    internal static IEnumerable<string> Texts(byte[] content)
    {
        if (content.Length > MostBytes || content.AsSpan().IndexOf("/Encrypt"u8) >= 0)
        {
            yield break;
        }

        yield return Encoding.Latin1.GetString(content);
        var left = MostInflated;
        foreach (var text in Inflated(content, () => left))
        {
            left -= text.Length;
            yield return text;
        }
    }

    private static IEnumerable<string> Inflated(byte[] content, Func<int> left)
    {
        for (var at = 0; (at = Next(content, at)) >= 0 && left() > 0;)
        {
            var start = content.AsSpan(at).IndexOf("stream"u8);
            if (start < 0)
            {
                yield break;
            }

            at += start + "stream".Length;
            at += at < content.Length && content[at] == '\r' ? 2 : 1;
            yield return at < content.Length ? Inflate(content, at, left()) : "";
        }
    }

    private static int Next(byte[] content, int at)
    {
        var found = at < content.Length ? content.AsSpan(at).IndexOf("/ObjStm"u8) : -1;
        return found < 0 ? -1 : at + found;
    }

    private static string Inflate(byte[] content, int at, int most)
    {
        var text = new byte[Math.Min(most, 4_000_000)];
        var length = 0;
        try
        {
            using var stream = new ZLibStream(new MemoryStream(content, at, content.Length - at), CompressionMode.Decompress);
            for (int n; length < text.Length && (n = stream.Read(text, length, text.Length - length)) > 0; length += n)
            {
            }
        }
        catch (InvalidDataException)
        {
            // Not deflated, or damaged: what came out so far is searched.
        }

        return Encoding.Latin1.GetString(text, 0, length);
    }
}
