using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Yakuba.Faults.Tests.Programs;

/// <summary><c>yakuba serve</c> as a process of its own, to be killed.</summary>
internal sealed partial class ServingTown : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private readonly string _address;
    private readonly ConcurrentQueue<string> _said;

    private ServingTown(Process process, string address, ConcurrentQueue<string> said) => (_process, _address, _said) = (process, address, said);

    /// <summary>Where it listens.</summary>
    internal Uri Address => new(_address);

    /// <summary>What it printed so far.</summary>
    internal string Said => string.Join('\n', _said);

    /// <summary>Memory that it holds.</summary>
    internal long ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 >> 20;
        }
    }

    /// <summary>The process.</summary>
    internal int Id => _process.Id;

    /// <summary>True once it has stopped by itself.</summary>
    internal bool HasEnded => _process.HasExited;

    internal static Task<ServingTown> StartAsync(string data) => StartUnderAsync([], data);

    /// <summary>Starts it under a program that becomes the server.</summary>
    /// <param name="under">That program with its arguments; none for the server itself.</param>
    /// <param name="data">The data directory.</param>
    internal static Task<ServingTown> StartUnderAsync(IEnumerable<string> under, string data) =>
        StartedAsync([.. under, Run.Yakuba, "serve", "--urls", "http://127.0.0.1:0", "--data", data]);

    internal static Task<ServingTown> StartAsync(params string[] options) => StartedAsync([Run.Yakuba, "serve", .. options]);

    private static async Task<ServingTown> StartedAsync(string[] command)
    {
        var process = Run.Start(command[0], command[1..]);
        var (ready, said) = (new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously), new ConcurrentQueue<string>());
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => ready.TrySetCanceled();
        process.OutputDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) =>
        {
            said.Enqueue(line.Data ?? "");
            if (Listening().Match(line.Data ?? "") is { Success: true } at)
            {
                ready.TrySetResult(at.Groups[1].Value);
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            return new ServingTown(process, await ready.Task.WaitAsync(LongestStart), said);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            throw new InvalidOperationException($"The server does not start, exit code {process.ExitCode}: {string.Join('\n', said)}", e);
        }
    }

    /// <summary>SIGKILL, to it alone.</summary>
    internal async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    [GeneratedRegex("起動しました: (http://[^ （]+)")]
    private static partial Regex Listening();
}
