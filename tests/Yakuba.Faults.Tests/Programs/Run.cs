using System.Diagnostics;

namespace Yakuba.Faults.Tests.Programs;

/// <summary>A program that has ended.</summary>
/// <param name="Code">Exit code; 137 when it was killed.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Errors">What it printed for people.</param>
internal sealed record Ran(int Code, string Output, string Errors)
{
    /// <inheritdoc/>
    public override string ToString() => $"exit code {Code}\n{Output}\n{Errors}";
}

/// <summary>Runs the real programs as processes of their own.</summary>
internal static class Run
{
    /// <summary>The product.</summary>
    internal static string Yakuba => Testing.Programs.Yakuba;

    /// <summary>The small program that auditors verify with.</summary>
    internal static string Verifier { get; } = Path.Combine(AppContext.BaseDirectory, "yakuba-verify");

    /// <summary>Runs a program to its end; one that does not end within two minutes is killed and told of.</summary>
    internal static async Task<Ran> ProgramAsync(string program, IEnumerable<string> arguments)
    {
        using var process = Testing.Programs.Start(program, arguments);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} does not end: {await output} {await errors}");
        }

        return new Ran(process.ExitCode, await output, await errors);
    }

    /// <summary>True when a failure was told to people: what happened and what to do, in Japanese, and not as a bug of the program, be it a command's or a job's.</summary>
    internal static bool IsNamed(Ran ran) => ran.Code != 0 && (ran.Output + ran.Errors) is var said && said.Contains("ください", StringComparison.Ordinal)
        && !said.Contains("プログラムの誤り", StringComparison.Ordinal) && !said.Contains("予期しない誤り", StringComparison.Ordinal);

    internal static Task<Ran> YakubaAsync(params string[] command) => ProgramAsync(Yakuba, command);
}
