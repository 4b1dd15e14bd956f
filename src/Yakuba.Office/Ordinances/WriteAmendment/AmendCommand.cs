using System.CommandLine;
using Yakuba.Documents;
using Yakuba.Legislation;
using Yakuba.Office.Ordinances.Reading;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Ordinances.WriteAmendment;

/// <summary><c>yakuba ordinance amend OLD NEW</c>: the 改め文 that turns one version into the other.</summary>
internal static class AmendCommand
{
    internal static Command Create(CommandContext context)
    {
        var old = new Argument<string>("OLD") { Description = "改正前の例規のファイル" };
        var @new = new Argument<string>("NEW") { Description = "改正後の例規のファイル" };
        var command = new DatalessCommand("amend", "改正前と改正後の例規から、改め文を書く") { old, @new };
        command.SetAction((parsed, cancel) => RunAsync(context, context.FullPath(parsed.GetValue(old)!), context.FullPath(parsed.GetValue(@new)!), cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string old, string @new, CancellationToken cancel)
    {
        using var workers = new DocumentWorkers();
        if (!(await EnactmentFile.ReadAsync(workers, old, cancel)).TryGet(out var before, out var problem)
            || !(await EnactmentFile.ReadAsync(workers, @new, cancel)).TryGet(out var after, out problem))
        {
            return context.Output.Fail(problem);
        }

        var written = AmendmentText.Write(before.Enactment, after.Enactment);
        if (written.Problem is { } refused)
        {
            return context.Output.Fail(OrdinancesProblems.NotAmended.With($"{refused.Message}{refused.NextStep}（{refused.Name}）"));
        }

        foreach (var line in written.Lines)
        {
            context.Output.Line(line);
        }

        if (written.IsWhole)
        {
            context.Output.Remark("部分ごとに書き表せない違いがあるため、全部改正の形で書きました。");
        }

        context.Output.Result(new { lines = written.Lines, whole = written.IsWhole });
        return 0;
    }
}
