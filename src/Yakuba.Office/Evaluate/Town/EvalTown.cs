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
        var today = TodayOption();
        var details = new Option<bool>("--details") { Description = "誤答と、答えられなかった質問を1件ずつ表示する" };
        var command = new Command("town", "自治体の質問集に答え、成績表を作る") { questions, split, today, details };
        command.SetAction(async (parsed, cancel) => Today(context, parsed.GetValue(today)!).TryGet(out var day, out var problem)
            ? await RunAsync(context, context.FullPath(parsed.GetValue(questions)!), parsed.GetValue(split)!, day, parsed.GetValue(details), cancel)
            : context.Output.Fail(problem));
        return command;
    }

    internal static Option<string> TodayOption() => new("--today") { Description = "質問の基準日（例: 2026-11-21、既定: 今日）", DefaultValueFactory = _ => "" };

    /// <summary>The base day that was typed; today for none.</summary>
    internal static Result<DateOnly> Today(CommandContext context, string typed) =>
        typed.Length == 0 ? context.Services.GetRequiredService<TimeProvider>().Today()
        : DateOnly.TryParseExact(typed, "yyyy-MM-dd", out var day) ? day
        : NotADay.With(typed);

    private static async Task<int> RunAsync(CommandContext context, string path, string split, DateOnly today, bool details, CancellationToken cancel)
    {
        if (!JudgedQuestion.Read(path).TryGet(out var all, out var problem))
        {
            return context.Output.Fail(problem);
        }

        var asked = all.Where(q => split.Length == 0 || q.Split == split).ToList();
        var run = TownRun.Of(context.Services);
        var answers = new List<JudgedAnswer>();
        foreach (var question in asked)
        {
            if (!(await run.AskAsync(question, today, context.Actor.RequestId, cancel)).TryGet(out var answer, out problem))
            {
                return context.Output.Fail(problem);
            }

            answers.Add(answer);
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
