using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Platform.Audit.Replay;

/// <summary><c>yakuba audit replay ID</c>.</summary>
internal static class ReplayCommand
{
    internal static Command Create(CommandContext context)
    {
        var id = new Argument<long>("ID") { Description = "質問または回答の記録の番号" };
        var reason = new Option<string>("--reason") { Description = "本文を開く理由（400文字まで。記録に残る）", Required = true };
        var command = new Command("replay", "質問した人が見たものを示し、同じ検索をもう一度行って、根拠が今もあるかを確かめる") { id, reason };
        command.SetAction(async (parsed, cancel) =>
        {
            var result = await context.Services.GetRequiredService<ReplayHandler>().HandleAsync(parsed.GetValue(id), parsed.GetValue(reason), context.Actor, cancel);
            return result.Match(replayed => Say(context.Output, replayed), context.Output.Fail);
        });
        return command;
    }

    private static int Say(CommandOutput output, ReplayedAnswer replayed)
    {
        output.Result(replayed);
        output.Line($"記録 {replayed.Result}番の回答（{replayed.At.ToPeople()}）");
        output.Line($"質問: {Text(replayed.Question)}");
        output.Line($"回答: {Text(replayed.Answer)}");
        for (var i = 0; i < replayed.Search.Then.Count; i++)
        {
            var passage = replayed.Search.Then[i];
            var state = passage.State switch { "same" => "文はそのときのまま", "changed" => "文がそのときと違う", _ => "いまはない" };
            var now = replayed.Search.NotSearched.Length > 0 ? "" : passage.RankNow > 0 ? $"、いまの検索で{passage.RankNow}番目" : "、いまの検索では見つからない";
            output.Line($"根拠{i + 1}: {passage.Title}（{passage.Id}）… {state}{now}");
        }

        output.Line(replayed.Search.NotSearched.Length > 0 ? replayed.Search.NotSearched
            : replayed.Search.OnlyNow.Count > 0 ? $"いまの検索で、上の根拠より前に見つかるもの: {string.Join("、", replayed.Search.OnlyNow)}"
            : "いまの検索で、上の根拠より前に見つかる別の文はありません。");
        output.Line("文書と権限はいまのものです。そのときの順番と違うことがあります。");
        return 0;
    }

    private static string Text(string text) => text.Length > 0 ? text : "（消去されています）";
}
