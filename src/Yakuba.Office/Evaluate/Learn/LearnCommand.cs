using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Evaluate.Learn;

/// <summary><c>yakuba learn answers</c>: learns from what staff found helpful and from a file of judged questions.</summary>
internal static class LearnCommand
{
    internal static Command Create(CommandContext context)
    {
        var judgments = new Option<string>("--judgments") { Description = "質問とFAQの対応。CSV、TSV、Excelなら見出しは「質問」「FAQの質問」、JSONLなら question, entry", DefaultValueFactory = _ => "" };
        var command = new Command("answers", "役に立った回答から学び、よくなるときだけ検索に使う") { judgments };
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetValue(judgments)! is { Length: > 0 } file ? context.FullPath(file) : "";
            var learned = await context.Services.GetRequiredService<LearnHandler>().LearnAsync(
                path,
                context.Actor,
                (done, all) =>
                {
                    context.Output.Progress(done, all, "質問");
                    return Task.CompletedTask;
                },
                cancel);
            return learned.Match(
                done =>
                {
                    var (gain, number) = done;
                    context.Output.Line($"質問 {gain.Questions}件（答えの箇所 {gain.Places}か所）。学習に使わなかった質問での順位の良さ（nDCG@10）: {Score(gain.Without)} → {Score(gain.With)}");
                    if (number > 0 && gain.Weight is { } weight)
                    {
                        context.Output.Line($"ベクトルの重み（言葉は1）: {Weight(weight.Before)} → {Weight(weight.After)}{(gain.UsesWays ? "" : "。質問の聞き方からの学習は、よくならないため使いません")}");
                    }

                    context.Output.Line(number > 0
                        ? $"偶然だけでこの差が出る見込みは{Chance(gain.Chance)}です。学習{number}を検索に使います。取り消すには yakuba learn undo を実行してください。"
                        : gain.With > gain.Without
                            ? $"差は偶然でも起こり得る大きさです（偶然だけでこの差が出る見込み {Chance(gain.Chance)}。5%未満のときだけ使います）。検索には使いません。これまでの設定のままです。答えの分かっている質問を増やして、もう一度学習してください。"
                            : "よくならないため、検索には使いません。これまでの設定のままです。");
                    context.Output.Result(new { gain.Questions, gain.Places, gain.Without, gain.With, chance = Math.Round(gain.Chance, 4), ways = gain.UsesWays, vectorWeight = gain.Weight?.After, learning = number });
                    return 0;
                },
                context.Output.Fail);
        });
        return command;
    }

    internal static string Weight(double weight) => weight.ToString("0.##", CultureInfo.InvariantCulture);

    internal static string Chance(double chance) => chance < 0.01 ? "1%未満" : chance.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);

    internal static string Score(double score) => score.ToString("0.000", CultureInfo.InvariantCulture);
}
