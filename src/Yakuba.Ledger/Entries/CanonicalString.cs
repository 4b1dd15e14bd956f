using System.Buffers;
using System.Globalization;
using System.Text;

namespace Yakuba.Ledger;

/// <summary>A string in the spelling of RFC 8785 section 3.2.2.2: only what must be escaped is, and always in the same way.</summary>
internal static class CanonicalString
{
    /// <exception cref="CanonicalJsonException">The text holds half a surrogate pair.</exception>
    internal static void Write(ArrayBufferWriter<byte> output, string text)
    {
        if (LoneSurrogate.IsIn(text))
        {
            throw new CanonicalJsonException("A string holds half a surrogate pair.");
        }

        output.Write("\""u8);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= ' ' && text[i] is not ('"' or '\\'))
            {
                continue;
            }

            Encoding.UTF8.GetBytes(text.AsSpan(start, i - start), output);
            Encoding.UTF8.GetBytes(Escape(text[i]), output);
            start = i + 1;
        }

        Encoding.UTF8.GetBytes(text.AsSpan(start), output);
        output.Write("\""u8);
    }

    private static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
    };
}
