using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Decodes the encoded words of headers (=?ISO-2022-JP?B?…?=).</summary>
/// <remarks>Source: RFC 2047. Bytes of words beside each other are joined before they are decoded: many programs cut within a character.</remarks>
internal static partial class MailWords
{
    internal static string Decode(string value)
    {
        var text = new StringBuilder();
        var (at, pending, charset) = (0, new List<byte>(), "");
        foreach (Match word in Word().Matches(value))
        {
            var between = value[at..word.Index];
            var bare = word.Groups["charset"].Value.Split('*')[0];
            if (pending.Count > 0 && (between.Trim().Length > 0 || !bare.Equals(charset, StringComparison.OrdinalIgnoreCase)))
            {
                Flush();
            }

            // White space between two encoded words only folds the line.
            text.Append(at > 0 && between.Trim().Length == 0 ? "" : between);
            charset = bare;
            var data = word.Groups["data"].Value;
            pending.AddRange(word.Groups["way"].Value is "B" or "b" ? MailTransfer.Base64(Encoding.ASCII.GetBytes(data)) : QuotedWord(data));
            at = word.Index + word.Length;
        }

        Flush();
        return text.Append(value[at..]).ToString();

        void Flush()
        {
            text.Append(pending.Count > 0 ? MailCharset.Decode([.. pending], charset).Text : "");
            pending.Clear();
        }
    }

    /// <summary>The Q way of a header: an underscore is a space.</summary>
    private static byte[] QuotedWord(string data) => MailTransfer.Quoted(Encoding.Latin1.GetBytes(data.Replace('_', ' ')));

    /// <summary>Decodes the %XX of a parameter.</summary>
    /// <remarks>Source: RFC 2231.</remarks>
    internal static byte[] Percent(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var b))
            {
                bytes.Add(b);
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text[i].ToString()));
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"=\?(?<charset>[^?\s]{1,60})\?(?<way>[BbQq])\?(?<data>[^?]*)\?=")]
    private static partial Regex Word();
}
