using System.ComponentModel;

namespace Yakuba.Documents;

/// <summary>Prints an HTML page of ours to PDF through Chromium: a process group of its own, without network, ended when the clock runs out. One at a time.</summary>
public static class PagePrinter
{
    /// <summary>Longest time for one page of HTML.</summary>
    public static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60);

    private static readonly SemaphoreSlim s_turn = new(1, 1);

    /// <summary>Whether a browser is installed.</summary>
    public static bool IsInstalled => PrintingBrowser.Path is not null;

    /// <summary>Prints a page.</summary>
    /// <param name="html">The whole page, in UTF-8, as <c>HtmlWriter</c> of Yakuba.Papers writes it: its own policy lets nothing run and nothing be loaded.</param>
    /// <param name="cancel">Ends the browser too.</param>
    public static Task<PrintOutcome> PrintAsync(ReadOnlyMemory<byte> html, CancellationToken cancel) => PrintAsync(html, PrintingBrowser.Path, MostTime, cancel);

    /// <param name="html">The page.</param>
    /// <param name="path">The browser; null when none is installed.</param>
    /// <param name="most">Longest time.</param>
    /// <param name="cancel">Ends the browser too.</param>
    internal static async Task<PrintOutcome> PrintAsync(ReadOnlyMemory<byte> html, string? path, TimeSpan most, CancellationToken cancel)
    {
        if (path is null)
        {
            return NotPrinted.NoBrowser;
        }

        await s_turn.WaitAsync(cancel);
        try
        {
            using var folder = new WorkerFolder();
            var page = Path.Combine(folder.Path, "page.html");
            await File.WriteAllBytesAsync(page, html, cancel);
            using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            clock.CancelAfter(most);
            var pdf = Path.Combine(folder.Path, "page.pdf");
            var code = await PrintingBrowser.RunAsync(path, folder.Path, page, pdf, clock.Token);
            cancel.ThrowIfCancellationRequested();
            return code switch
            {
                null => NotPrinted.NoWall,
                _ when clock.IsCancellationRequested => NotPrinted.TimedOut(most),
                0 when File.Exists(pdf) => new PrintedPages(await File.ReadAllBytesAsync(pdf, cancel)),
                { } other => NotPrinted.Failed(other),
            };
        }
        catch (Win32Exception)
        {
            return NotPrinted.NoBrowser; // it was taken away in the same moment
        }
        finally
        {
            s_turn.Release();
        }
    }
}
