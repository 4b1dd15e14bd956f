using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Yakuba.Documents;

/// <summary>Reads the older binary workbook (.xls) through ExcelDataReader.</summary>
internal static class LegacyExcelReader
{
    private const int MostCells = 2_000_000;

    // ExcelDataReader asks the runtime for the code page that a workbook names.
    static LegacyExcelReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    internal static Document Read(ReadSource source)
    {
        try
        {
            using var reader = ExcelReaderFactory.CreateBinaryReader(
                new MemoryStream(source.Content, writable: false), new ExcelReaderConfiguration { FallbackEncoding = JapaneseEncodings.ShiftJis });
            return Sheets(source, reader);
        }
        catch (InvalidPasswordException)
        {
            throw new UnreadableException(Refusals.Encrypted(source.FileName));
        }
        catch (HeaderException)
        {
            throw new UnreadableException(Refusals.Damaged(source.FileName, "ブックの本体がない"));
        }
    }

    private static Document Sheets(ReadSource source, IExcelDataReader reader)
    {
        var blocks = new SheetBlocks(source);
        var cells = 0;
        do
        {
            var sheet = new Sheet(TextCleaning.Clean(reader.Name ?? ""));
            for (var row = 0; reader.Read(); row++)
            {
                source.Cancel.ThrowIfCancellationRequested();
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    if (TextCleaning.TrimBlank(Shown(reader, column)) is { Length: > 0 } text)
                    {
                        sheet.Set(row, column, text);
                        cells++;
                    }
                }

                if (cells > MostCells)
                {
                    throw new UnreadableException(Refusals.TooManyParts(source.FileName));
                }
            }

            sheet.Merges.AddRange((reader.MergeCells ?? []).Select(m => (m.FromRow, m.FromColumn, m.ToRow, m.ToColumn)));
            if (reader.VisibleState != "visible")
            {
                source.Notes.Skipped($"シート「{sheet.Name}」", "非表示のシートです");
                source.Notes.Hidden("非表示のシート", $"シート「{sheet.Name}」", string.Join(" ", sheet.Rows.Values.SelectMany(r => r.Values)));
            }
            else
            {
                blocks.Add(sheet);
            }
        }
        while (reader.NextResult());
        return blocks.ToDocument();
    }

    private static string Shown(IExcelDataReader reader, int column)
    {
        var format = reader.GetNumberFormatString(column) ?? "General";
        return reader.GetValue(column) switch
        {
            null => "",
            string text => TextCleaning.Clean(text),
            double number => NumberDisplay.Of(number, format),
            int number => NumberDisplay.Of(number, format),
            DateTime day => NumberDisplay.Of((day - new DateTime(1899, 12, 30)).TotalDays, format),
            TimeSpan time => NumberDisplay.Of(time.TotalDays, format),
            bool flag => flag ? "TRUE" : "FALSE",
            var other => other.ToString() ?? "",
        };
    }
}
