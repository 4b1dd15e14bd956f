using System.Globalization;

namespace Yakuba.Documents;

/// <summary>Reads a mail (.eml): who wrote to whom and when, its text, and the files that came with it.</summary>
internal static class MailReader
{
    /// <summary>A file whose name says that it is a mail, and whose bytes are no other known format.</summary>
    internal static bool Is(ReadSource source) =>
        IsNamed(source.FileName) && !Signatures.IsZip(source.Content) && !Signatures.IsCompound(source.Content) && !source.Content.AsSpan().StartsWith("%PDF-"u8);

    /// <summary>The name of a mail, or of a page that a browser saved as one.</summary>
    internal static bool IsNamed(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() is ".eml" or ".mht" or ".mhtml";

    internal static Document Read(ReadSource source)
    {
        var mail = MailPart.Parse(source, source.Content);
        if (!IsMail(mail.Headers))
        {
            throw new UnreadableException(Refusals.Damaged(source.FileName, "メールのヘッダー（差出人、件名など）がない"));
        }

        if (mail.IsEncrypted)
        {
            throw new UnreadableException(Refusals.Encrypted(source.FileName));
        }

        var walk = new MailWalk(source);
        walk.Message(mail, 0);
        var subject = mail.Headers.Text("subject");
        return new Document(subject.Length > 0 ? subject : source.FallbackTitle, DocumentKind.Mail, walk.Blocks, walk.Faq, DocumentDates.None);
    }

    /// <summary>One line for each header that a mail program shows.</summary>
    internal static IEnumerable<string> Head(MailHeaders headers, bool withSubject)
    {
        foreach (var (name, label) in new[] { ("subject", "件名"), ("from", "差出人"), ("to", "宛先"), ("cc", "写し"), ("date", "日時") })
        {
            if ((name != "subject" || withSubject) && headers.Text(name) is { Length: > 0 } text)
            {
                yield return $"{label}: {(name == "date" ? Day(text) : text)}";
            }
        }
    }

    private static bool IsMail(MailHeaders headers) =>
        new[] { "from", "to", "subject", "date", "message-id", "mime-version", "received" }.Any(name => headers[name].Length > 0);

    /// <summary>In Japan's time, whatever the clock of the writer; as written where it is no date.</summary>
    private static string Day(string text)
    {
        var bare = text.IndexOf('(', StringComparison.Ordinal) is > 0 and var comment ? text[..comment].Trim() : text;
        return DateTimeOffset.TryParse(bare, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) && day.Year < DateTime.MaxValue.Year // whose last hours Japan's clock cannot tell
            ? day.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy年M月d日H時m分", CultureInfo.InvariantCulture)
            : text;
    }
}
