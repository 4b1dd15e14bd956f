using System.ComponentModel;
using System.Diagnostics;

namespace Yakuba.Documents;

/// <summary>The browser while it prints one page.</summary>
internal static class PrintingBrowser
{
    /// <summary>The program itself rather than Debian's script around it, which reads settings of people.</summary>
    internal static string? Path => new[] { "/usr/lib/chromium/chromium", "/usr/bin/chromium" }.FirstOrDefault(File.Exists);

    /// <summary>Runs it to its end.</summary>
    /// <returns>Its exit code; null when its way to the network cannot be closed here, and it was not started.</returns>
    internal static Task<int?> RunAsync(string path, string folder, string page, string pdf, CancellationToken cancel)
    {
        var done = new TaskCompletionSource<int?>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                done.SetResult(Run(Start(path, folder, page, pdf), cancel));
            }
            catch (Exception e) when (e is Win32Exception or InvalidOperationException) // The thread's edge: whoever waits carries it on.
            {
                done.SetException(e);
            }
        }) { IsBackground = true, Name = "printing" }.Start();
        return done.Task;
    }

    /// <summary>The wall is raised around this thread, which starts the browser, waits for it and ends: what a thread has lost, all that it starts lacks too.</summary>
    private static int? Run(ProcessStartInfo start, CancellationToken cancel)
    {
        if (!Libc.GiveUpRights() || !SystemCalls.TakeNetwork())
        {
            return null;
        }

        using var child = Process.Start(start)!;
        using var end = cancel.UnsafeRegister(_ => End(child), null);
        child.StandardInput.Close();
        _ = child.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        _ = child.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        child.WaitForExit();
        new ProcessGroup(child.Id).Kill(); // what it left behind
        return child.ExitCode;
    }

    private static ProcessStartInfo Start(string path, string folder, string page, string pdf)
    {
        // In a group of its own, and ended by the system when this thread ends, however that ends.
        string[] before = [.. ChildProgram.Find("setpriv") is { } with ? (string[])[with, "--pdeathsig", "KILL", "--"] : [], .. ChildProgram.Find("setsid") is { } group ? (string[])[group] : []];
        string[] command =
        [
            .. before, path,
            "--headless", "--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-dev-shm-usage", "--disable-breakpad", "--disable-extensions", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--no-first-run", "--no-default-browser-check", "--mute-audio", "--lang=ja", "--font-render-hinting=none",
            $"--user-data-dir={System.IO.Path.Combine(folder, "profile")}", $"--disk-cache-dir={System.IO.Path.Combine(folder, "cache")}",
            "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri,
        ];
        var start = new ProcessStartInfo(command[0]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder };
        foreach (var word in command[1..])
        {
            start.ArgumentList.Add(word);
        }

        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["HOME"] = start.Environment["TMPDIR"] = folder;
        return start;
    }

    private static void End(Process child)
    {
        try
        {
            new ProcessGroup(child.Id).Kill();
            child.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in the same moment.
        }
    }
}
