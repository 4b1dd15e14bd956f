namespace Yakuba.Legislation;

/// <content>A sentence that quotes several lines: 別表中 / 「 / … / 」 / を / 「 / … / 」 / に改める。</content>
internal sealed partial class AmendmentReader
{
    /// <summary>Stands for a line end within a quotation.</summary>
    internal const char LineEnd = '\n';

    /// <summary>The lines with such a sentence on one line; each other line as it is, and a blank one for each that was joined, so that line numbers stay.</summary>
    private static IEnumerable<string> Joined(IEnumerable<string> lines)
    {
        string? sentence = null;
        var (blanks, isQuoted) = (0, false);
        foreach (var line in lines)
        {
            var text = Blanks.Trim(line);
            if (sentence is null)
            {
                if (text == "「")
                {
                    yield return line; // a quotation without a sentence before it: the reader says so
                }
                else if (text.EndsWith('中') && !text.Contains('「', StringComparison.Ordinal))
                {
                    sentence = line;
                }
                else
                {
                    yield return line;
                }

                continue;
            }

            blanks++;
            if (!isQuoted && text == "「")
            {
                (sentence, isQuoted) = (sentence + text, true);
            }
            else if (isQuoted)
            {
                (sentence, isQuoted) = text == "」" ? (sentence + text, false) : (sentence + (sentence.EndsWith('「') ? "" : LineEnd) + line.Trim(' ', '　', '\r'), true);
            }
            else
            {
                sentence += text;
            }

            if (!isQuoted && (text.EndsWith('。') || !sentence.Contains('「', StringComparison.Ordinal)))
            {
                yield return sentence;
                for (; blanks > 0; blanks--)
                {
                    yield return "";
                }

                sentence = null;
            }
        }

        if (sentence is not null)
        {
            yield return sentence;
        }
    }
}
