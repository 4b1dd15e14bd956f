using System.Diagnostics;
using System.Net.Sockets;

namespace Yakuba.Documents.Tests;

/// <summary>The walls, tried from inside. Each is raised for one thread of the test program only.</summary>
public sealed class WorkerWallTests
{
    [Fact]
    public void Nothing_is_written_outside_the_one_folder_by_the_thread_or_a_program_it_starts() => OnAThread(() =>
    {
        var (own, other) = (Directory.CreateTempSubdirectory().FullName, Directory.CreateTempSubdirectory().FullName);
        File.WriteAllText(Path.Combine(other, "old"), "old");
        Assert.True(Libc.GiveUpRights());
        Assert.True(WritableFolder.Only(own));

        File.WriteAllText(Path.Combine(own, "a"), "in");
        Assert.Equal("in", File.ReadAllText(Path.Combine(own, "a")));
        Assert.Equal(0, Shell($"echo x > {own}/b; rm {own}/b; echo x > /dev/null"));
        Assert.Throws<UnauthorizedAccessException>(() => File.WriteAllText(Path.Combine(other, "a"), "out"));
        Assert.Throws<UnauthorizedAccessException>(() => File.Delete(Path.Combine(other, "old")));
        Assert.Throws<UnauthorizedAccessException>(() => Directory.CreateDirectory(Path.Combine(other, "b")));
        Assert.NotEqual(0, Shell($"echo x > {other}/old"));
        Assert.NotEqual(0, Shell($"mv {own}/a {other}/a"));
        Assert.Equal("old", File.ReadAllText(Path.Combine(other, "old")));
    });

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
