using System.Diagnostics;
using System.Text;

namespace Yakuba.Documents.Tests;

/// <summary>A page whose words are a picture: drawn by poppler at 300 dots an inch, as a scanner would leave it.</summary>
internal static class ScannedPdf
{
    private const int Line = 24;

    /// <summary>Whether what draws and recognises is here.</summary>
    internal static bool CanBeMade => File.Exists("/usr/bin/pdftoppm") && File.Exists("/usr/bin/tesseract") && File.Exists("/usr/share/fonts/opentype/ipafont-mincho/ipam.ttf");

    /// <summary>The words as a picture, 24 in a line, with something written over it.</summary>
    internal static MadePdf Of(string words, string over = "")
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var drawn = new MadePdf();
        var font = drawn.AddJapanese("90ms-RKSJ-H", "Japan1");
        drawn.AddPage(string.Concat(words.Chunk(Line).Select((line, i) => MadePdf.Codes(font, 40, 300 - 24 * i, 14, Encoding.GetEncoding(932).GetBytes(line)))));
        var folder = Directory.CreateTempSubdirectory("yakuba-scan-");
        try
        {
            var file = Path.Combine(folder.FullName, "a.pdf");
            File.WriteAllBytes(file, drawn.ToBytes());
            using var draw = Process.Start(new ProcessStartInfo("/usr/bin/pdftoppm", ["-q", "-r", "300", "-gray", "-singlefile", file, Path.Combine(folder.FullName, "a")]))!;
            draw.WaitForExit();
            var (width, height, shades) = Grey(File.ReadAllBytes(Path.Combine(folder.FullName, "a.pgm")));
            var pdf = new MadePdf();
            return pdf.AddPage(MadePdf.Draw(pdf.AddPicture(width, height, shades), 0, 0, 400, 400) + over);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // P5, width, height, largest value, each ended by one white space; then a byte for each dot.
    private static (int Width, int Height, byte[] Shades) Grey(byte[] picture)
    {
        var head = Encoding.ASCII.GetString(picture, 0, Math.Min(picture.Length, 64)).Split((char[])[' ', '\n'], 5);
        var (width, height) = (int.Parse(head[1]), int.Parse(head[2]));
        return (width, height, picture[^(width * height)..]);
    }
}
