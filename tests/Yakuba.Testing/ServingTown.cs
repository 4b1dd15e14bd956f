using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Yakuba.Testing;

/// <summary><c>yakuba serve</c> as a process of its own, to be killed.</summary>
public sealed partial class ServingTown : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private readonly string _address;
    private readonly ConcurrentQueue<string> _said;

    private ServingTown(Process process, string address, ConcurrentQueue<string> said) => (_process, _address, _said) = (process, address, said);

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_address);

    /// <summary>What it printed so far.</summary>
    public string Said => string.Join('\n', _said);

    /// <summary>Memory that it holds.</summary>
    public long ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 >> 20;
        }
    }

    /// <summary>The process.</summary>
    public int Id => _process.Id;

    /// <summary>True once it has stopped by itself.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>The same, where it may be dying at this moment: that is waited for.</summary>
    public bool EndsNow => _process.WaitForExit(TimeSpan.FromSeconds(5));

    /// <summary>Starts it on a free port.</summary>
    /// <param name="data">The data directory.</param>
    public static Task<ServingTown> StartAsync(string data) => StartUnderAsync([], data);

    /// <summary>Starts it under a program that becomes the server.</summary>
    /// <param name="under">That program with its arguments; none for the server itself.</param>
    /// <param name="data">The data directory.</param>
    public static Task<ServingTown> StartUnderAsync(IEnumerable<string> under, string data) =>
        StartedAsync([.. under, Programs.Yakuba, "serve", "--urls", "http://127.0.0.1:0", "--data", data]);

    /// <summary>Starts it with options of <c>serve</c>.</summary>
    public static Task<ServingTown> StartAsync(params string[] options) => StartedAsync([Programs.Yakuba, "serve", .. options]);

    private static async Task<ServingTown> StartedAsync(string[] command)
    {
        var process = Programs.Start(command[0], command[1..]);
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
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc/>
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
