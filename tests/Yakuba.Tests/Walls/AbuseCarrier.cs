using System.Security;
using System.Text;
using Yakuba.Documents.Tests;

namespace Yakuba.Tests.Walls;

/// <summary>The files that bring a string in, each by the channel that it names: as markup, as a Word file's data about itself, as a cell, as a picture of its letters.</summary>
internal static class AbuseCarrier
{
    private const string CoreProperties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string Dublin = "http://purl.org/dc/elements/1.1/";

    /// <summary>None for what comes with the question.</summary>
    internal static IEnumerable<(string Name, byte[] Bytes)> Of(AbuseString one, int number)
    {
        var (matter, text) = (AbuseString.Matter(number), one.Text);
        var fact = $"{matter}の手数料は、{300 + number}円です。";
        var markup = SecurityElement.Escape(text);
        return one.Channel switch
        {
            "user" or "history" => [],
            "filename" => [($"{number}{string.Concat(string.Concat(text.Where(c => c is not ('/' or '\0'))).Trim().Take(40))}.md", Text($"# {matter}\n\n{fact}\n"))],
            "metadata" =>
            [
                ($"m{number}.html", Text($"<html><head><title>{matter}</title><meta name=\"description\" content=\"{markup}\"><meta name=\"author\" content=\"{markup}\"></head><body><h1>{matter} {markup}</h1><p>{fact}</p></body></html>")),
                ($"m{number}.docx", OfficeFiles.With(
                    OfficeFiles.Word(OfficeFiles.P(matter) + OfficeFiles.P(fact)),
                    ("docProps/core.xml", $"<cp:coreProperties xmlns:cp=\"{CoreProperties}\" xmlns:dc=\"{Dublin}\"><dc:title>{markup}</dc:title><dc:creator>{markup}</dc:creator><dc:description>{markup}</dc:description><cp:keywords>{markup}</cp:keywords></cp:coreProperties>"))),
            ],
            "csv_cell" =>
            [
                ($"c{number}.csv", Text($"質問,回答\n{matter}の手数料はいくらですか,{fact}\n\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\",\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n")),
                ($"c{number}.xlsx", OfficeFiles.Excel("0", ("表", "visible", OfficeFiles.Rows(["証明書", "手数料", "備考"], [matter, $"{300 + number}円", markup])))),
            ],
            "ocr" when ScannedPdf.CanBeMade => [($"s{number}.pdf", ScannedPdf.Of($"{fact}{text}").ToBytes())],
            "email" => [($"e{number}.eml", Text($"From: a@example.jp\r\nTo: b@example.jp\r\nSubject: {matter}\r\nDate: Sat, 21 Nov 2026 10:00:00 +0900\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{fact}\r\n{text}\r\n"))],
            _ => [($"d{number}.md", Text($"# {matter}\n\n{fact}\n\n{text}\n"))], // what stands at an address is text too
        };
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
