using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Reads a PDF through poppler in child programs that can be killed.</summary>
internal static partial class PdfReader
{
    /// <summary>Processor seconds for a small file; each two pages give one more.</summary>
    private const int FactSeconds = 6;

    internal static Document Read(ReadSource source)
    {
        using var file = new ScratchFile(source.Content);
        var (pages, title) = Facts(source, file);
        var layout = ChildProgram.Run(source, FactSeconds + (pages / 2), "pdftotext", "-q", "-bbox-layout", "-enc", "UTF-8", file.Name, "-")
            ?? throw new UnreadableException(Refusals.ReaderMissing(source.FileName, "pdftotext"));
        if (layout.Code >= ChildProgram.Killed)
        {
            throw new UnreadableException(Refusals.TimedOut(source.FileName, TimeSpan.FromSeconds(FactSeconds + (pages / 2))));
        }

        if (layout.Output.Length == 0)
        {
            throw new UnreadableException(Refusals.Damaged(source.FileName, "PDFとして開けない"));
        }

        var blocks = new PdfBlocks(source, PdfExtras.Report(source, file, pages));
        using var ink = new PdfInk(source, file, pages);
        using var pictures = new PdfPictures(source, file, ink, pages);
        var hidden = new PdfHidden(source, ink, pictures);
        foreach (var page in PdfLayout.Pages(source, layout.Output))
        {
            blocks.Add(hidden.TakeOut(page), ink);
        }

        PageRecognition.Run(source, file, blocks, pages);
        var written = blocks.Finish();
        return OrdinanceStructure.Apply(new Document(Title(source, written, title), DocumentKind.Pdf, written, [], DocumentDates.None), source);
    }

    /// <summary>Page count and title; refuses what cannot be opened before any page is read.</summary>
    private static (int Pages, string Title) Facts(ReadSource source, ScratchFile file)
    {
        var (code, output, error) = ChildProgram.Run(source, FactSeconds, "pdfinfo", "-enc", "UTF-8", file.Name)
            ?? throw new UnreadableException(Refusals.ReaderMissing(source.FileName, "pdfinfo"));
        if (error.Contains("Incorrect password", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnreadableException(Refusals.Encrypted(source.FileName));
        }

        var facts = Encoding.UTF8.GetString(output.ToArray());
        if (code != 0 || PageCount().Match(facts) is not { Success: true } count)
        {
            throw new UnreadableException(Refusals.Damaged(source.FileName, "PDFとして開けない"));
        }

        var pages = int.TryParse(count.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : int.MaxValue;
        return pages > source.Limits.MaxPages
            ? throw new UnreadableException(Refusals.TooManyPages(source.FileName, pages, source.Limits.MaxPages))
            : (pages, Title(source, facts));
    }

    /// <summary>The stated title. The other words about the file are no text of it, and the report says that they are there.</summary>
    private static string Title(ReadSource source, string facts)
    {
        foreach (var (name, shown) in new[] { ("Subject", "件名"), ("Keywords", "キーワード") })
        {
            var line = facts.Split('\n').FirstOrDefault(l => l.StartsWith(name + ":", StringComparison.Ordinal));
            source.Notes.Hidden($"文書情報の{shown}", "", TextCleaning.Clean(line?[(name.Length + 1)..] ?? ""));
        }

        return TitleLine().Match(facts).Groups["title"].Value.Trim();
    }

    /// <summary>The stated title is often the name of a template: it counts only when the first page shows it too, or the file is named by it.</summary>
    private static string Title(ReadSource source, IReadOnlyList<Block> blocks, string stated)
    {
        var first = blocks.TakeWhile(b => b.At is PageLocator { Page: 1 }).Take(6).ToList();
        var flat = string.Concat(first.Select(b => b.Text)).Replace(" ", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal);
        var wanted = TextCleaning.Clean(stated).Replace(" ", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal);
        var named = source.FallbackTitle.Replace("_", "", StringComparison.Ordinal).Replace("＿", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return wanted.Length >= 4 && (flat.Contains(wanted, StringComparison.Ordinal) || wanted == named) ? TextCleaning.Clean(stated)
            : first.OfType<HeadingBlock>().FirstOrDefault() is { Text.Length: >= 3 and <= 60 } heading ? heading.Text
            : source.FallbackTitle;
    }

    [GeneratedRegex(@"^Pages:\s+(?<n>\d{1,12})\s*$", RegexOptions.Multiline)]
    private static partial Regex PageCount();

    [GeneratedRegex(@"^Title:\s+(?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex TitleLine();
}
