using System.Diagnostics;

namespace Yakuba.Search.Tests.Directories;

/// <summary>A real full disk: a small tmpfs, which only root can mount.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private bool _isMounted;

    public void Dispose()
    {
        if (_isMounted)
        {
            Run("umount", _folder.At("disk"));
        }

        _folder.Dispose();
    }

    [Fact]
    public void A_full_disk_during_commit_or_merge_leaves_the_last_commit_and_the_writer_goes_on_once_there_is_room()
    {
        Mount();
        var index = _folder.At("disk/index");
        using var writer = IndexWriter.Open(index, PhraseTown.Schema);
        var ballast = _folder.At("disk/ballast");
        var (failedCommits, failedMerges) = (0, 0);
        var random = new Random(1);
        uint group = 0;
        for (var round = 0; round < 12; round++)
        {
            for (var i = 0; i < 40; i++, group++)
            {
                writer.Add(Town.Passage(group, 0, "", "通知 " + string.Join(' ', Enumerable.Range(0, 60).Select(_ => $"語{random.Next(3_000)}"))));
            }

            var before = round == 0 ? 0 : Live(index);
            Fill(ballast, random.Next(0, 40_000));
            failedCommits += Fails(writer.Commit) ? 1 : 0;
            Assert.Contains(Live(index), new[] { before, (long)group });
            File.Delete(ballast);
            writer.Commit();
            Assert.Equal(group, Live(index));

            Fill(ballast, random.Next(0, 60_000));
            failedMerges += Fails(writer.MergeAll) ? 1 : 0;
            Assert.Equal(group, Live(index));
            File.Delete(ballast);
            if (round % 4 == 3)
            {
                writer.MergeAll();
                Assert.Equal(group, Live(index));
            }
        }

        Assert.True(failedCommits > 0 && failedMerges > 0, $"{failedCommits} commits and {failedMerges} merges met a full disk; this shows nothing.");
    }

    private static bool Fails(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static long Live(string directory)
    {
        using var index = SearchIndex.Open(directory);
        using var snapshot = index.Snapshot();
        snapshot.Verify();
        Assert.Equal(snapshot.Passages, snapshot.Search(Town.InBody("通知"), PermittedGroups.All, 10_000).Length);
        return snapshot.Passages;
    }

    /// <summary>Fills the disk up to a rest of about so many bytes.</summary>
    private static void Fill(string ballast, int rest)
    {
        var free = new DriveInfo(Path.GetDirectoryName(ballast)!).AvailableFreeSpace;
        File.WriteAllBytes(ballast, new byte[Math.Max(0, free - rest)]);
    }

    private void Mount()
    {
        Directory.CreateDirectory(_folder.At("disk"));
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            Assert.Skip("Only root on Linux can mount a small disk.");
        }

        _isMounted = Run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", _folder.At("disk")) == 0;
        Assert.SkipUnless(_isMounted, "This machine lets nobody mount a tmpfs.");
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
