using System.Text;

namespace Yakuba.Documents;

/// <summary>Headers of a mail or of one of its parts, by name in lower case. Of several with a name the first counts.</summary>
internal sealed class MailHeaders
{
    /// <summary>Longer headers, in bytes, are written by no mail program.</summary>
    private const int Longest = 512 * 1024;
    private readonly Dictionary<string, string> _values = [];

    /// <summary>Headers that were found.</summary>
    internal int Count => _values.Count;

    /// <summary>Value as written, unfolded; empty when there is none.</summary>
    internal string this[string name] => _values.GetValueOrDefault(name, "");

    /// <summary>Value with its encoded words as text.</summary>
    internal string Text(string name) => TextCleaning.TrimBlank(TextCleaning.Clean(MailWords.Decode(this[name])));

    /// <summary>Reads headers up to the first empty line.</summary>
    /// <returns>The headers, and where the body begins.</returns>
    internal static (MailHeaders Headers, int Body) Read(ReadSource source, ReadOnlySpan<byte> part)
    {
        var headers = new MailHeaders();
        var line = new List<byte>();
        var at = 0;
        while (at < part.Length)
        {
            var (end, next) = Line(part, at);
            if (end > Longest)
            {
                throw new UnreadableException(Refusals.Damaged(source.FileName, "メールのヘッダーに終わりがない"));
            }

            var folds = end > at && part[at] is (byte)' ' or (byte)'\t';
            if (!folds)
            {
                headers.Take(line);
                line.Clear();
            }

            if (end == at)
            {
                return (headers, next);
            }

            line.AddRange(part[at..end]);
            at = next;
        }

        headers.Take(line);
        return (headers, part.Length);
    }

    /// <summary>Where the line at a place ends, and where the next begins.</summary>
    internal static (int End, int Next) Line(ReadOnlySpan<byte> text, int at)
    {
        var feed = text[at..].IndexOf((byte)'\n');
        var next = feed < 0 ? text.Length : at + feed + 1;
        var end = feed < 0 ? text.Length : at + feed;
        return (end > at && text[end - 1] == '\r' ? end - 1 : end, next);
    }

    private void Take(List<byte> line)
    {
        var bytes = line.ToArray();
        var colon = Array.IndexOf(bytes, (byte)':');
        if (colon <= 0)
        {
            return;
        }

        var name = Encoding.ASCII.GetString(bytes, 0, colon).Trim().ToLowerInvariant();
        var value = bytes[(colon + 1)..];

        // A header should be ASCII; programs that do not care write the bytes of their own character set.
        var plain = value.AsSpan().IndexOfAnyInRange((byte)0x80, (byte)0xFF) < 0 && !value.Contains((byte)0x1B);
        _values.TryAdd(name, (plain ? Encoding.ASCII.GetString(value) : CharsetDetector.Decode(value).Text).Trim());
    }
}
