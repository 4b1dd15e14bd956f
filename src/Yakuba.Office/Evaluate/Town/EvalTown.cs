using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Ask;
using Yakuba.Platform;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Evaluate.Town;

/// <summary><c>yakuba eval town</c>: asks a municipality's own judged questions and prints a score sheet.</summary>
internal static class EvalTown
{
    private static readonly Problem NotADay = new("eval-not-a-day", 400, "--today には日付を 2026-11-21 の形で指定してください。");

    internal static Command Create(CommandContext context)
    {
        var questions = new Option<string>("--questions") { Required = true, Description = "質問と正解（JSONL）" };
        var split = new Option<string>("--split") { Description = "dev または test の質問だけにする（既定: すべて）", DefaultValueFactory = _ => "" };
        var today = new Option<string>("--today") { Description = "質問の基準日（例: 2026-11-21、既定: 今日）", DefaultValueFactory = _ => "" };
        var features = new Option<string>("--features") { Description = "判定の規則に使う数値を書くファイル", DefaultValueFactory = _ => "" };
        var details = new Option<bool>("--details") { Description = "誤答と、答えられなかった質問を1件ずつ表示する" };
        var command = new Command("town", "自治体の質問集に答え、成績表を作る") { questions, split, today, features, details };
        command.SetAction(async (parsed, cancel) =>
        {
            var day = parsed.GetValue(today)!;
            if (day.Length > 0 && !DateOnly.TryParseExact(day, "yyyy-MM-dd", out _))
            {
                return context.Output.Fail(NotADay.With(day));
            }

            var on = day.Length > 0 ? JapanTime.DateFromStore(day) : context.Services.GetRequiredService<TimeProvider>().Today();
            var file = parsed.GetValue(features)! is { Length: > 0 } path ? context.FullPath(path) : "";
            return await RunAsync(context, context.FullPath(parsed.GetValue(questions)!), parsed.GetValue(split)!, on, file, parsed.GetValue(details), cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string path, string split, DateOnly today, string features, bool details, CancellationToken cancel)
    {
        if (!JudgedQuestion.Read(path).TryGet(out var all, out var problem))
        {
            return context.Output.Fail(problem);
        }

        var asked = all.Where(q => split.Length == 0 || q.Split == split).ToList();
        var run = TownRun.Of(context.Services);
        var answers = new List<JudgedAnswer>();
        await using var lines = features.Length > 0 ? new StreamWriter(features) : null;
        foreach (var question in asked)
        {
            if (!(await run.AskAsync(question, today, context.Actor.RequestId, cancel)).TryGet(out var answer, out problem))
            {
                return context.Output.Fail(problem);
            }

            answers.Add(answer);
            if (lines is not null)
            {
                await new FeatureFile(context.Services, run).WriteAsync(question, today, lines, cancel);
            }

            context.Output.Progress(answers.Count, asked.Count, "");
        }

        var sheet = ScoreSheet.Of(answers);
        context.Output.Result(new { sheet, answers = answers.Select(a => new { a.Question.Id, a.Verdict, status = a.Answer.Status.ToKey(), a.Files, a.Milliseconds }) });
        if (details)
        {
            PrintDetails(context.Output, answers);
        }

        sheet.Print(context.Output);
        return 0;
    }

    private static void PrintDetails(CommandOutput output, IEnumerable<JudgedAnswer> answers)
    {
        foreach (var a in answers.Where(a => a.Verdict is Verdict.Wrong or Verdict.RefusedWrongly).OrderBy(a => a.Verdict))
        {
            output.Line($"{(a.Verdict == Verdict.Wrong ? "誤答" : "答えず")} {a.Question.Id} {a.Question.Question}");
            output.Line($"   {a.Answer.Status.ToName()} {a.Answer.Confidence:F2} {string.Join("、", a.Files)} {a.Answer.Message}");
            output.Line($"   {string.Concat(a.Answer.Sentences.Select(s => s.Text))}{string.Concat(a.Answer.Removed.Select(r => $"［除いた文 {r.Text} {r.Reason}］"))}");
            output.Line($"   正解 {string.Join("、", a.Question.Must)} {string.Join("、", a.Question.Sources)}");
        }

        output.Line();
    }
}
