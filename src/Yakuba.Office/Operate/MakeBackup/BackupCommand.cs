using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Operate.DrillBackup;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Operate.MakeBackup;

/// <summary><c>yakuba backup FILE</c>: one file from which the municipality can start again. Works while the server runs.</summary>
internal static class BackupCommand
{
    internal static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "作るファイル（例: /backup/yakuba-20260401.tar）" };
        var keep = new Option<int?>("--keep") { Description = "同じフォルダにある、日付より前の名前が同じバックアップを、新しいものからこの数だけ残して消す（今回のものを含む）" };
        var command = new Command("backup", "すべてのデータを1つのファイルに保存する（運転中でもよい）") { file, keep, DrillCommand.Create(context) };
        command.SetAction(async (parsed, cancel) =>
        {
            if (parsed.GetValue(keep) is < 1 or > 1000)
            {
                return context.Output.Fail(OperateProblems.Keep);
            }

            var path = context.FullPath(parsed.GetValue(file)!);
            if (parsed.GetValue(keep) is not null && BackupRetention.Row(path) is null)
            {
                return context.Output.Fail(OperateProblems.KeepName.With(path));
            }

            var handler = context.Services.GetRequiredService<MakeBackupHandler>();
            var result = await handler.HandleAsync(path, context.Actor, context.Output.Progress, cancel);
            if (!result.TryGet(out var made, out var problem))
            {
                return context.Output.Fail(problem);
            }

            var code = Say(context.Output, made);
            foreach (var gone in parsed.GetValue(keep) is { } most ? await BackupRetention.SweepAsync(made.File, most, cancel) : [])
            {
                context.Output.Line($"古いバックアップを消しました: {gone}");
            }

            return code;
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
