using System.Text;

namespace Yakuba.Documents;

/// <summary>Character sets as mails name them.</summary>
internal static class MailCharset
{
    /// <summary>Decodes text; a name that means nothing here is replaced by what the bytes say.</summary>
    internal static DecodedText Decode(byte[] content, string declared)
    {
        var name = declared.Trim().Trim('"').ToLowerInvariant();
        if (name is "" or "us-ascii" or "ascii" or "unknown-8bit" or "default" || JapaneseEncodings.ByName(name) is not null)
        {
            return CharsetDetector.Decode(content, name);
        }

        return Other(name) is { } encoding ? new DecodedText(encoding.GetString(content), encoding.WebName) : CharsetDetector.Decode(content);
    }

    private static Encoding? Other(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException) // such as utf-7, which the runtime knows and will not read
        {
            return null;
        }
    }
}
