using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Evaluate.Learn;

/// <summary><c>yakuba learn undo</c>: goes back to the learning before.</summary>
internal static class UndoCommand
{
    internal static Command Create(CommandContext context)
    {
        var command = new Command("undo", "学習を1つ前に戻す");
        command.SetAction(async (_, cancel) => (await context.Services.GetRequiredService<LearnHandler>().UndoAsync(0, context.Actor, cancel)).Match(
            now =>
            {
                context.Output.Line(now == 0 ? "学習を取り消しました。学習前の検索に戻りました。" : $"学習を取り消しました。学習{now}を使います。");
                context.Output.Result(new { learning = now });
                return 0;
            },
            context.Output.Fail));
        return command;
    }
}
