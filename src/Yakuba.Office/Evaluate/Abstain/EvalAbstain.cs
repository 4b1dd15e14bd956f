using System.CommandLine;
using System.Globalization;
using Yakuba.Office.Library.Wording;
using Yakuba.Platform;
using Yakuba.Platform.CommandLine;
using Yakuba.Text;

namespace Yakuba.Office.Evaluate.Abstain;

/// <summary><c>yakuba eval abstain</c>: how sure the product is that the documents answer each query, when documents are missing. Reads no judgments.</summary>
internal static class EvalAbstain
{
    private static readonly Problem CannotReadList = new("eval-cannot-read-removed", 400, "--without のファイルを読み取れません。1行に1件の文書idを書いたファイルを指定してください。");

    internal static Command Create(CommandContext context)
    {
        var docs = new Option<string>("--docs") { Required = true, Description = "文書（JSONL: id と本文の項目）" };
        var queries = new Option<string>("--queries") { Required = true, Description = "質問（JSONL: id, query）" };
        var without = new Option<string>("--without") { Required = true, Description = "除いておく文書のid（1行に1件）" };
        var to = new Option<string>("--out") { Required = true, Description = "結果を書くファイル（質問id、確信度）" };
        var command = new DatalessCommand("abstain", "文書が欠けているときの確信度を評価用に出力する") { docs, queries, without, to };
        command.SetAction(parsed => Run(
            context,
            context.FullPath(parsed.GetValue(docs)!),
            context.FullPath(parsed.GetValue(queries)!),
            context.FullPath(parsed.GetValue(without)!),
            context.FullPath(parsed.GetValue(to)!)));
        return command;
    }

    private static int Run(CommandContext context, string docs, string queries, string without, string to)
    {
        if (!Collection.Documents(docs).TryGet(out var documents, out var problem)
            || !Collection.Queries(queries).TryGet(out var asked, out problem)
            || !Removed(without).TryGet(out var removed, out problem))
        {
            return context.Output.Fail(problem);
        }

        using var lexicon = Lexicon.OpenInstalled();
        using var judge = new CollectionJudge([.. documents.Where(d => !removed.Contains(d.Id))], lexicon, ShippedWords.Meant);
        using var lines = new StreamWriter(to);
        var done = 0;
        foreach (var query in asked)
        {
            var chance = judge.Judge(query).Present;
            lines.Write($"{query.Id}\t{chance.ToString("F6", CultureInfo.InvariantCulture)}\n");
            context.Output.Progress(++done, asked.Count, "");
        }

        context.Output.Line($"{documents.Count}件から{removed.Count}件を除いた文書に{asked.Count}件の質問を行い、確信度を{to}に書きました。");
        context.Output.Result(new { documents = documents.Count, removed = removed.Count, queries = asked.Count, to });
        return 0;
    }

    private static Result<HashSet<string>> Removed(string path)
    {
        try
        {
            return File.ReadLines(path).Select(l => l.Trim()).Where(l => l.Length > 0).ToHashSet();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return CannotReadList.With(path);
        }
    }
}
