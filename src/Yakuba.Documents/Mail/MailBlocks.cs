namespace Yakuba.Documents;

/// <summary>The blocks of a mail: its own text, and what was read from the files with it.</summary>
internal sealed class MailBlocks(ReadSource source)
{
    internal List<Block> Blocks { get; } = [];

    internal List<FaqEntry> Faq { get; } = [];

    internal void Paragraph(string text) => Add(new ParagraphBlock(text, At()));

    internal void Heading(string text) => Add(new HeadingBlock(text, At(), 1));

    /// <summary>Text of the mail itself, plain or HTML.</summary>
    internal void Body(MailPart part, byte[] content)
    {
        Document read;
        if (part.Kind == "text/html")
        {
            read = HtmlReader.Read(source, content, part.Type["charset"]);
        }
        else
        {
            var decoded = MailCharset.Decode(content, part.Type["charset"]);
            source.Notes.Charset = decoded.Charset;
            var text = TextCleaning.Clean(decoded.Text);
            read = PlainTextReader.Build(source, part.Type["format"].Equals("flowed", StringComparison.OrdinalIgnoreCase) ? MailLines.Flow(text, part.Type["delsp"].Equals("yes", StringComparison.OrdinalIgnoreCase)) : text, DocumentKind.Mail);
        }

        // A mail has neither pages nor lines that a reader could count: its places are its blocks.
        foreach (var block in read.Blocks)
        {
            var at = At();
            Add(block switch
            {
                ArticleBlock => block,
                TableRowBlock row => row with { At = at, Cells = [.. row.Cells.Select(c => c with { At = at })] },
                _ => block with { At = at },
            });
        }
    }

    /// <summary>Blocks and entries of an attached file, with their places in it.</summary>
    internal void Attached(int number, string name, Document document)
    {
        Add(new HeadingBlock($"添付: {name}", new AttachmentLocator(number, new BlockLocator(1)), 1));
        foreach (var block in document.Blocks)
        {
            Add(Within(block, number));
        }

        Faq.AddRange(document.Faq.Select(f => f with { At = new AttachmentLocator(number, f.At) }));
    }

    private static Block Within(Block block, int number)
    {
        var at = new AttachmentLocator(number, block.At);
        return block switch
        {
            HeadingBlock heading => heading with { At = at, Level = Math.Min(9, heading.Level + 1) },
            TableRowBlock row => row with { At = at, Cells = [.. row.Cells.Select(c => c with { At = new AttachmentLocator(number, c.At) })] },
            _ => block with { At = at },
        };
    }

    private BlockLocator At() => new(Blocks.Count + 1);

    private void Add(Block block)
    {
        if (Blocks.Count >= source.Limits.MaxBlocks)
        {
            throw new UnreadableException(Refusals.TooManyParts(source.FileName));
        }

        Blocks.Add(block);
    }
}
