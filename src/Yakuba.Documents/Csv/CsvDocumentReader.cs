namespace Yakuba.Documents;

/// <summary>Reads comma or tab separated values: a question table to entries, any other table to rows with their headers.</summary>
internal static class CsvDocumentReader
{
    private const int MaxColumns = 4_096;

    internal static Document Read(ReadSource source)
    {
        var decoded = CharsetDetector.Decode(source.Content);
        source.Notes.Charset = decoded.Charset;
        var rows = Rows(source, TextCleaning.Clean(decoded.Text));
        source.Notes.Tables = rows.Count > 0 ? 1 : 0;
        var header = rows.FindIndex(r => r.Fields.Count(f => f.Length > 0) >= 2);
        if (header >= 0 && FaqColumns.Find(rows[header].Fields) is { } faq)
        {
            return Faq(source, rows, header, faq);
        }

        return Table(source, rows, header);
    }

    private static Document Faq(ReadSource source, List<(int Line, List<string> Fields)> rows, int header, FaqColumns columns)
    {
        var entries = new List<FaqEntry>();
        for (var r = header + 1; r < rows.Count; r++)
        {
            if (columns.Entry(rows[r].Fields, r - header) is { } entry)
            {
                entries.Add(entry);
            }
            else
            {
                source.Notes.Skipped(new LineLocator(rows[r].Line).ToLabel(), "質問か回答が空です");
            }
        }

        if (columns.Unused(rows[header].Fields).ToList() is { Count: > 0 } unused)
        {
            source.Notes.Skipped($"列「{string.Join("」「", unused)}」", "質問・回答・分類・担当課のどれでもありません");
        }

        return new Document(source.FallbackTitle, DocumentKind.Csv, [], entries, DocumentDates.None);
    }

    private static Document Table(ReadSource source, List<(int Line, List<string> Fields)> rows, int header)
    {
        var blocks = new List<Block>();
        foreach (var (line, fields) in rows.Take(Math.Max(header, 0)))
        {
            blocks.Add(new ParagraphBlock(string.Join(" ", fields.Where(f => f.Length > 0)), new LineLocator(line)));
        }

        var named = header >= 0 && rows.Count > header + 1;
        var names = named ? rows[header].Fields : [];
        foreach (var (line, fields) in rows.Skip(Math.Max(header, 0) + (named ? 1 : 0)))
        {
            var cells = fields
                .Select((text, i) => new TableCell(text, i < names.Count && names[i].Length > 0 ? [names[i]] : [], new LineLocator(line)))
                .Where(c => c.Text.Length > 0).ToList();
            blocks.Add(new TableRowBlock(TableRows.Word(cells), new LineLocator(line), cells));
        }

        return new Document(source.FallbackTitle, DocumentKind.Csv, blocks, [], DocumentDates.None);
    }

    /// <summary>Rows with any text, trimmed, with the line each begins on.</summary>
    private static List<(int Line, List<string> Fields)> Rows(ReadSource source, string text)
    {
        var rows = new List<(int, List<string>)>();
        foreach (var (line, record) in CsvRecords.Of(text, CsvDialect.Delimiter(text)))
        {
            source.Cancel.ThrowIfCancellationRequested();
            if (rows.Count > source.Limits.MaxBlocks || record.Count > MaxColumns)
            {
                throw new UnreadableException(Refusals.TooManyParts(source.FileName));
            }

            var fields = record.Select(TextCleaning.TrimBlank).ToList();
            if (fields.Any(f => f.Length > 0))
            {
                rows.Add((line, fields));
            }
        }

        return rows;
    }
}
