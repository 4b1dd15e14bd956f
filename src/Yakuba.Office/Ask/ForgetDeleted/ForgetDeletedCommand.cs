using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Ask.ForgetDeleted;

/// <summary><c>yakuba forget-deleted</c>: what was deleted leaves the disk.</summary>
internal static class ForgetDeletedCommand
{
    internal static Command Create(CommandContext context)
    {
        var command = new Command("forget-deleted", "削除した文書の言葉を、過去の回答・検索索引・記憶域からも消す（索引とデータベースを書き直すので、文書の多いときは時間がかかる）");
        command.SetAction((_, cancel) => RunAsync(context, cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var forgotten = await context.Services.GetRequiredService<ForgetDeletedHandler>().RunAsync(context.Actor, cancel);
        context.Output.Result(forgotten);
        context.Output.Line($"削除した文書の言葉を消しました（過去の回答 {forgotten.Answers}件）。");
        if (!forgotten.IsLogEmpty)
        {
            context.Output.Line("記憶域の控え（WAL）は使用中のため空にできませんでした。しばらくしてから、もう一度実行してください。");
        }

        return 0;
    }
}
