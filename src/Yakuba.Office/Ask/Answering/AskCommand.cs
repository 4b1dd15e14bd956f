using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Ask.Answering;

/// <summary><c>yakuba ask "質問"</c>: a verified, recorded answer with its citations.</summary>
internal static class AskCommand
{
    internal static Command Create(CommandContext context)
    {
        var question = new Argument<string>("質問") { Description = "知りたいこと。「」で囲んだ言葉を、そのまま含む文書を優先する" };
        var user = new Option<string>("--as") { Description = "この利用者として質問する（指定しないときは住民として）", DefaultValueFactory = _ => "" };
        var on = new Option<string>("--on") { Description = "この日の内容を答える（例: 2026-04-01、既定: 今日）", DefaultValueFactory = _ => "" };
        var command = new Command("ask", "質問に、根拠を示して答える") { question, user, on };
        command.SetAction((parsed, cancel) => RunAsync(context, parsed.GetValue(question)!, parsed.GetValue(user)!, parsed.GetValue(on)!, cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string text, string user, string on, CancellationToken cancel)
    {
        DateOnly? day = null;
        if (on.Length > 0)
        {
            if (!DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
            {
                return context.Output.Fail(AskProblems.NotADay.With(on));
            }

            day = parsed;
        }

        if (!(await Asker.FindAsync(context, user, cancel)).TryGet(out var reader, out var problem))
        {
            return context.Output.Fail(problem);
        }

        var actor = user.Length == 0 ? context.Actor : reader.ToActor(context.Actor.RequestId);
        var result = await context.Services.GetRequiredService<AskPipeline>().AnswerAsync(new Question(text, day), reader, actor, _ => Task.CompletedTask, cancel);
        if (!result.TryGet(out var answer, out problem))
        {
            return context.Output.Fail(problem);
        }

        var meant = await context.Services.GetRequiredService<MeantSpelling>().OfAsync(text, answer, reader, cancel);
        context.Output.Result(AnswerJson.Of(answer) with { Meant = meant });
        if (meant.Length > 0)
        {
            context.Output.Line($"もしかして: {meant}");
        }

        Print(context.Output, answer, answer.EntryQuestion(text));
        return 0;
    }

    private static void Print(CommandOutput output, Answer answer, string entry)
    {
        output.Line($"【{answer.Status.ToName()}】{answer.Message}");
        if (answer.Sentences.Count > 0)
        {
            output.Line();
            if (entry.Length > 0)
            {
                output.Line($"  次の質問への回答です: {entry}");
            }

            foreach (var sentence in answer.Sentences)
            {
                output.Line($"  {sentence.Text} {string.Concat(sentence.Evidence.Select(n => $"[{n}]"))}");
            }
        }

        if (answer.Citations.Count > 0)
        {
            output.Line();
            output.Line(answer.IsQuotation ? "根拠（回答は原文の引用です）" : "根拠");
            foreach (var c in answer.Citations)
            {
                output.Line($"  [{c.Number}] {c.Title} {c.Place}（{c.Label}{(c.State == "公開" ? "" : "・" + c.State)}）");
            }
        }

        foreach (var removed in answer.Removed)
        {
            output.Line($"  除いた文: {removed.Text} — {removed.Reason}");
        }

        foreach (var near in answer.Near)
        {
            output.Line($"  こちらの質問でしょうか: {near}");
        }

        foreach (var step in answer.NextSteps)
        {
            output.Line($"  次にできること: {step.Text}{(step.Name.Length > 0 ? $"（{step.Name} {step.Contact}）" : "")}");
        }

        output.Line();
        output.Line($"{answer.AsOf.ToPeople()}時点の内容。記録番号 {answer.RecordIndex}");
    }
}
