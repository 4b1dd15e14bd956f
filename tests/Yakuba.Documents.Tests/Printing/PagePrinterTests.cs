using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Yakuba.Papers;
using Yakuba.Papers.Tests;
using Printed = Yakuba.Documents.PrintedPages; // a fixture of these tests bears that name too

namespace Yakuba.Documents.Tests;

/// <summary>Printing: by the real browser, and by programs in its place that do what a browser must not.</summary>
public sealed class PagePrinterTests
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_letter_becomes_a_tagged_PDF_with_its_fonts_inside()
    {
        var html = Written.Of(HtmlWriter.Write(Letters.Notice)).Content;
        if (!PagePrinter.IsInstalled)
        {
            Assert.Equal("print-unavailable", Assert.IsType<NotPrinted>(await PagePrinter.PrintAsync(html, CancellationToken.None)).Name);
            return;
        }

        var outcome = await PagePrinter.PrintAsync(html, PrintingBrowser.Path, Most, CancellationToken.None);
        var pdf = Assert.IsType<Printed>(outcome).Pdf;
        using var folder = new WorkerFolder();
        var file = Path.Combine(folder.Path, "notice.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        var facts = Output("pdfinfo", file);
        Assert.Matches("Tagged: +yes", facts);
        Assert.Matches("Pages: +2", facts);
        Assert.Matches("Title: +自主防災訓練の実施について", facts);
        Assert.DoesNotMatch(" no +(yes|no) +(yes|no) +[0-9]+ +0", Output("pdffonts", file)); // column emb
        Assert.Contains("下記のとおり実施します", Output("pdftotext", file, "-").Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_browser_it_is_said_so() =>
        Assert.Equal("print-unavailable", Assert.IsType<NotPrinted>(await PagePrinter.PrintAsync("<p>文"u8.ToArray(), null, Most, CancellationToken.None)).Name);

    [Fact]
    public async Task A_browser_that_does_not_end_is_ended()
    {
        using var folder = new WorkerFolder();
        var mark = Path.Combine(folder.Path, "child");
        var outcome = await PagePrinter.PrintAsync("<p>文"u8.ToArray(), Script(folder, $"sleep 600 &\necho $! > {mark}.part; mv {mark}.part {mark}\nwait"), TimeSpan.FromSeconds(5), CancellationToken.None);
        Assert.Equal("print-time-limit", Assert.IsType<NotPrinted>(outcome).Name);
        var child = (await File.ReadAllTextAsync(mark)).Trim();
        Assert.True(SpinWait.SpinUntil(() => HasEnded(child), TimeSpan.FromSeconds(60)), $"its child {child} lives on");
    }

    [Fact]
    public async Task A_browser_that_breaks_off_is_named() =>
        Assert.Equal("print-failed", Assert.IsType<NotPrinted>(await PagePrinter.PrintAsync("<p>文"u8.ToArray(), "/bin/false", Most, CancellationToken.None)).Name);

    [Fact]
    public async Task A_browser_cannot_open_a_connection_and_the_same_program_outside_can()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var folder = new WorkerFolder();
        var script = Script(folder, $"(exec 3<>/dev/tcp/127.0.0.1/{((IPEndPoint)server.LocalEndpoint).Port}) 2>/dev/null && exit 7\nexit 9");
        var outcome = Assert.IsType<NotPrinted>(await PagePrinter.PrintAsync("<p>文"u8.ToArray(), script, Most, CancellationToken.None));
        Assert.Contains("終了コード9", outcome.Message, StringComparison.Ordinal);
        using var outside = Process.Start(script);
        await outside.WaitForExitAsync();
        Assert.Equal(7, outside.ExitCode);
    }

    private static string Script(WorkerFolder folder, string lines)
    {
        // Written by another process: while one that a neighbouring test starts holds a copy of our handle, the system would not run the file.
        var (text, file) = (Path.Combine(folder.Path, "lines"), Path.Combine(folder.Path, "browser"));
        File.WriteAllText(text, "#!/bin/bash\n" + lines + "\n");
        Output("install", "-m", "755", text, file);
        return file;
    }

    private static bool HasEnded(string process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static string Output(string program, params string[] arguments)
    {
        using var child = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var text = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return text;
    }
}
