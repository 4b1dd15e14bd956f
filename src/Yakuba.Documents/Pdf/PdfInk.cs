using System.Globalization;

namespace Yakuba.Documents;

/// <summary>Pages drawn small and grey, to see whether text that a PDF holds can be seen at all.</summary>
internal sealed class PdfInk(ReadSource source, ScratchFile file, int pages) : IDisposable
{
    /// <summary>Dots an inch: a dot is a point.</summary>
    private const int Resolution = 72;
    private const int Batch = 40;

    /// <summary>Shades (of 255) that letters differ from their ground by at least, drawn small.</summary>
    private const int Contrast = 10;
    private readonly Dictionary<int, GreyPage> _drawn = [];
    private int _drawnTo;
    private bool _lettersLost;

    /// <summary>Whether a box of a page shows more than one shade. True as well when the page could not be drawn.</summary>
    internal bool Shows(PdfPage page, PageBox box)
    {
        if (Drawn(page) is not { } grey)
        {
            return true;
        }

        return grey.Contrast(Dots(box.Left), Dots(box.Top), Dots(box.Right) + 1, Dots(box.Bottom) + 1) >= Contrast;
    }

    /// <summary>Rules drawn on a page; none when it could not be drawn.</summary>
    internal PdfRules Rules(PdfPage page) => Page(page) is { } grey ? PdfRules.Of(grey, 72.0 / Resolution) : new PdfRules([], []);

    /// <summary>The shade of the ground in a box of a page, 0 (black) to 255; 255 when it could not be drawn.</summary>
    internal int Ground(PdfPage page, PageBox box) =>
        Page(page)?.Ground(Dots(box.Left) + 2, Dots(box.Top) + 2, Dots(box.Right) - 1, Dots(box.Bottom) - 1) ?? byte.MaxValue;

    /// <summary>The smallest box around what is clearly drawn in a box of a page; null when nothing is, or the page could not be drawn.</summary>
    internal PageBox? Ink(PdfPage page, PageBox box) =>
        Drawn(page)?.Ink(Dots(box.Left), Dots(box.Top), Dots(box.Right) + 1, Dots(box.Bottom) + 1) is var (left, top, right, bottom) ? new PageBox(left, top, right, bottom) : null;

    /// <summary>Whether a box that shows letters without pictures does not show them any more with them.</summary>
    internal static bool Covered(GreyPage whole, GreyPage bare, PageBox box) =>
        whole.Hides(bare, Dots(box.Left), Dots(box.Top), Dots(box.Right) + 1, Dots(box.Bottom) + 1);

    public void Dispose() => _drawn.Clear();

    /// <summary>The picture of a page with all its letters; null when it could not be drawn.</summary>
    internal GreyPage? Drawn(PdfPage page) => Page(page) is { } grey && !_lettersLost ? grey : null;

    private GreyPage? Page(PdfPage page)
    {
        if (page.Number > _drawnTo)
        {
            Draw(page.Number);
        }

        return _drawn.TryGetValue(page.Number, out var grey) && Math.Abs(grey.Width - (page.Width * Resolution / 72)) <= 3 ? grey : null;
    }

    private static int Dots(double points) => (int)Math.Clamp(points * Resolution / 72, -1, 100_000);

    private void Draw(int first)
    {
        _drawn.Clear();
        var last = Math.Min(pages, first + Batch - 1);
        _drawnTo = Math.Max(first, last);
        if (first > last)
        {
            return; // more pages than the file said it has
        }

        var drawn = ChildProgram.Run(source, 10 + (Batch / 2), "pdftoppm", "-r", Number(Resolution), "-gray", "-f", Number(first), "-l", Number(last), file.Name);
        if (drawn is not { } result)
        {
            return;
        }

        _lettersLost = result.Error.Contains("Couldn't find a font", StringComparison.Ordinal);
        if (_lettersLost)
        {
            // Without any typeface text that everyone sees elsewhere leaves no ink here; rules do.
            source.Notes.Skipped("見えない文字の確認", "文書に埋め込まれていない書体がこのサーバーにないため、一部のページで確かめられませんでした");
        }

        var number = first;
        foreach (var page in GreyPage.Read(result.Output.ToArray()))
        {
            _drawn[number++] = page;
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
