using System.Globalization;
using Yakuba.Testing;

namespace Yakuba.Faults.Tests.Programs;

/// <summary>A disk that fails, as a program sees it that <c>fiu-run</c> starts: its calls of the C library come back with an error at random, or all of them for a while.</summary>
internal static class FailingDisk
{
    private const int InputOutputError = 5;

    // Files are read and written by pread and pwrite; read is for pipes and /dev/urandom, which are no disk.
    private static readonly string[] Calls =
        ["posix/io/rw/pread", "posix/io/rw/pwrite", "posix/io/sync/fsync", "posix/io/sync/fdatasync", "posix/io/dir/rename", "posix/io/rw/ftruncate"];

    private static readonly string[] Short = ["posix/io/rw/pwrite/reduce"];

    /// <summary>What makes a program's disk fail from its start on.</summary>
    /// <param name="control">A path for the pipes by which it can be told more.</param>
    /// <param name="chance">Of each call to fail, and of each write to come out short; 0 for none yet.</param>
    internal static IEnumerable<string> Under(string control, double chance) =>
        ["fiu-run", "-x", "-f", control, .. chance > 0 ? AtRandom(chance).SelectMany(c => new[] { "-c", c }) : []];

    /// <summary>Lets a running program's calls fail at random from now on.</summary>
    internal static Task FailAtRandomAsync(string control, int process, double chance) => TellAsync(control, process, AtRandom(chance));

    /// <summary>Lets every write and sync fail from now on.</summary>
    internal static Task FailAsync(string control, int process) =>
        TellAsync(control, process, Calls.Skip(1).Select(c => string.Create(CultureInfo.InvariantCulture, $"enable name={c},failinfo={InputOutputError}")));

    /// <summary>The disk is well again.</summary>
    internal static async Task MendAsync(string control, int process)
    {
        await FailAtRandomAsync(control, process, 0); // a name that was never told cannot be taken back
        await TellAsync(control, process, Calls.Concat(Short).Select(c => $"disable name={c}"));
    }

    /// <summary>The disk is well again, unless the server has ended meanwhile.</summary>
    /// <returns>False when it has ended.</returns>
    internal static async Task<bool> MendedAsync(string control, ServingTown server)
    {
        try
        {
            await MendAsync(control, server.Id);
        }
        catch (Xunit.Sdk.XunitException) when (server.EndsNow)
        {
            // Nobody is left to be told.
        }

        return !server.HasEnded;
    }

    private static IEnumerable<string> AtRandom(double chance) =>
    [
        .. Calls.Select(c => string.Create(CultureInfo.InvariantCulture, $"enable_random name={c},probability={chance},failinfo={InputOutputError}")),
        .. Short.Select(c => string.Create(CultureInfo.InvariantCulture, $"enable_random name={c},probability={chance}")),
    ];

    private static async Task TellAsync(string control, int process, IEnumerable<string> commands)
    {
        var ran = await Run.ProgramAsync("timeout", ["20", "fiu-ctrl", "-f", control, .. commands.SelectMany(c => new[] { "-c", c }), process.ToString(CultureInfo.InvariantCulture)]);
        Assert.True(ran.Code == 0 && !ran.Output.Contains("rror", StringComparison.Ordinal), ran.ToString());
    }
}
