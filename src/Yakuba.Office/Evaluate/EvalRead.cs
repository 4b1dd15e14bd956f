using System.CommandLine;
using Yakuba.Platform.CommandLine;
using Yakuba.Text;

namespace Yakuba.Office.Evaluate;

/// <summary><c>yakuba eval read</c>: the shortest answer to a question in a passage, by what was learned from the questions on other passages.</summary>
internal static class EvalRead
{
    private const int usualFolds = 10;

    internal static Command Create(CommandContext context)
    {
        var docs = new Option<string>("--docs") { Required = true, Description = "文書（JSONL: id と本文の項目）" };
        var queries = new Option<string>("--queries") { Required = true, Description = "質問（JSONL: id, query, doc, answers）" };
        var output = new Option<string>("--out") { Required = true, Description = "結果を書くファイル（質問id、答え）" };
        var folds = new Option<int>("--folds") { Description = "交差検証の分割数（既定: 10）", DefaultValueFactory = _ => usualFolds };
        var command = new DatalessCommand("read", "質問への最も短い答えを文書から抜き出す") { docs, queries, output, folds };
        command.SetAction(parsed => Run(
            context, context.FullPath(parsed.GetValue(docs)!), context.FullPath(parsed.GetValue(queries)!), context.FullPath(parsed.GetValue(output)!), parsed.GetValue(folds)));
        return command;
    }

    private static int Run(CommandContext context, string docs, string queries, string output, int folds)
    {
        if (!Collection.Documents(docs).TryGet(out var documents, out var problem) || !Collection.Readings(queries).TryGet(out var asked, out problem))
        {
            return context.Output.Fail(problem);
        }

        using var lexicon = Lexicon.OpenInstalled();
        if (!ReadLearning.Answer(asked, documents, folds, lexicon).TryGet(out var answers, out problem))
        {
            return context.Output.Fail(problem);
        }

        File.WriteAllLines(output, asked.Zip(answers, (question, answer) => $"{question.Id}\t{answer.ReplaceLineEndings(" ")}"));
        context.Output.Line($"{asked.Count}件の質問に答え、{output}に書きました。");
        context.Output.Result(new { queries = asked.Count, output });
        return 0;
    }
}
