using System.Diagnostics;
using System.Net.Sockets;

namespace Yakuba.Documents.Tests;

/// <summary>The walls, tried from inside. Each is raised for one thread of the test program only.</summary>
public sealed class WorkerWallTests
{
    [Fact]
    public void Nothing_is_written_outside_the_one_folder_by_the_thread_or_a_program_it_starts()
    {
        var (own, other) = (Directory.CreateTempSubdirectory().FullName, Directory.CreateTempSubdirectory().FullName);
        File.WriteAllText(Path.Combine(other, "old"), "old");
        OnAThread(() => TryToWrite(own, other));
        Assert.Equal("old", File.ReadAllText(Path.Combine(other, "old")));
    }

    [Fact]
    public void Nothing_of_ours_is_read_outside_the_one_folder_by_the_thread_or_a_program_it_starts()
    {
        var (own, other) = (Directory.CreateTempSubdirectory().FullName, Directory.CreateTempSubdirectory().FullName);
        var secret = Path.Combine(other, "secret");
        File.WriteAllText(secret, "secret");
        File.CreateSymbolicLink(Path.Combine(own, "link"), secret);
        OnAThread(() => Assert.Equal((true, true, true, true), Reads(own, secret))); // without the wall it can
        OnAThread(() =>
        {
            Assert.True(Libc.GiveUpRights());
            Assert.True(FileWall.Raise(own));
            Assert.Equal((false, false, false, false), Reads(own, secret));

            File.WriteAllText(Path.Combine(own, "own"), "own");
            Assert.Equal(0, Shell($"cat {own}/own"));
            Assert.Throws<UnauthorizedAccessException>(() => File.ReadAllText("/etc/passwd"));
            Assert.NotEqual(0, Shell("cat /proc/1/cmdline"));
            Assert.Equal(0, Shell($"cp /bin/true {own}/true"));
            Assert.NotEqual(0, Shell($"{own}/true")); // what a file brings along is not started
            Assert.Equal(0, Shell("pdftotext -v && fc-match serif && tesseract --version")); // what reading needs is there
        });
    }

    private static (bool Itself, bool Program, bool Link, bool Folder) Reads(string own, string secret) => (
        Record.Exception(() => File.ReadAllText(secret)) is null,
        Shell($"cat {secret}") == 0,
        Record.Exception(() => File.ReadAllText(Path.Combine(own, "link"))) is null,
        Record.Exception(() => Directory.GetFiles(Path.GetDirectoryName(secret)!)) is null);

    private static void TryToWrite(string own, string other)
    {
        Assert.True(Libc.GiveUpRights());
        Assert.True(FileWall.Raise(own));

        File.WriteAllText(Path.Combine(own, "a"), "in");
        Assert.Equal("in", File.ReadAllText(Path.Combine(own, "a")));
        Assert.Equal(0, Shell($"echo x > {own}/b; rm {own}/b; echo x > /dev/null"));
        Assert.Throws<UnauthorizedAccessException>(() => File.WriteAllText(Path.Combine(other, "a"), "out"));
        Assert.Throws<UnauthorizedAccessException>(() => File.Delete(Path.Combine(other, "old")));
        Assert.Throws<UnauthorizedAccessException>(() => Directory.CreateDirectory(Path.Combine(other, "b")));
        Assert.NotEqual(0, Shell($"echo x > {other}/old"));
        Assert.NotEqual(0, Shell($"mv {own}/a {other}/a"));
    }

    [Fact]
    public void No_connection_is_opened_and_no_group_left_by_the_thread_or_a_program_it_starts() => OnAThread(() =>
    {
        Assert.True(Libc.GiveUpRights());
        Assert.True(SystemCalls.Take(threads: 0));

        foreach (var family in new[] { AddressFamily.InterNetwork, AddressFamily.InterNetworkV6, AddressFamily.Unix })
        {
            Assert.Equal(SocketError.AccessDenied, Assert.Throws<SocketException>(() => new Socket(family, SocketType.Stream, ProtocolType.Unspecified)).SocketErrorCode);
        }

        Assert.NotEqual(0, Shell("setsid true"));
        Assert.NotEqual(0, Shell("unshare --user true"));
        Assert.Equal(0, Shell("pdftotext -v"));
    });

    private static int Shell(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { RedirectStandardError = true })!;
        shell.StandardError.ReadToEnd();
        shell.WaitForExit();
        return shell.ExitCode;
    }

    private static void OnAThread(Action test)
    {
        Exception? fault = null;
        var thread = new Thread(() => fault = Record.Exception(test));
        thread.Start();
        thread.Join();
        Assert.Null(fault);
    }
}
