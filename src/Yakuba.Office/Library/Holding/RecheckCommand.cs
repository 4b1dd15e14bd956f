using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;

namespace Yakuba.Office.Library.Holding;

/// <summary><c>yakuba library recheck</c>: looks once at every document that can be found, also at those of before the gate.</summary>
internal static class RecheckCommand
{
    private static readonly Problem Unfinished = new("library-recheck-unfinished", 409, "見直しが途中で止まりました。続きから見直すには、もう一度 yakuba library recheck を実行してください。");

    internal static Command Create(CommandContext context)
    {
        var command = new Command("recheck", "登録済みのすべての文書に個人番号などがないかを見直し、あれば検索から外して「保留中の文書」に並べる（途中で止めても続きから）");
        command.SetAction((_, cancel) => RunAsync(context, cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var job = await JobAsync(context, cancel);
        var status = await context.Services.GetRequiredService<JobRunner>().RunHereAsync(job, p => context.Output.Progress(p.Done, p.All, "見直しています"), cancel);
        if (status.State != "done")
        {
            return context.Output.Fail(Unfinished.With(status.Problem));
        }

        var report = JsonSerializer.Deserialize<RecheckReport>(status.Output)!;
        context.Output.Result(report);
        context.Output.Line($"見直しました: 文書の版 {report.Looked:N0}件、保留にしたもの {report.Held:N0}件。");
        if (report.Held > 0)
        {
            context.Output.Line("検索からは外しました。画面の「保留中の文書」で、検索に戻すか取り除くかを決めてください。索引の中の文字も消すには: yakuba forget-deleted");
        }

        return 0;
    }

    private static async Task<string> JobAsync(CommandContext context, CancellationToken cancel)
    {
        await using var work = await context.Services.GetRequiredService<Database>().BeginAsync(cancel);
        if (await JobQueue.FindUnfinishedAsync(work, RecheckJob.Kind, new { }, cancel) is { } unfinished)
        {
            return unfinished;
        }

        var job = await context.Services.GetRequiredService<JobQueue>().EnqueueAsync(work, RecheckJob.Kind, new { }, context.Actor, cancel);
        await work.CommitAsync(cancel);
        return job;
    }
}
