using System.CommandLine;
using System.CommandLine.Parsing;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Data;
using Yakuba.Platform.Handover;
using Yakuba.Platform.Privacy.Logs;
using Yakuba.Towns;

namespace Yakuba;

/// <summary>All commands, and the three ways to run one: here on the opened data directory, inside the server that owns it, or without data.</summary>
internal static class CommandTree
{
    private const int BadInput = 2;
    private const int Interrupted = 130;

    private static readonly Problem Bug = new(
        "command-bug", 500, "プログラムの誤りで処理が止まりました。行った操作と上の表示を、開発者に知らせてください。これまでに終わった処理は失われていません。");

    /// <summary>Runs what was typed in a shell.</summary>
    internal static async Task<int> RunFromShellAsync(string[] args)
    {
        using var interrupted = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            interrupted.Cancel();
        };
        var request = new HandoverRequest(args, Environment.CurrentDirectory, "", !Console.IsErrorRedirected);
        var context = Context(request, Console.In, Console.Out, Console.Error);
        var root = Build(context);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0 && Owned(parsed, context) is { } owned)
        {
            var input = Console.IsInputRedirected ? await Console.In.ReadToEndAsync(interrupted.Token) : "";
            var answer = await HandoverClient.RunAsync(owned, request with { Input = input }, Console.Out, Console.Error, interrupted.Token);
            return answer.Match(code => code, context.Output.Fail);
        }

        try
        {
            return parsed.Errors.Count > 0 || !NeedsData(parsed) ? await InvokeAsync(parsed, interrupted.Token, context) : await RunHereAsync(parsed, context, interrupted.Token);
        }
        catch (Exception e) when (StorageProblems.From(e) is { } problem) // opening, signing or closing failed: the command itself has its own edge
        {
            return context.Output.Fail(problem);
        }
    }

    /// <returns>The directory on which the command works, when a server owns it and so runs the command; null when it runs here.</returns>
    private static string? Owned(ParseResult parsed, CommandContext context)
    {
        var directory = NeedsData(parsed) ? context.DataPath
            : parsed.CommandResult.Command is InstallationCommand && parsed.Action is not System.CommandLine.Help.HelpAction ? context.FullPath(parsed.GetValue(InstallationCommand.Folder)!)
            : null;
        return directory is null || !DataDirectory.IsOwned(directory) ? null
            : parsed.CommandResult.Command is InstallationCommand command ? Node.OnThisMachine(directory, command.TownOf(parsed)) ?? directory
            : directory;
    }

    /// <summary>Runs a command that another process handed to this server.</summary>
    internal static async Task<int> RunHandedOverAsync(IServiceProvider services, HandoverRequest request, TextWriter results, TextWriter remarks, CancellationToken cancel)
    {
        var context = Context(request, new StringReader(request.Input), results, remarks);
        var parsed = Build(context).Parse(request.Arguments);
        await using var scope = services.CreateAsyncScope();
        context.Open(scope.ServiceProvider);
        return await InvokeAsync(parsed, cancel, context);
    }

    private static async Task<int> RunHereAsync(ParseResult parsed, CommandContext context, CancellationToken cancel)
    {
        var opened = await DataDirectory.OpenAsync(context.DataPath, Environment.GetEnvironmentVariable("YAKUBA_STORAGE"), TimeProvider.System, cancel);
        if (!opened.TryGet(out var directory, out var problem))
        {
            return context.Output.Fail(problem);
        }

        await using (directory)
        {
            await using var provider = Rooms.Open(directory);
            await using var scope = provider.CreateAsyncScope();
            context.Open(scope.ServiceProvider);
            var code = await InvokeAsync(parsed, cancel, context);
            return (await provider.GetRequiredService<RecordKeeper>().SignAsync(CancellationToken.None)).Problem is { } unsigned
                ? context.Output.Fail(unsigned)
                : code;
        }
    }

    internal static async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancel, CommandContext? context = null)
    {
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                parsed.InvocationConfiguration.Error.WriteLine("指定に誤りがあります: " + error.Message);
            }

            parsed.InvocationConfiguration.Error.WriteLine("使い方: yakuba --help");
            return BadInput;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, cancel);
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
        catch (Exception e) // The edge of a command: a full disk has words, a bug shows where it is.
        {
            var known = StorageProblems.From(e);
            if (known is null)
            {
                Console.Error.WriteLine(ErrorReport.Of(e));
            }

            var problem = known ?? Bug.With(e.GetType().Name);
            return context?.Output.Fail(problem) ?? problem.ExitCode;
        }
    }

    private static RootCommand Build(CommandContext context)
    {
        var root = new RootCommand("Yakuba 役場 — 自治体の文書から、根拠を確かめて答える");
        root.Options.Add(SharedOptions.Data);
        root.Options.Add(SharedOptions.Json);
        foreach (var command in Rooms.Commands(context))
        {
            root.Subcommands.Add(command);
        }

        return root;
    }

    private static bool NeedsData(ParseResult parsed) =>
        parsed.CommandResult.Command is not RootCommand && parsed.CommandResult.Command is not DatalessCommand && parsed.Action is not System.CommandLine.Help.HelpAction;

    internal static CommandContext Context(HandoverRequest request, TextReader input, TextWriter results, TextWriter remarks)
    {
        var early = new RootCommand { SharedOptions.Data, SharedOptions.Json };
        early.TreatUnmatchedTokensAsErrors = false;
        var parsed = early.Parse(request.Arguments);
        var data = Path.GetFullPath(parsed.GetValue(SharedOptions.Data)!, request.WorkingDirectory);
        return new CommandContext(data, request.WorkingDirectory, input, new CommandOutput(results, remarks, parsed.GetValue(SharedOptions.Json), request.ShowProgress));
    }
}
