namespace Yakuba.Documents;

/// <summary>A part of a mail, its headers read and its body as it came.</summary>
internal sealed class MailPart
{
    private readonly ReadOnlyMemory<byte> _body;

    private MailPart(MailHeaders headers, ReadOnlyMemory<byte> body)
    {
        (Headers, _body) = (headers, body);
        Type = MailField.Parse(headers["content-type"]);
        var disposition = MailField.Parse(headers["content-disposition"]);
        IsAttached = disposition.Value == "attachment";
        var name = disposition.Text("filename");
        FileName = TextCleaning.Clean(name.Length > 0 ? name : Type.Text("name")).Trim();
    }

    internal MailHeaders Headers { get; }

    internal MailField Type { get; }

    /// <summary>Such as "text/plain"; what names none is plain text.</summary>
    internal string Kind => Type.Value.Length > 0 ? Type.Value : "text/plain";

    /// <summary>Marked as an attachment.</summary>
    internal bool IsAttached { get; }

    /// <summary>As given; empty when it has none.</summary>
    internal string FileName { get; }

    /// <summary>Text, files and signature packed into one (S/MIME): only a mail program takes it apart.</summary>
    internal bool IsSignedWhole => IsPacked && Type["smime-type"].Equals("signed-data", StringComparison.OrdinalIgnoreCase);

    internal bool IsEncrypted => Kind is "multipart/encrypted" or "application/pgp-encrypted" || (IsPacked && !IsSignedWhole);

    /// <summary>Why its bytes cannot be had, in Japanese.</summary>
    internal string NotDecoded => $"符号化方式「{DisplayName.Of(Headers.Text("content-transfer-encoding"))}」には対応していません";

    private bool IsPacked => Kind is "application/pkcs7-mime" or "application/x-pkcs7-mime";

    internal static MailPart Parse(ReadSource source, ReadOnlyMemory<byte> part)
    {
        var (headers, body) = MailHeaders.Read(source, part.Span);
        return new MailPart(headers, part[body..]);
    }

    /// <summary>The bytes it carries; null when it says a way of packing that is not known.</summary>
    internal byte[]? Content() => MailTransfer.Decode(_body.Span, Headers["content-transfer-encoding"]);

    /// <summary>The parts between the boundaries, and whether the last boundary was there.</summary>
    internal (List<ReadOnlyMemory<byte>> Parts, bool IsWhole) Parts(int most)
    {
        var parts = new List<ReadOnlyMemory<byte>>();
        var boundary = Type["boundary"];
        if (boundary.Length == 0)
        {
            return (parts, false);
        }

        var mark = System.Text.Encoding.Latin1.GetBytes("--" + boundary);
        var text = _body.Span;
        var (start, at) = (-1, 0);
        while (at < text.Length)
        {
            var (end, next) = MailHeaders.Line(text, at);
            if (text[at..end].StartsWith(mark))
            {
                var rest = text[(at + mark.Length)..end].TrimEnd(" \t"u8);
                var closes = rest.SequenceEqual("--"u8);
                if (closes || rest.Length == 0)
                {
                    if (start >= 0)
                    {
                        parts.Add(_body[start..Math.Max(start, at)]);
                    }

                    if (closes || parts.Count > most)
                    {
                        return (parts, true);
                    }

                    start = next;
                }
            }

            at = next;
        }

        if (start >= 0 && start < text.Length)
        {
            parts.Add(_body[start..]);
        }

        return (parts, false);
    }
}
