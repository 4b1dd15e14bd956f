using System.Text;

namespace Yakuba.Documents;

/// <summary>The lines of an act or ordinance in plain text.</summary>
internal static class PlainEnactment
{
    /// <param name="source">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="breaksSentences">Numbers stand alone on their lines, as in editions saved from the e-Gov site; there a sentence breaks wherever the page had a link.</param>
    internal static Document Read(ReadSource source, string text, bool breaksSentences)
    {
        var blocks = new List<Block>();
        var open = new StringBuilder();
        var isSentence = false;
        int number = 0, first = 0;
        foreach (var line in text.Split('\n'))
        {
            source.Cancel.ThrowIfCancellationRequested();
            number++;
            var trimmed = TextCleaning.TrimBlank(line);
            var goesOn = isSentence ? open[^1] != '。' && !JapaneseLines.StartsAnew(line) : IsOpenBracket(open);
            if (breaksSentences && open.Length > 0 && goesOn && trimmed.Length > 0 && line[0] != '　')
            {
                open.Append(trimmed);
                continue;
            }

            Close();
            first = number;
            isSentence = trimmed.Length > 0 && line[0] == '　' && !JapaneseLines.StartsAnew(line);
            open.Append(trimmed.Length > 0 && line[0] == '\t' ? line : trimmed);
        }

        Close();
        return new Document(source.FallbackTitle, DocumentKind.PlainText, blocks, [], DocumentDates.None);

        void Close()
        {
            if (open.Length > 0)
            {
                blocks.Add(new ParagraphBlock(open.ToString(), new LineLocator(first)));
                open.Clear();
            }
        }
    }

    /// <summary>A caption that a link broke: （行政手続法 and の適用除外）.</summary>
    private static bool IsOpenBracket(StringBuilder open)
    {
        if (open.Length is 0 or > 100 || open[0] != '（')
        {
            return false;
        }

        var depth = 0;
        for (var i = 0; i < open.Length; i++)
        {
            depth += open[i] == '（' ? 1 : open[i] == '）' ? -1 : 0;
        }

        return depth > 0;
    }
}
