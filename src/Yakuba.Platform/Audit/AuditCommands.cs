using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.Audit.AskWitness;
using Yakuba.Platform.Audit.ChangeKey;
using Yakuba.Platform.Audit.ExportRecord;
using Yakuba.Platform.Audit.PrintSheet;
using Yakuba.Platform.Audit.ProveEntry;
using Yakuba.Platform.Audit.RemoveTexts;
using Yakuba.Platform.Audit.Replay;
using Yakuba.Platform.Audit.VerifyRecord;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Platform.Audit;

/// <summary><c>yakuba audit verify | export DIR | prove ID | sheet | erase ID | dispose | removals | change-key | replay ID | witness FILE</c>.</summary>
internal static class AuditCommands
{
    internal static Command Create(CommandContext context)
    {
        var audit = new Command("audit", "記録を検証し、書き出す") { Verify(context), Export(context), Prove(context), SheetCommand.Create(context), ChangeKeyCommand.Create(context), ReplayCommand.Create(context), WitnessCommand.Create(context) };
        foreach (var command in RemovalCommands.Create(context))
        {
            audit.Add(command);
        }

        return audit;
    }

    private static Command Verify(CommandContext context)
    {
        var against = new Option<string?>("--against") { Description = "確認票の件数と八つの言葉（\"1234 かきく …\"）、または署名済みの控えのファイル。その時点までの記録が変わっていないことも確かめる" };
        var command = new Command("verify", "すべての記録を計算し直し、改ざんがないことを確かめる") { against };
        command.SetAction(async (parsed, cancel) =>
        {
            var kept = await context.Services.GetRequiredService<KeptHead>().ReadAsync(await KeptAsync(context, parsed.GetValue(against), cancel), cancel);
            if (!kept.TryGet(out var head, out var problem))
            {
                return context.Output.Fail(problem);
            }

            var verdict = await context.Services.GetRequiredService<VerifyRecordHandler>().RunAsync((done, all) => context.Output.Progress(done, all, "検証"), head, cancel);
            context.Output.Result(verdict);
            foreach (var finding in verdict.Findings)
            {
                context.Output.Line("  " + finding);
            }

            foreach (var remark in verdict.Remarks)
            {
                context.Output.Line("  参考: " + remark);
            }

            context.Output.Line(verdict.IsWhole
                ? $"記録 {verdict.Entries}件を検証しました。改ざんはありません。{(head is null ? "" : $"確認票の{head.Size}件も、そのときのままです。")}（ルート {verdict.Root}）"
                : $"記録 {verdict.Entries}件のうち、{(verdict.FirstBad is { } first ? $"{first}番から" : "")}異常が見つかりました。");
            return verdict.IsWhole ? 0 : 1;
        });
        return command;
    }

    private static async Task<string?> KeptAsync(CommandContext context, string? given, CancellationToken cancel)
    {
        const int Longest = 10_000; // a checkpoint is short; a path to something else must not be read whole
        return given is not null && new FileInfo(context.FullPath(given)) is { Exists: true, Length: < Longest } file ? await File.ReadAllTextAsync(file.FullName, cancel) : given;
    }

    private static Command Export(CommandContext context)
    {
        var folder = new Argument<string>("DIR") { Description = "書き出し先（新しいフォルダ）" };
        var command = new Command("export", "記録を、外部の検証プログラムで読める形で書き出す") { folder };
        command.SetAction(async (parsed, cancel) =>
        {
            var result = await context.Services.GetRequiredService<ExportRecordHandler>().RunAsync(context.FullPath(parsed.GetValue(folder)!), context.Actor, cancel);
            if (!result.TryGet(out var export, out var problem))
            {
                return context.Output.Fail(problem);
            }

            context.Output.Result(export);
            context.Output.Line($"記録 {export.Entries}件を {export.Folder} に書き出しました。");
            context.Output.Line($"検証の方法: yakuba-verify dir {export.Folder} --key '{export.VerifierKey}'");
            return 0;
        });
        return command;
    }

    private static Command Prove(CommandContext context)
    {
        var id = new Argument<long>("ID") { Description = "記録の番号" };
        var command = new Command("prove", "ある記録が確かに含まれていることの証明を出力する") { id };
        command.SetAction(async (parsed, cancel) =>
        {
            var result = await context.Services.GetRequiredService<ProveEntryHandler>().RunAsync(parsed.GetValue(id), cancel);
            if (!result.TryGet(out var proof, out var problem))
            {
                return context.Output.Fail(problem);
            }

            var text = System.Text.Encoding.UTF8.GetString(proof);
            context.Output.Result(new { index = parsed.GetValue(id), proof = text });
            context.Output.Line(text.TrimEnd('\n'));
            return 0;
        });
        return command;
    }
}
