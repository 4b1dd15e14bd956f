using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Finds the words of notes in the objects of a PDF, also in its compressed object streams.</summary>
/// <remarks>Source: ISO 32000-1, 12.5.6 annotation types.</remarks>
internal static partial class PdfNotes
{
    private const int MostNotes = 100;

    internal static IReadOnlyList<string> Of(byte[] content)
    {
        var notes = new List<string>();
        foreach (var text in PdfObjects.Texts(content))
        {
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
