using System.CommandLine;
using System.Globalization;
using Yakuba.Platform.CommandLine;
using Yakuba.Text;

namespace Yakuba.Office.Evaluate;

/// <summary><c>yakuba eval retrieval</c>: ranks an evaluation set's documents for its queries. Reads no judgments.</summary>
internal static class EvalRetrieval
{
    private const int Top = 100;

    internal static Command Create(CommandContext context)
    {
        var docs = new Option<string>("--docs") { Required = true, Description = "文書（JSONL: id と本文の項目）" };
        var queries = new Option<string>("--queries") { Required = true, Description = "質問（JSONL: id, query）" };
        var run = new Option<string>("--run") { Required = true, Description = "結果を書くファイル（質問id、文書id、点数）" };
        var vectors = new Option<string>("--vectors") { Description = "文書と質問のベクトル（yakuba eval embed が書いたもの）。言葉とベクトルの両方で順位を付ける", DefaultValueFactory = _ => "" };
        var only = new Option<bool>("--only-vectors") { Description = "ベクトルだけで順位を付ける（比べるため）" };
        var without = new Option<string>("--without") { Description = "使わない工夫（meant, texts, bigrams, sounds, names, articles をコンマで区切る。効果を比べるため）", DefaultValueFactory = _ => "" };
        var command = new DatalessCommand("retrieval", "検索の順位を評価用に出力する") { docs, queries, run, vectors, only, without };
        command.SetAction(parsed =>
        {
            EvalVectors? read = null;
            if (!LeftOut.Parse(parsed.GetValue(without)!).TryGet(out var leftOut, out var problem)
                || (parsed.GetValue(vectors)! is { Length: > 0 } file && !EvalVectors.Read(context.FullPath(file)).TryGet(out read, out problem)))
            {
                return context.Output.Fail(problem);
            }

            string Path(Option<string> option) => context.FullPath(parsed.GetValue(option)!);
            return Run(context, Path(docs), Path(queries), Path(run), read, parsed.GetValue(only), leftOut);
        });
        return command;
    }

    private static int Run(CommandContext context, string docs, string queries, string run, EvalVectors? vectors, bool onlyVectors, LeftOut leftOut)
    {
        if (!Collection.Documents(docs).TryGet(out var documents, out var problem)
            || !Collection.Queries(queries).TryGet(out var asked, out problem))
        {
            return context.Output.Fail(problem);
        }

        using var lexicon = Lexicon.OpenInstalled();
        var analyser = new SearchAnalyser(lexicon);
        using var index = EvalIndex.Build(documents, analyser, leftOut);
        using var near = vectors is null ? null : EvalVectorIndex.Build(documents, vectors);
        var weight = near is null ? 0 : onlyVectors ? 1 : near.ExamWeight(documents, analyser);
        using var lines = new StreamWriter(run);
        var done = 0;
        foreach (var query in asked)
        {
            foreach (var (document, score) in Search(query).Where(h => documents[h.Document].Id != query.LeaveOut).Take(Top))
            {
                lines.Write($"{query.Id}\t{documents[document].Id}\t{score.ToString("R", CultureInfo.InvariantCulture)}\n");
            }

            context.Output.Progress(++done, asked.Count, "");
        }

        context.Output.Line($"{documents.Count}件の文書に{asked.Count}件の質問を行い、{run}に書きました。");
        if (near is not null && !onlyVectors)
        {
            context.Output.Line($"ベクトルの重みは{weight:0.##}（言葉は1）。文書自身の問いと答えから測りました。");
        }

        context.Output.Result(new { documents = documents.Count, queries = asked.Count, run, weight });
        return 0;

        IEnumerable<(int Document, double Score)> Search(EvalQuery query) => near is null
            ? index.Search(query.Text, Top + 1)
            : near.Search(query.Id, onlyVectors ? [] : index.Hits(query.Text, Top + 1), weight, Top + 1);
    }
}
