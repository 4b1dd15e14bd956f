using System.CommandLine;
using System.Globalization;
using Yakuba.Office.Ask.Judge;
using Yakuba.Office.Library.Wording;
using Yakuba.Platform.CommandLine;
using Yakuba.Text;

namespace Yakuba.Office.Evaluate.Learn;

/// <summary><c>yakuba learn decision</c>: fits the weights of <see cref="Answerability"/> for FAQ entries on the folder of words and prints them.</summary>
internal static class LearnDecision
{
    private const double Penalty = 0.5;

    internal static Command Create(CommandContext context)
    {
        var words = new Option<string>("--words") { Required = true, Description = "言葉のフォルダー（words）" };
        var features = new Option<string>("--features") { Description = "判定の規則に使う数値を書くファイル", DefaultValueFactory = _ => "" };
        var command = new DatalessCommand("decision", "回答できるかどうかを判定する規則の重みを求める") { words, features };
        command.SetAction(parsed => Run(
            context, context.FullPath(parsed.GetValue(words)!), parsed.GetValue(features)! is { Length: > 0 } path ? context.FullPath(path) : ""));
        return command;
    }

    private static int Run(CommandContext context, string folder, string features)
    {
        if (!WordFiles.Read(folder).TryGet(out var files, out var problem))
        {
            return context.Output.Fail(problem);
        }

        using var lexicon = Lexicon.OpenInstalled();
        var cases = JudgedWays.Of(files, lexicon, collection => context.Output.Progress(0, 0, collection)).ToList();
        if (features.Length > 0)
        {
            File.WriteAllLines(features, cases.Select(Line));
        }

        var (bias, weights) = SignedLogistic.Fit([.. cases.Select(c => c.Likeness.Values)], [.. cases.Select(c => c.IsRight)], Likeness.Signs, Penalty);
        context.Output.Line(string.Join(", ", weights.Select(Short)));
        context.Output.Line(Short(bias));
        context.Output.Result(new { cases = cases.Count, questions = cases.Select(c => c.Question).Distinct().Count(), weights, bias });
        return 0;
    }

    private static string Line(JudgedWay c) => string.Join('\t', new[] { c.Collection, c.Question.ToString(CultureInfo.InvariantCulture), c.IsAnswerable ? "1" : "0", c.IsRight ? "1" : "0" }
        .Concat(c.Likeness.Values.Select(v => v.ToString("F4", CultureInfo.InvariantCulture))));

    private static string Short(double weight) => weight.ToString("0.00", CultureInfo.InvariantCulture);
}
