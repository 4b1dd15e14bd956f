using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Operate.MakeBackup;

/// <summary><c>yakuba backup FILE</c>: one file from which the municipality can start again. Works while the server runs.</summary>
internal static class BackupCommand
{
    internal static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "作るファイル（例: /backup/yakuba-20260401.tar）" };
        var command = new Command("backup", "すべてのデータを1つのファイルに保存する（運転中でもよい）") { file };
        command.SetAction(async (parsed, cancel) =>
        {
            var handler = context.Services.GetRequiredService<MakeBackupHandler>();
            var result = await handler.HandleAsync(context.FullPath(parsed.GetValue(file)!), context.Actor, context.Output.Progress, cancel);
            return result.Match(made => Say(context.Output, made), context.Output.Fail);
        });
        return command;
    }

    private static int Say(CommandOutput output, BackupMade made)
    {
        output.Result(made);
        output.Line($"バックアップを作りました: {made.File}（{made.Bytes / 1_048_576.0:N1} MB、文書の原本 {made.Originals:N0}件）");
        output.Line("このファイルには署名鍵と個人情報が含まれます。鍵のかかる場所か、暗号化した媒体に保管してください。");
        foreach (var hash in made.DamagedOriginals)
        {
            output.Remark($"注意: 原本 {hash} は、ディスク上ですでに壊れています。以前のバックアップから取り出してください。");
        }

        return 0;
    }
}
