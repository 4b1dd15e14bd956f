using System.Globalization;
using System.Text;

namespace Yakuba.Documents;

/// <summary>Sends pages without text through tesseract where it is installed; all others are listed as not read.</summary>
internal static class PageRecognition
{
    /// <summary>Below this mean confidence (0 to 100) a page counts as not read.</summary>
    private const int LeastConfidence = 30;
    private const int DrawSeconds = 10;
    private const int ReadSeconds = 40;

    internal static void Run(ReadSource source, ScratchFile file, PdfBlocks blocks, int pages)
    {
        var able = source.Limits.RecogniseScans && ChildProgram.Has("tesseract") && ChildProgram.Has("pdftoppm");
        var left = source.Limits.MaxRecognisedPages;
        foreach (var page in blocks.Empty)
        {
            if (!able || left-- <= 0 || Recognise(source, file, page) is not { } found)
            {
                source.Notes.PagesNotRead.Add(page);
                continue;
            }

            source.Notes.PagesRead++;
            source.Notes.PagesRecognised.Add(new RecognisedPage(page, found.Confidence));
            blocks.AddRecognised(page, found.Paragraphs);
        }

        source.Notes.PagesNotRead.Sort();
    }

    private static (int Confidence, IReadOnlyList<string> Paragraphs)? Recognise(ReadSource source, ScratchFile file, int page)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var image = file.Beside("page");
        ChildProgram.Run(source, DrawSeconds, "pdftoppm", "-r", "200", "-gray", "-png", "-singlefile", "-scale-to", "3000", "-f", number, "-l", number, file.Name, image);
        if (!File.Exists(image + ".png"))
        {
            return null;
        }

        var result = ChildProgram.Run(source, ReadSeconds, "tesseract", image + ".png", "stdout", "-l", "jpn", "--psm", "3", "tsv");
        File.Delete(image + ".png");
        if (result is not { Code: 0 } read)
        {
            return null;
        }

        var (confidence, paragraphs) = Parse(Encoding.UTF8.GetString(read.Output.ToArray()));
        return paragraphs.Count > 0 && confidence >= LeastConfidence ? (confidence, paragraphs) : null;
    }

    /// <summary>Words of tesseract's table, joined by paragraph.</summary>
    internal static (int Confidence, IReadOnlyList<string> Paragraphs) Parse(string tsv)
    {
        var paragraphs = new Dictionary<(string, string), StringBuilder>();
        double sum = 0, weight = 0;
        foreach (var line in tsv.Split('\n'))
        {
            var fields = line.TrimEnd('\r').Split('\t');
            if (fields.Length < 12 || fields[0] != "5" || fields[11].Trim().Length == 0
                || !double.TryParse(fields[10], NumberStyles.Float, CultureInfo.InvariantCulture, out var confidence))
            {
                continue;
            }

            var key = (fields[2], fields[3]);
            if (!paragraphs.TryGetValue(key, out var text))
            {
                paragraphs[key] = text = new StringBuilder();
            }

            text.Append(JapaneseLines.Glue(text, TextCleaning.Clean(fields[11])));
            sum += confidence * fields[11].Length;
            weight += fields[11].Length;
        }

        return (weight == 0 ? 0 : (int)Math.Round(sum / weight), [.. paragraphs.Values.Select(p => p.ToString())]);
    }
}
