using System.Text.RegularExpressions;

namespace Yakuba.Faults.Tests.Programs;

/// <summary>A moment of a run: right before a thread makes a call that changes or syncs a file for the n-th time.</summary>
/// <param name="Call">The system call.</param>
/// <param name="When">From 1, counted for each thread by itself.</param>
/// <param name="What">The call as strace shows it, for people.</param>
internal sealed record KillPoint(string Call, int When, string What)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Call}:{When} ({What})";
}

/// <summary>Runs a program under strace: watches what it does to files, and does something to it at one of these calls.</summary>
internal static partial class Strace
{
    /// <summary>Every call by which the product changes or syncs a file. It writes files by pwrite64 alone; <c>write</c> is for pipes and sockets.</summary>
    internal const string Changing =
        "pwrite64,pwritev,pwritev2,fsync,fdatasync,sync_file_range,rename,renameat,renameat2,truncate,ftruncate,unlink,unlinkat,rmdir,mkdir,mkdirat,link,linkat,symlink,fallocate,copy_file_range";

    /// <summary>Lists the moments of a run.</summary>
    /// <param name="folder">Only calls that name something below it count.</param>
    /// <param name="command">What to run.</param>
    internal static async Task<(Ran Ran, IReadOnlyList<KillPoint> Points)> PointsAsync(string folder, IEnumerable<string> command)
    {
        var log = Path.GetTempFileName();
        try
        {
            var ran = await Run.ProgramAsync("strace", ["-f", "--seccomp-bpf", "-qq", "-y", "-s", "0", "-e", "signal=none", "-e", "trace=write," + Changing, "-o", log, Run.Yakuba, .. command]);
            return (ran, Read(folder, await File.ReadAllLinesAsync(log)));
        }
        finally
        {
            File.Delete(log);
        }
    }

    /// <summary>Runs a command and records all that it does to files, with every byte.</summary>
    internal static async Task<(Ran Ran, IReadOnlyList<string> Lines)> RecordAsync(IEnumerable<string> command)
    {
        var log = Path.GetTempFileName();
        try
        {
            var ran = await Run.ProgramAsync("strace", ["-f", "--seccomp-bpf", "-qq", "-y", "-xx", "-s", "100000000", "-e", "signal=none", "-e", "trace=open,openat,creat," + Changing, "-o", log, Run.Yakuba, .. command]);
            return (ran, await File.ReadAllLinesAsync(log));
        }
        finally
        {
            File.Delete(log);
        }
    }

    /// <summary>Runs a command and does something to it at a point: <c>signal=KILL</c>, <c>error=EIO</c>.</summary>
    /// <returns>How it ended, and whether a call was failed: threads share the calls anew in each run, and the point may not have come.</returns>
    internal static async Task<(Ran Ran, bool HasFailed)> InjectAsync(KillPoint point, string fault, IEnumerable<string> command)
    {
        var log = Path.GetTempFileName();
        try
        {
            var ran = await Run.ProgramAsync("strace", ["-f", "-qq", "-e", "signal=none", "-e", $"trace={point.Call}", "-e", $"inject={point.Call}:{fault}:when={point.When}", "-o", log, Run.Yakuba, .. command]);
            return (ran, (await File.ReadAllTextAsync(log)).Contains("(INJECTED)", StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(log);
        }
    }

    /// <summary>Runs a command while every sync of one file fails, in whichever thread.</summary>
    internal static Task<Ran> FailSyncsAsync(string file, string error, IEnumerable<string> command) => Run.ProgramAsync(
        "strace", ["-f", "-qq", "-e", "signal=none", "-P", file, "-e", "trace=fsync,fdatasync", "-e", $"inject=fsync,fdatasync:error={error}", "-o", "/dev/null", Run.Yakuba, .. command]);

    /// <summary>Runs a command while every opening of one folder or file fails, in whichever thread.</summary>
    internal static Task<Ran> FailOpensAsync(string path, string error, IEnumerable<string> command) => Run.ProgramAsync(
        "strace", ["-f", "-qq", "-e", "signal=none", "-P", path, "-e", "trace=open,openat", "-e", $"inject=open,openat:error={error}", "-o", "/dev/null", Run.Yakuba, .. command]);

    internal static IReadOnlyList<KillPoint> Read(string folder, IEnumerable<string> lines)
    {
        var times = new Dictionary<(string Thread, string Call), int>();
        var points = new List<KillPoint>();
        foreach (var line in lines)
        {
            if (Entered().Match(line) is not { Success: true } call)
            {
                continue; // the end of a call whose beginning was seen, or of a thread
            }

            var name = call.Groups[2].Value;
            var when = times[(call.Groups[1].Value, name)] = times.GetValueOrDefault((call.Groups[1].Value, name)) + 1;
            var matters = line.Contains(folder, StringComparison.Ordinal) && !line.Contains("-shm", StringComparison.Ordinal) && !Failed().IsMatch(line);
            if (matters && name == "write")
            {
                throw new InvalidOperationException("A file is written by a call that is not watched: " + line);
            }

            if (matters && !points.Any(p => p.Call == name && p.When == when))
            {
                points.Add(new KillPoint(name, when, call.Groups[3].Value.Replace(folder, "", StringComparison.Ordinal)));
            }
        }

        return points;
    }

    [GeneratedRegex(@"^(\d+) +(\w+)\((.*)$")]
    private static partial Regex Entered();

    [GeneratedRegex(@"= -1 E\w+ \(.*\)$")]
    private static partial Regex Failed();
}
