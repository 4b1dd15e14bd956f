using System.Text;
using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>A structured header such as <c>text/plain; charset=utf-8</c>: its value and its parameters.</summary>
/// <param name="Value">In lower case.</param>
internal sealed partial record MailField(string Value, IReadOnlyDictionary<string, string> Parameters)
{
    private const int MostPieces = 100;

    /// <summary>A parameter; empty when there is none.</summary>
    internal string this[string name] => Parameters.GetValueOrDefault(name, "");

    internal static MailField Parse(string header)
    {
        var semicolon = header.IndexOf(';', StringComparison.Ordinal);
        var parameters = new Dictionary<string, string>();
        foreach (Match match in Parameter().Matches(semicolon < 0 ? "" : header[semicolon..]))
        {
            var value = match.Groups["quoted"].Success ? Escaped().Replace(match.Groups["quoted"].Value, "$1") : match.Groups["plain"].Value.Trim();
            parameters.TryAdd(match.Groups["name"].Value.ToLowerInvariant(), value);
        }

        return new MailField((semicolon < 0 ? header : header[..semicolon]).Trim().ToLowerInvariant(), parameters);
    }

    /// <summary>A parameter that may be encoded, and in pieces: <c>filename*0*=utf-8''%E7…</c>.</summary>
    internal string Text(string name)
    {
        if (this[name + "*"] is { Length: > 0 } whole)
        {
            return Extended(MailWords.Percent(whole));
        }

        var bytes = new List<byte>();
        for (var i = 0; i < MostPieces; i++)
        {
            if (this[$"{name}*{i}*"] is { Length: > 0 } encoded)
            {
                bytes.AddRange(MailWords.Percent(encoded));
            }
            else if (this[$"{name}*{i}"] is { Length: > 0 } plain)
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(plain));
            }
            else
            {
                break;
            }
        }

        return bytes.Count > 0 ? Extended([.. bytes]) : MailWords.Decode(this[name]);
    }

    /// <summary>Character set, language and text, parted by apostrophes; without them the text alone.</summary>
    private static string Extended(byte[] bytes)
    {
        var first = Array.IndexOf(bytes, (byte)'\'');
        var second = first < 0 ? -1 : Array.IndexOf(bytes, (byte)'\'', first + 1);
        return second < 0 || first > 40
            ? CharsetDetector.Decode(bytes).Text
            : MailCharset.Decode(bytes[(second + 1)..], Encoding.ASCII.GetString(bytes, 0, first)).Text;
    }

    [GeneratedRegex(@";\s*(?<name>[A-Za-z0-9*_-]{1,60})\s*=\s*(?:""(?<quoted>(?:[^""\\]|\\.)*)""|(?<plain>[^;""]*))", RegexOptions.Singleline)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\\(.)", RegexOptions.Singleline)]
    private static partial Regex Escaped();
}
