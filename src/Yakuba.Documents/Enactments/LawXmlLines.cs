namespace Yakuba.Documents;

/// <summary>The lines of a law in XML, as a text edition would print them: a number and its sentence on one line.</summary>
internal sealed class LawXmlLines(SafeXml xml, ReadSource source)
{
    private readonly List<Block> _blocks = [];
    private string _number = "";
    private string _head = "";

    internal static Document Read(SafeXml xml, ReadSource source)
    {
        var lines = new LawXmlLines(xml, source);
        lines.Element(xml.Name);
        lines.Line("");
        var title = lines._blocks.OfType<HeadingBlock>().FirstOrDefault()?.Text ?? source.FallbackTitle;
        return new Document(title, DocumentKind.LawXml, lines._blocks, [], DocumentDates.None);
    }

    private void Element(string name)
    {
        switch (name)
        {
            case "LawNum": _number = Text(); break;
            case "LawTitle": Title(); break;
            case "ArticleTitle" or "ParagraphNum" or "ItemTitle" or "ChapterTitle" or "PartTitle" or "SectionTitle" or "SubsectionTitle" or "DivisionTitle" or "SupplNote"
                or "AppdxTableTitle" or "AppdxStyleTitle" or "AppdxFormatTitle" or "AppdxFigTitle" or "AppdxNoteTitle" or "AppdxTitle":
                Head(Text());
                break;
            case "ArticleRange" or "RelatedArticleNum": Line(Text()); break;
            case "SupplProvision": Supplement(); break;
            case "TableRow" or "TableHeaderRow": xml.SkipElement(); break;
            case "Table": Table(); break;
            case "Fig": source.Notes.Skipped("図", "画像は読み取りません"); xml.SkipElement(); break;
            case "ParagraphSentence" or "ListSentence" or "ItemSentence" or "RemarksSentence": Line(Columns()); break;
            case "ArticleCaption" or "ParagraphCaption" or "TOCLabel" or "SupplProvisionLabel" or "RemarksLabel" or "TableStructTitle" or "Sentence" or "ArithFormula" or "Class" or "ClassSentence":
                Line("");
                Line(Text());
                break;
            default: Other(name); break;
        }
    }

    /// <summary>Subitems by their names; any other element by what it holds.</summary>
    private void Other(string name)
    {
        if (name.StartsWith("Sub", StringComparison.Ordinal) && name.EndsWith("Title", StringComparison.Ordinal))
        {
            Head(Text());
        }
        else if (name.StartsWith("Sub", StringComparison.Ordinal) && name.EndsWith("Sentence", StringComparison.Ordinal))
        {
            Line(Columns());
        }
        else
        {
            Inner();
        }
    }

    /// <summary>Elements inside this one; text that stands between them has lines of its own.</summary>
    private void Inner()
    {
        if (xml.Reader.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Reader.Depth;
        while (xml.Next() && xml.Reader.Depth > depth)
        {
            if (xml.IsElement)
            {
                var here = xml.Reader.Depth;
                Element(xml.Name);
                if (xml.Reader.Depth == here && xml.IsElement)
                {
                    xml.SkipElement();
                }
            }
            else if (xml.IsText && TextCleaning.TrimBlank(xml.Value).Length > 0)
            {
                Line(xml.Value.Replace("\n", "", StringComparison.Ordinal));
            }
        }
    }

    private void Title()
    {
        _blocks.Add(new HeadingBlock(Clean(Text()), new BlockLocator(1), 1));
        Line(_number.Length > 0 ? $"（{_number}）" : "");
    }

    private void Supplement()
    {
        Line("");
        var by = xml["AmendLawNum"] is { Length: > 0 } number ? $"（{number}）" : "";
        var extract = xml["Extract"] == "true" ? "抄" : "";
        foreach (var child in xml.Children())
        {
            if (child == "SupplProvisionLabel")
            {
                Line(Text() + by + extract);
            }
            else
            {
                Element(child);
            }
        }
    }

    private void Table()
    {
        Line("");
        var grid = new TableGrid();
        LawXmlTable.Fill(xml, grid, new BlockLocator(_blocks.Count + 1));
        source.Notes.Tables++;
        _blocks.AddRange(TableRows.Plain(grid, r => new BlockLocator(_blocks.Count + 1 + r)));
    }

    /// <summary>A number or name: what comes next is its text.</summary>
    private void Head(string text)
    {
        // 第一条 and the empty number of its first 項 share a line.
        if (text.Length > 0)
        {
            Line("");
            _head = text;
        }
    }

    /// <summary>Ends a line: the number that waits and the text that follows it.</summary>
    private void Line(string text)
    {
        var line = Clean(_head.Length > 0 && text.Length > 0 ? $"{_head}　{text}" : _head + text);
        _head = "";
        if (line.Length > 0)
        {
            _blocks.Add(new ParagraphBlock(line, new BlockLocator(_blocks.Count + 1)));
        }
    }

    /// <summary>Sentences of the current element; columns are set apart by an ideographic space.</summary>
    private string Columns()
    {
        var parts = new List<string>();
        foreach (var child in xml.Children())
        {
            parts.Add((child == "Column" && parts.Count > 0 ? "　" : "") + Text());
        }

        return string.Concat(parts);
    }

    private string Text() => LawXmlText.Of(xml);

    private static string Clean(string text) => TextCleaning.TrimBlank(TextCleaning.Clean(text));
}
