using System.CommandLine;
using Yakuba.Documents;
using Yakuba.Legislation;
using Yakuba.Office.Ordinances.Reading;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Ordinances.ApplyAmendment;

/// <summary><c>yakuba ordinance apply OLD AMENDMENT</c>: the ordinance with a 改め文 carried out (溶け込み).</summary>
internal static class ApplyCommand
{
    internal static Command Create(CommandContext context)
    {
        var old = new Argument<string>("OLD") { Description = "改正前の例規のファイル" };
        var amendment = new Argument<string>("AMENDMENT") { Description = "改め文のファイル（テキスト、Word。1文を1行に書く）" };
        var command = new DatalessCommand("apply", "改め文を例規に溶け込ませ、改正後の全文を出力する") { old, amendment };
        command.SetAction((parsed, cancel) => RunAsync(context, context.FullPath(parsed.GetValue(old)!), context.FullPath(parsed.GetValue(amendment)!), cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string old, string amendment, CancellationToken cancel)
    {
        using var workers = new DocumentWorkers();
        if (!(await EnactmentFile.ReadAsync(workers, old, cancel)).TryGet(out var before, out var problem)
            || !(await EnactmentFile.LinesAsync(workers, amendment, cancel)).TryGet(out var sentences, out problem))
        {
            return context.Output.Fail(problem);
        }

        var result = AmendmentText.Apply(before.Enactment, sentences.Lines);
        if (result.Enactment is not { } enactment)
        {
            var refused = result.Problem!;
            return context.Output.Fail(OrdinancesProblems.NotAmended.With($"{refused.Line}行目: {refused.Message}{refused.NextStep}（{refused.Name}）"));
        }

        var lines = EnactmentText.Write(enactment);
        foreach (var line in lines)
        {
            context.Output.Line(line);
        }

        context.Output.Result(new { title = enactment.Name, lines });
        return 0;
    }
}
