using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Models.AttachModel;
using Yakuba.Platform.Models.CheckModel;
using Yakuba.Platform.Models.Embedding;
using Yakuba.Platform.Models.Endpoint;

namespace Yakuba.Platform.Models;

/// <summary><c>yakuba model use URL|check|off|show</c> and <c>yakuba model embed …</c>.</summary>
internal static class ModelCommands
{
    internal static Command Create(CommandContext context) => new("model", "言語モデルをつなぐ、試す、切り離す") { Use(context), Check(context), Off(context), Show(context), EmbeddingCommands.Create(context) };

    private static Command Use(CommandContext context)
    {
        var url = new Argument<string>("URL") { Description = "庁内のモデルサーバ（OpenAI互換）。例: http://127.0.0.1:8080/v1" };
        var name = new Option<string>("--model") { Description = "モデルの名前（省略すると、サーバが最初に挙げるもの）", DefaultValueFactory = _ => "" };
        var secret = new Option<bool>("--key-stdin") { Description = "接続の鍵を標準入力の1行目から読む" };
        var command = new Command("use", "モデルサーバにつなぐ") { url, name, secret };
        command.SetAction(async (parsed, cancel) =>
        {
            var key = parsed.GetValue(secret) ? await context.Input.ReadLineAsync(cancel) ?? "" : "";
            var used = await context.Services.GetRequiredService<AttachModelHandler>()
                .UseAsync(new UseModel(parsed.GetValue(url)!, parsed.GetValue(name)!, key), context.Actor, cancel);
            return used.Match(
                model =>
                {
                    context.Output.Line($"つなぎました: {model.Name}（{model.Url}）");
                    context.Output.Line("信頼する前に yakuba model check で、自分の市町村の質問で試してください。");
                    context.Output.Result(ModelView.Of(model, false));
                    return 0;
                },
                context.Output.Fail);
        });
        return command;
    }

    private static Command Off(CommandContext context)
    {
        var command = new Command("off", "モデルを切り離す（文書の原文で回答する）");
        command.SetAction(async (_, cancel) => (await context.Services.GetRequiredService<AttachModelHandler>().OffAsync(context.Actor, cancel)).Match(
            _ =>
            {
                context.Output.Line("切り離しました。文書の原文で回答します。");
                context.Output.Result(ModelView.Of(null, false));
                return 0;
            },
            context.Output.Fail));
        return command;
    }

    private static Command Show(CommandContext context)
    {
        var command = new Command("show", "つないだモデルを表示する");
        command.SetAction(async (_, cancel) =>
        {
            var endpoint = context.Services.GetRequiredService<ModelEndpoint>();
            var model = await endpoint.FindAsync(cancel);
            context.Output.Line(model is null ? "モデルはつながれていません。文書の原文で回答しています。" : $"{model.Name}（{model.Url}、{model.MostSecret.ToName()}まで）");
            context.Output.Result(ModelView.Of(model, model is not null && endpoint.IsResting(model)));
            return 0;
        });
        return command;
    }

    private static Command Check(CommandContext context)
    {
        var file = new Option<string>("--questions") { Description = "質問の一覧（JSON Lines）。省略すると、公開しているFAQから作る", DefaultValueFactory = _ => "" };
        var most = new Option<int>("--most") { Description = "質問の数の上限（1〜2000、既定: 60。一覧を指定したときは2000）", DefaultValueFactory = _ => 0 };
        var command = new Command("check", "自分の市町村の質問で試し、成績表を表示する") { file, most };
        command.SetAction((parsed, cancel) => CheckAsync(context, parsed.GetValue(file)!, parsed.GetValue(most), cancel));
        return command;
    }

    private static async Task<int> CheckAsync(CommandContext context, string file, int most, CancellationToken cancel)
    {
        var questions = "";
        if (file.Length > 0)
        {
            var path = context.FullPath(file);
            if (!File.Exists(path))
            {
                return context.Output.Fail(ModelProblems.Questions.With(file));
            }

            questions = await File.ReadAllTextAsync(path, cancel);
        }

        var limit = most > 0 ? Math.Min(most, 2_000) : file.Length > 0 ? 2_000 : CheckModelInput.OwnFaq.Most;
        var started = await context.Services.GetRequiredService<CheckModelHandler>().StartAsync(new CheckModelInput(questions, limit), context.Actor, cancel);
        if (!started.TryGet(out var job, out var problem))
        {
            return context.Output.Fail(problem);
        }

        var status = await context.Services.GetRequiredService<JobRunner>().RunHereAsync(job, p => context.Output.Progress(p.Done, p.All, p.Note), cancel);
        if (status.State != "done")
        {
            return context.Output.Fail(status.State == "failed" ? ModelProblems.CheckFailed.With(status.Problem) : ModelProblems.CheckCancelled);
        }

        var made = JsonSerializer.Deserialize<ScoreSheet[]>(status.Output)!;
        var kept = await context.Services.GetRequiredService<ScoreSheets>().ListAsync(100, cancel);
        var beside = kept.Where(s => s.QuestionSet == made[0].QuestionSet).DistinctBy(s => s.Name).ToList();
        context.Output.Result(new { sheets = made, beside });
        ScoreSheetText.Print(context.Output, beside);
        return 0;
    }
}
