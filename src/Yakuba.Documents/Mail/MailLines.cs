using System.Text;

namespace Yakuba.Documents;

/// <summary>Joins the lines that a mail program wrapped (format=flowed).</summary>
/// <remarks>Source: RFC 3676.</remarks>
internal static class MailLines
{
    /// <param name="text">Line feeds only.</param>
    /// <param name="deleteSpace">The space that marks a wrapped line is no part of the text (delsp=yes), as in Japanese.</param>
    internal static string Flow(string text, bool deleteSpace)
    {
        var flowed = new StringBuilder();
        var (open, depth) = (false, 0);
        foreach (var line in text.Split('\n'))
        {
            var quotes = line.Length - line.TrimStart('>').Length;
            var words = line[quotes..];
            words = words.StartsWith(' ') ? words[1..] : words; // stuffed
            if (!open || quotes != depth)
            {
                flowed.Append(flowed.Length > 0 || open ? "\n" : "").Append('>', quotes).Append(quotes > 0 ? " " : "");
            }

            depth = quotes;
            open = words.EndsWith(' ') && words != "-- ";
            flowed.Append(open && deleteSpace ? words[..^1] : words);
        }

        return flowed.ToString();
    }
}
