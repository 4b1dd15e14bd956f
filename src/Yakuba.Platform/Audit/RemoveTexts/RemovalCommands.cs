using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Platform.Audit.RemoveTexts;

/// <summary><c>yakuba audit erase ID</c>, <c>yakuba audit dispose</c>, <c>yakuba audit removals</c>: the console asks; another person decides on the page.</summary>
internal static class RemovalCommands
{
    internal static IEnumerable<Command> Create(CommandContext context) => [Erase(context), Dispose(context), List(context)];

    private static Command Erase(CommandContext context)
    {
        var id = new Argument<long>("ID") { Description = "質問または回答の記録の番号" };
        var reason = ReasonOption();
        var command = new Command("erase", "1件の質問と回答の本文の消去を申し出る（監査の役割をもつ別の人が画面で承認すると消える）") { id, reason };
        command.SetAction(async (parsed, cancel) => Say(
            context, await context.Services.GetRequiredService<AskRemovalHandler>().ErasureAsync(parsed.GetValue(id), parsed.GetValue(reason), context.Actor, cancel)));
        return command;
    }

    private static Command Dispose(CommandContext context)
    {
        var reason = ReasonOption();
        var command = new Command("dispose", "保存期間を過ぎた本文すべての廃棄を申し出る（監査の役割をもつ別の人が画面で承認すると消える）") { reason };
        command.SetAction(async (parsed, cancel) => Say(
            context, await context.Services.GetRequiredService<AskRemovalHandler>().DisposalAsync(parsed.GetValue(reason), context.Actor, cancel)));
        return command;
    }

    private static Command List(CommandContext context)
    {
        var command = new Command("removals", "消去と廃棄の申出と、保存期間を過ぎた本文の数を見る");
        command.SetAction(async (_, cancel) =>
        {
            var (due, removals) = await context.Services.GetRequiredService<RemovalQuery>().ListAsync(cancel);
            context.Output.Result(new { due, removals });
            context.Output.Line(due is null ? "保存期間を過ぎた本文はありません。" : $"{due.LastDay.ToPeople()}までの本文 {due.Bodies}件が、保存期間（{due.Years}年）を過ぎています。");
            foreach (var removal in removals)
            {
                var state = removal.State switch { "done" => $"{removal.Bodies}件を消去", "refused" => "承認されませんでした", _ => "承認待ち" };
                context.Output.Line($"{removal.Number}番 {(removal.IsDisposal ? $"{removal.LastDay}までの廃棄" : $"記録 {removal.Entries} の消去")}: {state}（{removal.Reason}）");
            }

            return 0;
        });
        return command;
    }

    private static Option<string> ReasonOption() => new("--reason") { Description = "理由（400文字まで。記録に残る）", Required = true };

    private static int Say(CommandContext context, Result<Removal> result) => result.Match(
        removal =>
        {
            context.Output.Result(removal);
            context.Output.Line($"申出 {removal.Number}番を受け付けました。監査の役割をもつ別の人が、画面の「記録」→「消去と廃棄」で承認すると消えます。");
            return 0;
        },
        context.Output.Fail);
}
