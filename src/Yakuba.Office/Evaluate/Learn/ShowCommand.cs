using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Evaluate.Learn;

/// <summary><c>yakuba learn show</c>: lists the learnings.</summary>
internal static class ShowCommand
{
    internal static Command Create(CommandContext context)
    {
        var command = new Command("show", "これまでの学習と効果を表示する");
        command.SetAction(async (_, cancel) =>
        {
            await using var read = await context.Services.GetRequiredService<Database>().ReadAsync(cancel);
            var all = await LearningStore.ListAsync(read, cancel);
            context.Output.Line(all.Count == 0 ? "まだ学習していません。yakuba learn answers で始めます。" : "番号  日時                      質問  学習前   学習後   ベクトルの重み  偶然の見込み");
            foreach (var l in all)
            {
                context.Output.Line($"{l.number,4}  {l.made_at}  {l.questions,4}  {LearnCommand.Score(l.score_without / 10_000.0)}    {LearnCommand.Score(l.score_with / 10_000.0)}    {(l.vector_weight < 0 ? "–" : LearnCommand.Weight(l.vector_weight / 1000.0)),-4}            {(l.chance < 0 ? "–" : LearnCommand.Chance(l.chance / 10_000.0))}{(l.active == 1 ? "  使用中" : l.undone == 1 ? "  取消し済み" : "")}");
            }

            context.Output.Result(all.Select(l => new { l.number, l.made_at, l.questions, without = l.score_without / 10_000.0, with = l.score_with / 10_000.0, active = l.active == 1, undone = l.undone == 1, vectorWeight = l.vector_weight < 0 ? (double?)null : l.vector_weight / 1000.0, chance = l.chance < 0 ? (double?)null : l.chance / 10_000.0 }));
            return 0;
        });
        return command;
    }
}
