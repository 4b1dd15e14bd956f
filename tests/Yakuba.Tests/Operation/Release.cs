using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Yakuba.Testing;

namespace Yakuba.Tests.Operation;

/// <summary>A built program, run as people run it: in a process of its own.</summary>
/// <param name="folder">Where <c>yakuba.dll</c> lies.</param>
internal sealed partial class Release(string folder)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private static readonly Lazy<Release> Before = new(Build);

    /// <summary>This tree.</summary>
    internal static Release This { get; } = new(AppContext.BaseDirectory);

    /// <summary>The release that <c>deploy/previous-release</c> names, built from the project's own history.</summary>
    internal static Release Previous => Before.Value;

    /// <summary>Runs a command to its end.</summary>
    internal async Task<Said> RunAsync(string data, params string[] arguments)
    {
        using var process = Start(data, arguments);
        var (results, remarks) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var late = new CancellationTokenSource(Longest);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"yakuba {string.Join(' ', arguments)} did not end within {Longest}: {await results}{await remarks}");
        }

        return new Said($"yakuba {string.Join(' ', arguments)}", process.ExitCode, await results, await remarks);
    }

    /// <summary>The same, for what must succeed.</summary>
    internal async Task<string> DoAsync(string data, params string[] arguments)
    {
        var said = await RunAsync(data, arguments);
        Assert.True(said.Code == 0, said.ToString());
        return said.Results + said.Remarks;
    }

    /// <summary>Starts a command and lets it run.</summary>
    internal Process Start(string data, params string[] arguments) => Process.Start(new ProcessStartInfo(
        "dotnet", ["exec", Path.Combine(folder, "yakuba.dll"), .. arguments, "--data", data])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
        WorkingDirectory = Repository.Root,
    })!;

    /// <summary>Serves the directory on a port of its own choice.</summary>
    internal async Task<Served> ServeAsync(string data)
    {
        var served = new Served(Start(data, "serve", "--urls", "http://127.0.0.1:0"));
        await served.UntilItListensAsync();
        return served;
    }

    private const int NotInThisClone = 3;

    private static Release Build()
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["deploy/previous"]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root })!;
        var remarks = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(15)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("deploy/previous did not end.");
        }

        var folder = said.GetAwaiter().GetResult();
        Assert.SkipWhen(process.ExitCode == NotInThisClone, "deploy/previous: " + remarks.GetAwaiter().GetResult());
        Assert.True(process.ExitCode == 0, "deploy/previous: " + remarks.GetAwaiter().GetResult() + folder);
        return new Release(folder.Trim());
    }

    /// <summary>What a command said.</summary>
    internal sealed record Said(string Command, int Code, string Results, string Remarks)
    {
        public override string ToString() => $"{Command} ended with {Code}: {Results}{Remarks}";
    }

    /// <summary>A server in a process of its own.</summary>
    internal sealed partial class Served : IAsyncDisposable
    {
        private readonly Process _process;
        private readonly StringBuilder _said = new();
        private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Served(Process process)
        {
            _process = process;
            process.OutputDataReceived += (_, line) => Hear(line.Data);
            process.ErrorDataReceived += (_, line) => Hear(line.Data);
            process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The server ended with {process.ExitCode}: {All}"));
            process.EnableRaisingEvents = true;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        /// <summary>Where it listens.</summary>
        internal Uri Address => _address.Task.Result;

        /// <summary>Its process.</summary>
        internal Process Process => _process;

        private string All
        {
            get
            {
                lock (_said)
                {
                    return _said.ToString();
                }
            }
        }

        internal async Task UntilItListensAsync()
        {
            if (await Task.WhenAny(_address.Task, Task.Delay(Longest)) != _address.Task)
            {
                _process.Kill(entireProcessTree: true);
                Assert.Fail($"The server did not say where it listens within {Longest}: {All}");
            }

            await _address.Task;
        }

        public async ValueTask DisposeAsync()
        {
            if (!_process.HasExited)
            {
                using var stop = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
                await stop.WaitForExitAsync();
                using var late = new CancellationTokenSource(Longest);
                try
                {
                    await _process.WaitForExitAsync(late.Token);
                }
                catch (OperationCanceledException)
                {
                    _process.Kill(entireProcessTree: true);
                    Assert.Fail($"The server did not end within {Longest} after it was asked to: {All}");
                }
            }

            _process.Dispose();
        }

        private void Hear(string? line)
        {
            lock (_said)
            {
                _said.AppendLine(line);
            }

            if (line is not null && Listening().Match(line) is { Success: true } said)
            {
                _address.TrySetResult(new Uri(said.Value));
            }
        }

        [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+")]
        private static partial Regex Listening();
    }
}
