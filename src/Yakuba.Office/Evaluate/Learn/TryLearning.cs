using System.CommandLine;
using System.Globalization;
using Yakuba.Platform;
using Yakuba.Platform.CommandLine;
using Yakuba.Text;

namespace Yakuba.Office.Evaluate.Learn;

/// <summary><c>yakuba learn try</c>: ranks an evaluation set with what its judged questions teach, each question with what the others of the other parts teach.</summary>
internal static class TryLearning
{
    private const int Top = 100;

    private static readonly Problem CannotRead = new(
        "eval-cannot-read-judgments", 400, "判定のファイルを読み取れません。各行を「質問id、文書id、等級」のタブ区切りにしてください。");

    internal static Command Create(CommandContext context)
    {
        var docs = new Option<string>("--docs") { Required = true, Description = "文書（JSONL: id と本文の項目）" };
        var queries = new Option<string>("--queries") { Required = true, Description = "質問（JSONL: id, query）" };
        var judgments = new Option<string>("--judgments") { Required = true, Description = "判定（質問id、文書id、等級）。学習にだけ使い、順位を付ける質問のものは見ない" };
        var run = new Option<string>("--run") { Required = true, Description = "結果を書くファイル（質問id、文書id、点数）" };
        var vectors = new Option<string>("--vectors") { Description = "文書と質問のベクトル（yakuba eval embed が書いたもの）。聞き方の代わりに、ベクトルの重みを学ぶ", DefaultValueFactory = _ => "" };
        var command = new DatalessCommand("try", "評価用の質問で、学習の効果を交差検証で出力する") { docs, queries, judgments, run, vectors };
        command.SetAction(parsed => Run(
            context,
            context.FullPath(parsed.GetValue(docs)!),
            context.FullPath(parsed.GetValue(queries)!),
            context.FullPath(parsed.GetValue(judgments)!),
            context.FullPath(parsed.GetValue(run)!),
            parsed.GetValue(vectors)! is { Length: > 0 } file ? context.FullPath(file) : ""));
        return command;
    }

    private static int Run(CommandContext context, string docs, string queries, string judgments, string run, string vectors)
    {
        EvalVectors? read = null;
        if (!Collection.Documents(docs).TryGet(out var documents, out var problem)
            || !Collection.Queries(queries).TryGet(out var asked, out problem)
            || !Judgments(judgments).TryGet(out var judged, out problem)
            || (vectors.Length > 0 && !EvalVectors.Read(vectors).TryGet(out read, out problem)))
        {
            return context.Output.Fail(problem);
        }

        var places = documents.Select((d, i) => (d.Id, i)).ToDictionary(d => d.Id, d => d.i);
        using var lexicon = Lexicon.OpenInstalled();
        using var index = EvalIndex.Build(documents, new SearchAnalyser(lexicon));
        using var both = read is null ? null : TryWeights.Learn(documents, asked, judged, places, index, read, Top + 1);
        var known = Enumerable.Range(0, Folds.Count).Select(fold => index.Known(
            from q in asked where Folds.Of(q.Text) != fold from d in judged.GetValueOrDefault(q.Id, []) where places.ContainsKey(d) select (q.Text, places[d]))).ToArray();
        using var lines = new StreamWriter(run);
        var done = 0;
        foreach (var query in asked)
        {
            foreach (var (document, score) in (both?.Search(query, Top + 1) ?? index.Search(query.Text, Top + 1, known[Folds.Of(query.Text)])).Where(h => documents[h.Document].Id != query.LeaveOut).Take(Top))
            {
                lines.Write($"{query.Id}\t{documents[document].Id}\t{score.ToString("R", CultureInfo.InvariantCulture)}\n");
            }

            context.Output.Progress(++done, asked.Count, "");
        }

        context.Output.Line($"{asked.Count}件の質問を{Folds.Count}つに分け、それぞれ他の部分から学んだうえで順位を付け、{run}に書きました。");
        context.Output.Result(new { documents = documents.Count, queries = asked.Count, folds = Folds.Count, run });
        return 0;
    }

    private static Result<Dictionary<string, List<string>>> Judgments(string path)
    {
        try
        {
            var rows = File.ReadLines(path).Where(l => l.Length > 0).Select(l => l.Split('\t')).ToList();
            return rows.Any(r => r.Length < 3 || !int.TryParse(r[2], CultureInfo.InvariantCulture, out _))
                ? CannotRead.With(path)
                : rows.Where(r => int.Parse(r[2], CultureInfo.InvariantCulture) > 0).GroupBy(r => r[0]).ToDictionary(g => g.Key, g => g.Select(r => r[1]).ToList());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return CannotRead.With(path);
        }
    }
}
