using System.Text;
using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Chooses the reader: by content first, by extension where content cannot tell.</summary>
internal static partial class FormatDetector
{
    private const int HeadBytes = 4_096;

    internal static Document Open(ReadSource source)
    {
        var content = source.Content;
        if (content.Length == 0)
        {
            throw new UnreadableException(Refusals.Empty(source.FileName));
        }

        if (Signatures.Disagrees(source))
        {
            throw new UnreadableException(Refusals.NameDisagrees(source.FileName));
        }

        if (MailReader.Is(source))
        {
            return MailReader.Read(source);
        }

        if (Signatures.IsPdf(content))
        {
            return PdfReader.Read(source);
        }

        if (Signatures.IsZip(content))
        {
            return OfficeFile.Read(source);
        }

        return Signatures.Refusal(source) is { } refusal
            ? throw new UnreadableException(refusal)
            : Signatures.IsCompound(content) ? CompoundFile.Read(source) : Text(source);
    }

    private static Document Text(ReadSource source)
    {
        var head = Head(source.Content);
        if (source.Extension is not (".csv" or ".tsv" or ".md" or ".txt") && HtmlStart().IsMatch(head))
        {
            return HtmlReader.Read(source);
        }

        if (LawStart().IsMatch(head))
        {
            return LawXmlReader.Read(source);
        }

        return source.Extension switch
        {
            ".docx" or ".docm" or ".xlsx" or ".xlsm" or ".pptx" or ".pptm" => throw new UnreadableException(Refusals.NameDisagrees(source.FileName)),
            ".json" or ".js" or ".css" or ".sh" or ".bat" or ".ps1" or ".vbs" or ".svg" or ".mbox" => throw new UnreadableException(Refusals.Unknown(source.FileName)),
            ".xml" when XmlStart().IsMatch(head) => throw new UnreadableException(Refusals.Unknown(source.FileName)),
            ".html" or ".htm" or ".xhtml" => HtmlReader.Read(source),
            ".csv" or ".tsv" => CsvDocumentReader.Read(source),
            ".md" or ".markdown" => MarkdownReader.Read(source),
            _ when Signatures.LooksBinary(source.Content) => throw new UnreadableException(Refusals.Unknown(source.FileName)),
            _ => PlainTextReader.Read(source),
        };
    }

    private static string Head(byte[] content) => Encoding.Latin1.GetString(content, 0, Math.Min(content.Length, HeadBytes));

    [GeneratedRegex(@"^(\xEF\xBB\xBF)?\s*(<\?xml[^>]*>\s*)?(<!--.{0,2000}?-->\s*)*<(Law|DataRoot)\b", RegexOptions.Singleline)]
    private static partial Regex LawStart();

    [GeneratedRegex(@"^(\xEF\xBB\xBF)?\s*<")]
    private static partial Regex XmlStart();

    [GeneratedRegex(@"^(\xEF\xBB\xBF)?\s*(<\?xml[^>]*>\s*)?(<!--.{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body)\b", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex HtmlStart();
}
