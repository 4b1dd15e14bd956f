using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Platform.Models.Embedding;

/// <summary><c>yakuba model embed use URL|check|off|show</c>.</summary>
internal static class EmbeddingCommands
{
    internal static Command Create(CommandContext context) =>
        new("embed", "埋込みモデル（意味の近さで探す）をつなぐ、試す、切り離す") { Use(context), Check(context), Off(context), Show(context) };

    private static Command Use(CommandContext context)
    {
        var url = new Argument<string>("URL") { Description = "庁内のモデルサーバ（OpenAI互換）。例: http://127.0.0.1:8081/v1" };
        var name = new Option<string>("--model") { Description = "モデルの名前（省略すると、サーバが最初に挙げるもの）", DefaultValueFactory = _ => "" };
        var query = new Option<string>("--query-prefix") { Description = "質問の前に付ける文字。例: \"query: \"", DefaultValueFactory = _ => "" };
        var passage = new Option<string>("--passage-prefix") { Description = "文書の前に付ける文字。例: \"passage: \"", DefaultValueFactory = _ => "" };
        var secret = new Option<bool>("--key-stdin") { Description = "接続の鍵を標準入力の1行目から読む" };
        var command = new Command("use", "埋込みモデルのサーバにつなぐ") { url, name, query, passage, secret };
        command.SetAction(async (parsed, cancel) =>
        {
            var key = parsed.GetValue(secret) ? await context.Input.ReadLineAsync(cancel) ?? "" : "";
            var request = new UseEmbedding(parsed.GetValue(url)!, parsed.GetValue(name)!, key, parsed.GetValue(query)!, parsed.GetValue(passage)!);
            return (await context.Services.GetRequiredService<AttachEmbeddingHandler>().UseAsync(request, context.Actor, cancel)).Match(
                embedding =>
                {
                    context.Output.Line($"つなぎました: {embedding.Server.Name}（{embedding.Server.Url}、{embedding.Dimension}次元）");
                    context.Output.Line("文書のベクトルは、サーバの稼働中に順に作ります。すぐに作るには yakuba index vectors を実行してください。");
                    context.Output.Result(EmbeddingView.Of(embedding, false));
                    return 0;
                },
                context.Output.Fail);
        });
        return command;
    }

    private static Command Off(CommandContext context)
    {
        var command = new Command("off", "埋込みモデルを切り離す（言葉だけで検索する）");
        command.SetAction(async (_, cancel) => (await context.Services.GetRequiredService<AttachEmbeddingHandler>().OffAsync(context.Actor, cancel)).Match(
            _ =>
            {
                context.Output.Line("切り離しました。言葉だけで検索します。作ったベクトルは残り、同じモデルをつなぎ直すとすぐに使えます。");
                context.Output.Result(EmbeddingView.Of(null, false));
                return 0;
            },
            context.Output.Fail));
        return command;
    }

    private static Command Show(CommandContext context)
    {
        var command = new Command("show", "つないだ埋込みモデルを表示する");
        command.SetAction(async (_, cancel) =>
        {
            var (embedding, isResting, progress) = await context.Services.GetRequiredService<EmbeddingPageModels>().MakeAsync(cancel);
            if (embedding is null)
            {
                context.Output.Line("埋込みモデルはつながれていません。言葉だけで検索しています。つなぐには yakuba model embed use URL を実行してください。");
            }
            else
            {
                context.Output.Line($"{embedding.Server.Name}（{embedding.Server.Url}、{embedding.Dimension}次元）{(isResting ? "。失敗が続いたため、しばらく使わず言葉だけで探しています" : "")}");
            }

            Tell(context.Output, progress);
            context.Output.Result(EmbeddingView.Of(embedding, isResting) with { Progress = progress });
            return 0;
        });
        return command;
    }

    private static void Tell(CommandOutput output, EmbeddingProgress? progress)
    {
        if (progress is null)
        {
            return;
        }

        var held = progress.Held > 0 ? $"。ほかに、モデルに渡せない区分のもの {progress.Held:N0}件" : "";
        output.Line($"ベクトル: 検索単位 {progress.Passages:N0}件のうち {progress.WithVectors:N0}件{(progress.IsMaking ? "（作成中）" : "")}{held}");
        if (progress.Trouble.Length > 0)
        {
            output.Line($"前回の作成: {progress.Trouble}");
        }

        output.Line($"重み: {EmbeddingReasons.Weight(progress.Weight)}（言葉は1）。{EmbeddingReasons.Why(progress, Words.Japanese)}");
        if (progress.Exam is { Questions: >= 30 } exam)
        {
            output.Line(EmbeddingReasons.Outcome(exam, Words.Japanese) + "。");
        }
    }

    private static Command Check(CommandContext context)
    {
        var command = new Command("check", "短い文で試し、意味の近い文が近くなるかと速さを表示する");
        command.SetAction(async (_, cancel) => (await context.Services.GetRequiredService<CheckEmbeddingHandler>().RunAsync(cancel)).Match(
            check =>
            {
                context.Output.Line($"{check.Name}（{check.Dimension}次元）: {check.Questions}問のうち{check.Right}問で、対になる文が最も近くなりました。");
                context.Output.Line($"質問1つ {check.QuestionMilliseconds:F0}ミリ秒（中央値）、文書{check.Questions}件 {check.PassagesMilliseconds:F0}ミリ秒。{(check.IsStable ? "" : "同じ文に違うベクトルが返りました。")}");
                if (check.Right < check.Questions - 1 || !check.IsStable)
                {
                    context.Output.Line("このモデルや、前に付ける文字（--query-prefix、--passage-prefix）が合っているかを確認してください。");
                }

                context.Output.Result(check);
                return 0;
            },
            context.Output.Fail));
        return command;
    }
}

/// <summary>The attached embedding model as commands tell it. The key itself is never given out.</summary>
internal sealed record EmbeddingView(bool Attached, string Url, string Name, int Dimension, string QueryPrefix, string PassagePrefix, bool WithKey, bool Resting)
{
    /// <summary>How far its vectors are; null where that was not asked.</summary>
    public EmbeddingProgress? Progress { get; init; }

    internal static EmbeddingView Of(AttachedEmbedding? embedding, bool resting) => embedding is null
        ? new(false, "", "", 0, "", "", false, false)
        : new(true, embedding.Server.Url.AbsoluteUri, embedding.Server.Name, embedding.Dimension, embedding.QueryPrefix, embedding.PassagePrefix, embedding.Server.Key.Length > 0, resting);
}
