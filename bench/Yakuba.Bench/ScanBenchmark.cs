using System.Diagnostics;
using System.Globalization;
using System.Text;
using Yakuba.Documents;

namespace Yakuba.Bench;

/// <summary>
/// <c>scans FOLDER PROGRAM [PAGES]</c>: first pages of the PDFs in a folder, drawn at 200 and 300 dots an inch, kept as pictures only, and read as the product reads scans.
/// Prints a table: characters of the text layer (by pdftotext, blanks aside), confidence, character error rate (edit distance over those characters; another reading order counts
/// as errors), characters found (in any order), and seconds a page. PROGRAM is a built <c>yakuba</c>.
/// </summary>
internal static class ScanBenchmark
{
    private const int LeastCharacters = 150; // fewer are a drawing and no page of text
    private static readonly int[] Resolutions = [200, 300];

    internal static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments.Length is < 2 or > 3)
        {
            await Console.Error.WriteLineAsync("scans FOLDER PROGRAM [PAGES]");
            return 2;
        }

        var most = arguments.Length > 2 ? int.Parse(arguments[2], CultureInfo.InvariantCulture) : 20;
        using var workers = new DocumentWorkers(new WorkerProgram(Path.GetFullPath(arguments[1]), []));
        var folder = Directory.CreateTempSubdirectory("yakuba-scans-");
        var pages = Pages(arguments[0]).Take(most).ToList();
        Console.WriteLine("| page | characters | dpi | confidence | error rate | found | s |\n|---|---|---|---|---|---|---|");
        foreach (var dpi in Resolutions)
        {
            double errors = 0, found = 0, all = 0, seconds = 0;
            foreach (var (file, page, text) in pages)
            {
                var scan = new FileToRead("scan.pdf", Path.Combine(folder.FullName, "scan.pdf"), Path.Combine(folder.FullName, "scan.text"));
                await File.WriteAllBytesAsync(scan.Path, Scan(file, page, dpi, Path.Combine(folder.FullName, "page")));
                var start = Stopwatch.GetTimestamp();
                using var read = await workers.ReadAsync(scan, ReadLimits.Default, CancellationToken.None);
                var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
                var recognised = Flat(string.Concat(read.Blocks().Select(b => b.Text)));
                var (wrong, same) = (Distance(text, recognised), Shared(text, recognised));
                (errors, found, all, seconds) = (errors + wrong, found + same, all + text.Length, seconds + took);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {Path.GetFileNameWithoutExtension(file)} {page} | {text.Length} | {dpi} | {(read.Document?.Report.PagesRecognised is [var only, ..] ? only.Confidence : 0)} | {(double)wrong / text.Length:P1} | {(double)same / text.Length:P1} | {took:F1} |"));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| **all {pages.Count}** | {all} | {dpi} | | **{errors / all:P1}** | **{found / all:P1}** | **{seconds / pages.Count:F1}** |"));
        }

        folder.Delete(recursive: true);
        return 0;
    }

    private static IEnumerable<(string File, int Page, string Text)> Pages(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            for (var page = 1; page <= 3; page++)
            {
                var number = page.ToString(CultureInfo.InvariantCulture);
                var text = Flat(Encoding.UTF8.GetString(Output("pdftotext", "-q", "-f", number, "-l", number, file, "-")));
                if (text.Length >= LeastCharacters)
                {
                    yield return (file, page, text);
                }
            }
        }
    }

    /// <summary>The page as a scanner hands it over: one JPEG picture and no text; poppler writes grey ones with three colours too.</summary>
    private static byte[] Scan(string file, int page, int dpi, string name)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        Output("pdftoppm", "-q", "-gray", "-jpeg", "-singlefile", "-r", dpi.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, file, name);
        var picture = File.ReadAllBytes(name + ".jpg");
        var (width, height) = Size(picture);
        string Points(int dots) => (dots * 72.0 / dpi).ToString("F1", CultureInfo.InvariantCulture);
        var draw = $"{Points(width)} 0 0 {Points(height)} 0 0 cm /P Do";
        return [
            .. Encoding.ASCII.GetBytes($"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + $"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 {Points(width)} {Points(height)}]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>endobj\n"
                + $"4 0 obj<</Length {draw.Length}>>stream\n{draw}\nendstream endobj\n"
                + $"5 0 obj<</Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length {picture.Length}>>stream\n"),
            .. picture,
            .. "\nendstream endobj\ntrailer<</Root 1 0 R>>\n"u8,
        ];
    }

    /// <summary>Width and height, from the frame header of a JPEG picture.</summary>
    private static (int Width, int Height) Size(byte[] picture)
    {
        for (var at = 2; at + 9 < picture.Length;)
        {
            if (picture[at + 1] is 0xC0 or 0xC1 or 0xC2)
            {
                return ((picture[at + 7] << 8) + picture[at + 8], (picture[at + 5] << 8) + picture[at + 6]);
            }

            at += 2 + (picture[at + 2] << 8) + picture[at + 3];
        }

        throw new InvalidDataException("No frame in this picture.");
    }

    private static int Distance(string one, string other)
    {
        var above = Enumerable.Range(0, other.Length + 1).ToArray();
        var row = new int[other.Length + 1];
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            }

            (above, row) = (row, above);
        }

        return above[other.Length];
    }

    private static int Shared(string one, string other)
    {
        var counts = other.GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count());
        return one.GroupBy(c => c).Sum(g => Math.Min(g.Count(), counts.GetValueOrDefault(g.Key)));
    }

    private static string Flat(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));

    private static byte[] Output(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var child = Process.Start(start)!;
        using var output = new MemoryStream();
        child.StandardOutput.BaseStream.CopyTo(output);
        child.WaitForExit();
        return output.ToArray();
    }
}
