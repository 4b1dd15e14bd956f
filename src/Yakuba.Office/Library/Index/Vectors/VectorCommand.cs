using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Models.Embedding;

namespace Yakuba.Office.Library.Index.Vectors;

/// <summary><c>yakuba index vectors</c>: makes the vectors that are missing, now.</summary>
internal static class VectorCommand
{
    internal static Command Create(CommandContext context)
    {
        var command = new Command("vectors", "埋込みモデルで、まだない文書のベクトルを作る（サーバの稼働中は自動で作る）");
        command.SetAction((_, cancel) => RunAsync(context, cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancel)
    {
        if (await context.Services.GetRequiredService<EmbeddingEndpoint>().FindAsync(cancel) is null)
        {
            return context.Output.Fail(EmbeddingProblems.NotAttached);
        }

        var jobs = context.Services.GetRequiredService<JobQueue>();
        var running = (await jobs.ListAsync(100, cancel)).FirstOrDefault(j => j.Kind == VectorJob.Kind && !j.IsOver)?.Id;
        if (running is null)
        {
            await using var work = await context.Services.GetRequiredService<Database>().BeginAsync(cancel);
            running = await jobs.EnqueueAsync(work, VectorJob.Kind, new { }, context.Actor, cancel);
            await work.CommitAsync(cancel);
        }

        var status = await context.Services.GetRequiredService<JobRunner>().RunHereAsync(running, p => context.Output.Progress(p.Done, p.All, "文書のベクトルを作っています"), cancel);
        if (status.State != "done")
        {
            // The job keeps its problem as words, with the reason at their end.
            var known = EmbeddingProblems.Failed.ToString();
            var why = status.Problem.StartsWith(known, StringComparison.Ordinal) ? status.Problem[known.Length..].Trim('（', '）') : status.Problem;
            return context.Output.Fail(EmbeddingProblems.Failed.With(why));
        }

        var report = JsonSerializer.Deserialize<VectorReport>(status.Output)!;
        context.Output.Result(report);
        context.Output.Line(report.Versions == 0 && report.Left == 0
            ? "足りないベクトルはありません。"
            : $"ベクトルを作りました（文書 {report.Versions}版、検索単位 {report.Passages}件）。");
        if (report.Left > 0)
        {
            context.Output.Line($"待っているほかの処理に譲りました。文書 {report.Left}版が残っています。もう一度実行すると続きから作ります。");
        }

        if (report.Skipped > 0)
        {
            context.Output.Line($"モデルが受け付けなかった検索単位が{report.Skipped}件あります。言葉だけで探せます。");
        }

        context.Output.Line("検索での重みは yakuba model embed show で確認できます。");

        return 0;
    }
}
