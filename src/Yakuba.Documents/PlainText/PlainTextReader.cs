using System.Text;
using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Reads plain text: paragraphs by blank lines and indents, hard-wrapped lines joined, ordinance structure found after.</summary>
internal static partial class PlainTextReader
{
    /// <summary>A line at least this wide (half-width units) may have been wrapped by its writer.</summary>
    private const int WrapWidth = 56;

    internal static Document Read(ReadSource source)
    {
        var decoded = CharsetDetector.Decode(source.Content);
        source.Notes.Charset = decoded.Charset;
        return Build(source, TextCleaning.Clean(decoded.Text), DocumentKind.PlainText);
    }

    internal static Document Build(ReadSource source, string text, DocumentKind kind)
    {
        var lines = text.Split('\n');
        var alwaysJoin = LabelOnlyLine().Count(text) >= 2;
        if (source.Limits.AsEnactment)
        {
            return PlainEnactment.Read(source, text, breaksSentences: alwaysJoin);
        }

        var blocks = new List<Block>();
        var paragraph = new StringBuilder();
        var start = 0;
        for (var i = 0; i <= lines.Length; i++)
        {
            var line = i < lines.Length ? lines[i] : "";
            if (paragraph.Length > 0 && !(i < lines.Length && Continues(lines[i - 1], line, alwaysJoin && blocks.Count > 0)))
            {
                blocks.Add(new ParagraphBlock(TextCleaning.TrimBlank(paragraph.ToString()), new LineLocator(start + 1)));
                paragraph.Clear();
                source.Cancel.ThrowIfCancellationRequested();
            }

            if (TextCleaning.TrimBlank(line).Length > 0)
            {
                start = paragraph.Length == 0 ? i : start;
                paragraph.Append(paragraph.Length == 0 ? line : JapaneseLines.Glue(paragraph, line.TrimStart(' ', '\t')));
            }
        }

        var title = blocks.Count > 0 && blocks[0].Text.Length <= 60 ? Title(blocks[0].Text) : source.FallbackTitle;
        return OrdinanceStructure.Apply(new Document(title, kind, blocks, [], DocumentDates.None), source);
    }

    private static string Title(string first)
    {
        var line = first.Split('\n')[0];
        var bracket = line.IndexOf('（', StringComparison.Ordinal);
        return TextCleaning.TrimBlank((bracket > 4 && line.EndsWith('）') ? line[..bracket] : line).TrimStart('○', '■', '●', '◎'));
    }

    private static bool Continues(string previous, string line, bool alwaysJoin)
    {
        if (TextCleaning.TrimBlank(line).Length == 0 || line[0] is '\u3000' or '\t' || JapaneseLines.StartsAnew(line))
        {
            return false;
        }

        if (SupplementLine().IsMatch(previous))
        {
            return false;
        }

        var tail = previous.TrimEnd();
        return alwaysJoin
            ? !tail.EndsWith('。')
            : !JapaneseLines.EndsSentence(tail) && JapaneseLines.Width(tail) >= WrapWidth;
    }

    /// <summary>附則 with the law it belongs to: what follows is its text.</summary>
    [GeneratedRegex(@"^[ \t　]*附[ 　]*則[ 　]*(?:[（(].*[）)])?[ 　]*抄?[ 　]*$")]
    private static partial Regex SupplementLine();

    [GeneratedRegex(@"^[ \t　]*第[〇一二三四五六七八九十百千0-9０-９]+条(?:の[〇一二三四五六七八九十百0-9０-９]+)*[ \t　]*$", RegexOptions.Multiline)]
    private static partial Regex LabelOnlyLine();
}
