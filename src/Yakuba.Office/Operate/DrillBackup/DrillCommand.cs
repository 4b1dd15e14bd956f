using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Operate.DrillBackup;

/// <summary><c>yakuba backup drill FILE</c>: the restore drill, with a report to print and file.</summary>
internal static class DrillCommand
{
    internal static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "yakuba backup で作ったファイル" };
        var command = new Command("drill", "バックアップを仮の場所に復元して確かめ、結果の報告を表示する（復元の訓練。運転中でもよい）") { file };
        command.SetAction(async (parsed, cancel) =>
        {
            var handler = context.Services.GetRequiredService<DrillHandler>();
            var result = await handler.HandleAsync(context.FullPath(parsed.GetValue(file)!), context.Actor, context.Output.Progress, cancel);
            return result.Match(drill => Say(context.Output, drill), context.Output.Fail);
        });
        return command;
    }

    private static int Say(CommandOutput output, Drill drill)
    {
        output.Result(new
        {
            drill.File, drill.MadeAt, drill.IsGood, Documents = Both(drill.Documents), Answers = Both(drill.Answers), People = Both(drill.People), drill.Passages,
            Entries = Both(drill.Entries), drill.IsBeginning, drill.Findings, Seconds = Math.Round(drill.Elapsed.TotalSeconds, 1),
        });
        output.Line("復元の訓練の報告");
        output.Line($"  バックアップ　　　: {drill.File}");
        output.Line($"  作った日時　　　　: {JapanTime.TimeFromStore(drill.MadeAt).ToPeople()}");
        output.Line($"  復元にかかった時間: {drill.Elapsed.TotalSeconds:N1}秒（検証を含む。索引 {drill.Passages:N0}箇所を作り直した）");
        output.Line($"  文書　　　　　　　: {Words(drill.Documents)}");
        output.Line($"  回答　　　　　　　: {Words(drill.Answers)}");
        output.Line($"  利用者　　　　　　: {Words(drill.People)}");
        output.Line($"  署名済みの記録　　: {Words(drill.Entries)}");
        output.Line($"  記録のつながり　　: {(drill.IsBeginning ? "いまの記録の始まりと一致する" : "いまの記録の始まりと一致しない")}");
        foreach (var finding in drill.Findings)
        {
            output.Line("  記録の異常　　　　: " + finding);
        }

        output.Line(drill.IsGood
            ? "このバックアップから運転を再開できます。バックアップより後のものは戻りません。"
            : "このバックアップからは、正しく再開できません。別のバックアップで訓練をやり直し、原因を確かめてください。");
        return drill.IsGood ? 0 : 1;
    }

    private static object Both((long Then, long Now) count) => new { count.Then, count.Now };

    private static string Words((long Then, long Now) count) => $"{count.Then:N0}件（いま {count.Now:N0}件）";
}
