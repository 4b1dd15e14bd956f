using System.Text;
using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>How lines of Japanese text join to paragraphs.</summary>
internal static partial class JapaneseLines
{
    /// <summary>A sentence or bracket is closed at the end of this line.</summary>
    internal static bool EndsSentence(string line)
    {
        var text = TextCleaning.TrimBlank(line);
        return text.Length == 0 || text[^1] is '。' or '．' or '！' or '？' or '!' or '?' or '」' or '】' or '：' or ':';
    }

    /// <summary>A line that opens something new: an article, a numbered item, a bullet, a bracketed caption.</summary>
    internal static bool StartsAnew(string line) => Opening().IsMatch(line);

    /// <summary>Width in half-width units.</summary>
    internal static int Width(string line)
    {
        var width = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            width += rune.Value is < 0x80 or (>= 0xFF61 and <= 0xFF9F) ? 1 : 2;
        }

        return width;
    }

    /// <summary>What to append so that two lines read as one: a space between Latin words, nothing in Japanese.</summary>
    internal static string Glue(StringBuilder before, string line) =>
        line.Length > 0 && before.Length > 0 && char.IsAscii(before[^1]) && char.IsAscii(line[0])
            && !char.IsWhiteSpace(before[^1]) && char.IsLetterOrDigit(line[0]) ? " " + line : line;

    [GeneratedRegex(@"^[\s　]*(?:第[〇一二三四五六七八九十百千0-9０-９]+(?:編|章|節|款|目|条|号様式)(?:の[〇一二三四五六七八九十百0-9０-９]+)*(?:[\s　（(]|$)|附[\s　]*則|別表|別記|様式第|[0-9０-９]{1,3}[\s　.．、]|[（(][0-9０-９一二三四五六七八九十ア-ンｱ-ﾝ]{1,3}[）)]|[①-⑳⑴-⒇]|[○◯][0-9０-９]|[一二三四五六七八九十]{1,3}[\s　]|[イロハニホヘトチリヌア-オ][\s　]|[・●○◎■□◆◇※\-*][\s　]?|[【〔＜<\[]|[QＱ問AＡ答][\s　:：.．0-9０-９]|[（(][^（）()、。]{1,30}[）)][\s　]*$)")]
    private static partial Regex Opening();
}
