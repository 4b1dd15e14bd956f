using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Ask;
using Yakuba.Office.Ask.Judge;
using Yakuba.Office.Evaluate.Town;
using Yakuba.Platform;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Evaluate.Learn.Decide;

/// <summary><c>yakuba learn decision</c>: fits the rules that decide whether a question is answered, and prints them beside those in use. It changes nothing: the rules are part of the program.</summary>
internal static class LearnDecision
{
    // Kept for reporting: what was fitted on it could no longer be measured by it.
    private const string HeldForReports = "test";

    private static readonly Problem TooFew = new("eval-decision-too-few", 409, "規則を求めるには、答えのある質問と、答えのない質問が、それぞれ20件以上必要です。質問集に足してください。");

    internal static Command Create(CommandContext context)
    {
        var questions = new Option<string>("--questions") { Required = true, Description = "質問と正解（JSONL、コンマで区切って複数）。split が test の質問は使わない" };
        var today = EvalTown.TodayOption();
        var command = new Command("decision", "回答するかどうかを決める規則の重みを質問集から求め、使用中のものと並べて表示する（変更はしない）") { questions, today };
        command.SetAction(async (parsed, cancel) => !EvalTown.Today(context, parsed.GetValue(today)!).TryGet(out var day, out var problem)
            ? context.Output.Fail(problem)
            : await RunAsync(context, [.. parsed.GetValue(questions)!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(context.FullPath)], day, cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, IReadOnlyList<string> paths, DateOnly today, CancellationToken cancel)
    {
        var asked = new List<JudgedQuestion>();
        foreach (var path in paths)
        {
            if (!JudgedQuestion.Read(path).TryGet(out var read, out var problem))
            {
                return context.Output.Fail(problem);
            }

            asked.AddRange(read.Where(q => q.Split != HeldForReports && q.Right[0] is AnswerStatus.Answered or AnswerStatus.NotInDocuments));
        }

        if (Math.Min(asked.Count(q => q.MayBeAnswered), asked.Count(q => !q.MayBeAnswered)) is var fewest and < 20)
        {
            return context.Output.Fail(TooFew.With($"{fewest}件"));
        }

        var (reader, cases) = (DecisionCases.Of(context.Services), new List<DecisionCase>());
        for (var i = 0; i < asked.Count; i++)
        {
            if (!(await reader.OfAsync(asked[i], today, cancel)).TryGet(out var made, out var problem))
            {
                return context.Output.Fail(problem);
            }

            cases.AddRange(made);
            context.Output.Progress(i + 1, asked.Count, "質問");
        }

        Print(context.Output, cases, DecisionFit.Of(cases));
        return 0;
    }

    private static void Print(CommandOutput output, IReadOnlyList<DecisionCase> cases, FittedDecision fitted)
    {
        output.Line($"質問 {cases.Count(c => !c.IsWithout)}件、答える箇所を除いて見たもの {cases.Count(c => c.IsWithout)}件。次の表は、{Folds.Count}つに分け、ほかの部分から求めた規則で判定した結果です（回答する見込み {Decision.Least} 以上で回答）。");
        output.Line();
        output.Line("種類   質問  答えあり  正答  誤答  AUC");
        foreach (var s in fitted.Sheets)
        {
            output.Line($"{s.Split,-5} {s.Questions,5} {s.Answerable,8} {s.Right,6} {s.Wrong,5}  {Text(s.Area, "0.000")}");
        }

        output.Line($"何かが答えるか: AUC {Text(fitted.PresenceArea, "0.000")}");
        output.Line();
        output.Line("規則の数値                 使用中   求めた値");
        (string Name, IReadOnlyList<string> Values, LogisticRule InUse, LogisticRule Fitted)[] rules =
        [
            ("Entry", Likeness.Names, Answerability.InUse.OfEntries, fitted.Units.OfEntries),
            ("Sentence", Likeness.Names, Answerability.InUse.OfSentences, fitted.Units.OfSentences),
            ("Decision", Decision.Names, Decision.InUse, fitted.Decision),
            ("Presence", [nameof(Presence.Written), nameof(Presence.Heard), nameof(Presence.Said)], Presence.InUse, fitted.Presence),
        ];
        foreach (var rule in rules)
        {
            Line(rule.Name, "Bias", rule.InUse.Bias, rule.Fitted.Bias);
            foreach (var (i, value) in rule.Values.Index().Where(v => rule.InUse.Weights[v.Index] != 0))
            {
                Line(rule.Name, value, rule.InUse.Weights[i], rule.Fitted.Weights[i]);
            }
        }

        output.Result(new { cases = cases.Count, sheets = fitted.Sheets, presenceArea = fitted.PresenceArea, rules = rules.Select(r => new { r.Name, r.InUse, r.Fitted }) });

        void Line(string rule, string value, double inUse, double found) => output.Line($"{rule + "." + value,-24} {Text(inUse, "0.00"),8} {Text(found, "0.00"),8}");
    }

    private static string Text(double number, string form) => number.ToString(form, CultureInfo.InvariantCulture);
}
