namespace Yakuba.Documents;

/// <summary>Walks the parts of a mail in order: the text first as it is shown, then the files that came with it.</summary>
internal sealed class MailWalk(ReadSource source)
{
    /// <summary>Parts of one mail, together with those of the mails within it.</summary>
    private const int MostParts = 1_000;

    /// <summary>Mails in mails and groups in groups.</summary>
    private const int Deepest = 12;
    private readonly MailAttachments _files = new(source);
    private readonly MailBlocks _text = new(source);
    private int _parts;

    internal List<Block> Blocks => _text.Blocks;

    internal List<FaqEntry> Faq => _text.Faq;

    /// <summary>Reads one mail: its head, then its body.</summary>
    internal void Message(MailPart mail, int depth)
    {
        foreach (var line in MailReader.Head(mail.Headers, withSubject: depth > 0))
        {
            _text.Paragraph(line);
        }

        Part(mail, depth);
    }

    private void Part(MailPart part, int depth)
    {
        source.Cancel.ThrowIfCancellationRequested();
        if (++_parts > MostParts)
        {
            throw new UnreadableException(Refusals.TooManyParts(source.FileName));
        }

        if (depth > Deepest)
        {
            source.Notes.Skipped("メールの中のメール", "入れ子が深すぎるため、奥のものは読み取りませんでした");
        }
        else if (part.Kind.StartsWith("multipart/", StringComparison.Ordinal))
        {
            Group(part, depth);
        }
        else if (part.Kind is "message/rfc822" or "message/global" || MailReader.IsNamed(DisplayName.Of(part.FileName)))
        {
            Mail(part, depth);
        }
        else if (part.IsAttached || !(part.Kind is "text/plain" or "text/html") || (part.FileName.Length > 0 && part.Kind != "text/html"))
        {
            _files.Read(part, _text);
        }
        else if (Content(part) is { } content)
        {
            _text.Body(part, content);
        }
    }

    private void Group(MailPart group, int depth)
    {
        var (parts, whole) = group.Parts(MostParts);
        if (!whole)
        {
            source.Notes.Skipped("メールの終わり", "区切りの終わりがなく、途中で切れているおそれがあります");
        }

        var read = parts.Select(p => MailPart.Parse(source, p));
        if (group.Kind == "multipart/alternative")
        {
            Alternative([.. read], depth);
            return;
        }

        foreach (var part in read)
        {
            Part(part, depth + 1);
        }
    }

    /// <summary>The same text in several forms: the one that holds files too, as Apple Mail writes it; else plain text where it says anything; else the richest form that is read.</summary>
    private void Alternative(List<MailPart> forms, int depth)
    {
        var plain = forms.Find(f => f.Kind == "text/plain" && !f.IsAttached && f.Content() is { } content && content.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) >= 0);
        var chosen = forms.FindLast(f => f.Kind == "multipart/mixed") ?? plain ?? forms.FindLast(f => f.Kind is "text/html" || f.Kind.StartsWith("multipart/", StringComparison.Ordinal)) ?? forms.LastOrDefault();
        if (chosen is null)
        {
            return;
        }

        Part(chosen, depth + 1);
        if (chosen == plain && forms.Count > 1)
        {
            source.Notes.Skipped("本文の別の形（HTMLなど）", "同じ内容の、文字だけの本文を読みました");
        }
    }

    /// <summary>A mail that came with the mail, or within it.</summary>
    private void Mail(MailPart part, int depth)
    {
        if (Content(part) is { } content)
        {
            _text.Heading(part.FileName.Length > 0 ? $"添付: {DisplayName.Of(part.FileName)}" : "添付されたメール");
            Message(MailPart.Parse(source, content), depth + 1);
        }
    }

    private byte[]? Content(MailPart part)
    {
        var content = part.Content();
        if (content is null)
        {
            source.Notes.Skipped(part.FileName.Length > 0 ? $"添付「{DisplayName.Of(part.FileName)}」" : "メールの一部", part.NotDecoded);
        }

        return content;
    }
}
