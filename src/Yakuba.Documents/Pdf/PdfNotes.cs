using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Finds the words of notes in the objects of a PDF, also in its compressed object streams.</summary>
/// <remarks>Source: ISO 32000-1, 7.5.7 object streams and 12.5.6 annotation types. A file that encrypts its strings is not searched.</remarks>
internal static partial class PdfNotes
{
    /// <summary>Larger files are not searched, in bytes.</summary>
    private const int MostBytes = 32_000_000;

    /// <summary>Inflated bytes of all object streams together.</summary>
    private const int MostInflated = 16_000_000;
    private const int MostNotes = 100;

    internal static IReadOnlyList<string> Of(byte[] content)
    {
        if (content.Length > MostBytes || content.AsSpan().IndexOf("/Encrypt"u8) >= 0)
        {
            return [];
        }

        var notes = new List<string>();
        var left = MostInflated;
        foreach (var text in Streams(content, () => left).Prepend(Encoding.Latin1.GetString(content)))
        {
            left -= text.Length;
            Search(text, notes);
        }

        return notes;
    }

    private static void Search(string text, List<string> notes)
    {
        try
        {
            for (var match = Dictionary().Match(text); match.Success && notes.Count < MostNotes; match = match.NextMatch())
            {
                if (NoteType().IsMatch(match.Value) && Contents().Match(match.Value) is { Success: true } words)
                {
                    notes.Add(Decode(words));
                }
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // A file made to be slow; the pages are read all the same.
        }
    }

    private static IEnumerable<string> Streams(byte[] content, Func<int> left)
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

    private static string Decode(Match words)
    {
        var hex = words.Groups["hex"];
        var bytes = hex.Success ? Hex(hex.Value) : Encoding.Latin1.GetBytes(Escape().Replace(words.Groups["text"].Value, Escaped));
        return bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2) : Encoding.UTF8.GetString(bytes);
    }

    private static byte[] Hex(string hex)
    {
        var digits = string.Concat(hex.Where(char.IsAsciiHexDigit));
        return Convert.FromHexString(digits.Length % 2 == 0 ? digits : digits + "0");
    }

    private static string Escaped(Match escape) => escape.Value[1] switch
    {
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        >= '0' and <= '7' => ((char)(Convert.ToInt32(escape.Value[1..], 8) & 0xFF)).ToString(CultureInfo.InvariantCulture),
        var c => c.ToString(),
    };

    [GeneratedRegex(@"<<(?:[^<>()]|<[0-9A-Fa-f\s]*>|\((?>[^\\()]|\\.|\([^()]*\))*\)|<<[^<>]*>>)*>>", RegexOptions.Singleline, matchTimeoutMilliseconds: 3_000)]
    private static partial Regex Dictionary();

    [GeneratedRegex(@"/Subtype\s*/(?:Text|Popup|Highlight|Underline|StrikeOut|Squiggly|Caret|Ink|Square|Circle|Line|Stamp|FileAttachment)\b", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NoteType();

    [GeneratedRegex(@"/Contents\s*(?:\((?<text>(?>[^\\()]|\\.|\([^()]*\))*)\)|<(?<hex>[0-9A-Fa-f\s]*)>)", RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Contents();

    [GeneratedRegex(@"\\(?:[0-7]{1,3}|.)", RegexOptions.Singleline)]
    private static partial Regex Escape();
}
