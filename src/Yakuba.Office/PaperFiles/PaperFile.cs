using Yakuba.Documents;
using Yakuba.Papers;
using Yakuba.Platform;

namespace Yakuba.Office.PaperFiles;

/// <summary>A file of an official document, in the format that its name ends in.</summary>
public static class PaperFile
{
    /// <summary>Makes the bytes of the file.</summary>
    /// <param name="paper">The document.</param>
    /// <param name="name">The file's name or path: it ends in .docx, .html or .pdf.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The bytes with what the writer left out or put otherwise, or a problem from <see cref="PaperFilesProblems"/>.</returns>
    public static async Task<Result<WrittenPaper>> MakeAsync(Paper paper, string name, CancellationToken cancel)
    {
        var format = Path.GetExtension(name).ToLowerInvariant();
        PaperOutcome? outcome = format switch
        {
            ".docx" => DocxWriter.Write(paper),
            ".html" or ".htm" or ".pdf" => HtmlWriter.Write(paper),
            _ => null,
        };
        return outcome switch
        {
            null => PaperFilesProblems.Format,
            RefusedPaper refused => PaperFilesProblems.Refused.With(refused.Problem.Message + refused.Problem.NextStep),
            WrittenPaper html when format == ".pdf" => await PagePrinter.PrintAsync(html.Content, cancel) switch
            {
                PrintedPages printed => new WrittenPaper(printed.Pdf, html.Notes),
                NotPrinted failed => PaperFilesProblems.NotPrinted.With(failed.Message + failed.NextStep),
                var other => throw new InvalidOperationException(other.ToString()),
            },
            WrittenPaper written => written,
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }
}
