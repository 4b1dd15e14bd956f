using System.Text;

namespace Yakuba.Legislation;

/// <content>A sentence that quotes several lines: 別表中 / 「 / … / 」 / を / 「 / … / 」 / に改める。</content>
internal sealed partial class AmendmentReader
{
    /// <summary>Stands for a line end within a quotation.</summary>
    internal const char LineEnd = '\n';

    /// <summary>Longer quotations are none: the lines stay as they are.</summary>
    private const int MostQuoted = 500;

    /// <summary>The lines with such a sentence on one line; each other line as it is, and a blank one for each that was joined, so that line numbers stay.</summary>
    private static string[] Joined(string[] lines)
    {
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            if (lines[i].TrimEnd().EndsWith('中') && Blanks.Trim(lines[i + 1]) == "「" && Quoting(lines, i) is var (sentence, end) && end > i)
            {
                lines[i] = sentence;
                Array.Fill(lines, "", i + 1, end - i);
                i = end;
            }
        }

        return lines;
    }

    /// <summary>The sentence that begins on a line and the line that it ends on; that line itself where the quotation does not close.</summary>
    private static (string Sentence, int End) Quoting(string[] lines, int from)
    {
        var sentence = new StringBuilder(lines[from].TrimEnd());
        var (isQuoted, isFirst) = (false, false);
        for (var i = from + 1; i < Math.Min(lines.Length, from + MostQuoted); i++)
        {
            var text = Blanks.Trim(lines[i]);
            if (!isQuoted && text == "「")
            {
                (isQuoted, isFirst) = (true, true);
                sentence.Append(text);
            }
            else if (isQuoted && text == "」")
            {
                isQuoted = false;
                sentence.Append(text);
            }
            else if (isQuoted)
            {
                sentence.Append(isFirst ? "" : LineEnd.ToString()).Append(lines[i].Trim(' ', '　', '\r'));
                isFirst = false;
            }
            else
            {
                sentence.Append(text);
            }

            if (!isQuoted && text.EndsWith('。'))
            {
                return (sentence.ToString(), i);
            }
        }

        return ("", from);
    }
}
