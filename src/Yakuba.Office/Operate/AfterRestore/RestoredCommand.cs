using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform;
using Yakuba.Platform.Audit;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Operate.AfterRestore;

/// <summary><c>yakuba restored</c>: what the last restoration could not know, the list to go through, and the end of that.</summary>
internal static class RestoredCommand
{
    internal static Command Create(CommandContext context)
    {
        var list = new Option<string>("--list") { Description = "見直す文書と利用者の一覧（CSV）を、このファイルに書き出す", DefaultValueFactory = _ => "" };
        var done = new Option<bool>("--done") { Description = "見直しが済んだことを記録し、稼働状況の警告を消す" };
        var command = new Command("restored", "復元のあとに見直すことを表示する（バックアップの後の削除や権限の取消しで、やり直せなかったもの）") { list, done };
        command.SetAction((parsed, cancel) => RunAsync(context, parsed.GetValue(list)!, parsed.GetValue(done), cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string list, bool isDone, CancellationToken cancel)
    {
        var database = context.Services.GetRequiredService<Database>();
        Restoration? last;
        IReadOnlyList<IReadOnlyList<string>> lines = [];
        await using (var read = await database.ReadAsync(cancel))
        {
            last = await RestorationRows.LastAsync(read, cancel);
            lines = list.Length > 0 ? await RestoredList.OfAsync(read, cancel) : lines;
        }

        if (last is null)
        {
            return context.Output.Fail(OperateProblems.NeverRestored);
        }

        if (list.Length > 0)
        {
            var path = context.FullPath(list);
            if (File.Exists(path) || !Directory.Exists(Path.GetDirectoryName(path)))
            {
                return context.Output.Fail((File.Exists(path) ? OperateProblems.BackupExists : OperateProblems.NoFolder).With(path));
            }

            await using var file = DurableFile.Create(path); // it names people: nobody else may read it
            await file.WriteAsync(CsvTable.Of(lines), cancel);
            context.Output.Line($"一覧を書き出しました: {path}（{lines.Count - 1:N0}件）");
        }

        if (isDone && last.IsOpen)
        {
            await DoneAsync(context, database, cancel);
            last = last with { LookedAt = context.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToStore(), LookedBy = context.Actor.UserId };
        }

        context.Output.Result(last);
        RestoredWords.Say(context.Output, last);
        return 0;
    }

    private static async Task DoneAsync(CommandContext context, Database database, CancellationToken cancel)
    {
        await using var work = await database.BeginAsync(cancel);
        await RestorationRows.LookedAsync(work, context.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToStore(), context.Actor.UserId, cancel);
        await context.Services.GetRequiredService<AuditTrail>().AppendAsync(work, context.Actor, OperateActions.RestorationReviewed, new JsonObject(), cancel);
        await work.CommitAsync(cancel);
    }
}
