using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text.Json;
using Yakuba.Office.Library.Index.Vectors;
using Yakuba.Platform;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Models.Embedding;

namespace Yakuba.Office.Evaluate;

/// <summary>Vectors of an evaluation set's documents and queries, and <c>yakuba eval embed</c>, which asks an embedding server for them. One JSON object a line: kind, id, vector (base64 of binary32, little-endian).</summary>
/// <param name="Documents">By id.</param>
/// <param name="Queries">By id.</param>
/// <param name="ExamTexts">Texts of the exam from which the weight comes, by id of the document.</param>
/// <param name="ExamQuestions">Its questions, by id of the document.</param>
internal sealed record EvalVectors(
    IReadOnlyDictionary<string, float[]> Documents,
    IReadOnlyDictionary<string, float[]> Queries,
    IReadOnlyDictionary<string, float[]> ExamTexts,
    IReadOnlyDictionary<string, float[]> ExamQuestions)
{
    private const int MostCharacters = 600;

    private static readonly Problem CannotRead = new(
        "eval-cannot-read-vectors", 400, "ベクトルのファイルを読み取れません。yakuba eval embed で、同じ文書と質問から作り直してください。");

    internal static Command Create(CommandContext context)
    {
        var docs = new Option<string>("--docs") { Required = true, Description = "文書（JSONL: id と本文の項目）" };
        var queries = new Option<string>("--queries") { Required = true, Description = "質問（JSONL: id, query）" };
        var url = new Option<string>("--url") { Required = true, Description = "埋込みモデルのサーバ（この機械か庁内のもの）" };
        var name = new Option<string>("--model") { Description = "モデルの名前（省略すると、サーバが最初に挙げるもの）", DefaultValueFactory = _ => "" };
        var query = new Option<string>("--query-prefix") { Description = "質問の前に付ける文字", DefaultValueFactory = _ => "" };
        var passage = new Option<string>("--passage-prefix") { Description = "文書の前に付ける文字", DefaultValueFactory = _ => "" };
        var output = new Option<string>("--out") { Required = true, Description = "ベクトルを書くファイル" };
        var command = new DatalessCommand("embed", "評価用の文書と質問のベクトルを埋込みモデルに作らせる") { docs, queries, url, name, query, passage, output };
        command.SetAction(async (parsed, cancel) =>
        {
            if (!Collection.Documents(context.FullPath(parsed.GetValue(docs)!)).TryGet(out var documents, out var problem)
                || !Collection.Queries(context.FullPath(parsed.GetValue(queries)!)).TryGet(out var asked, out problem)
                || !(await UnattachedEmbedding.OpenAsync(parsed.GetValue(url)!, parsed.GetValue(name)!, cancel)).TryGet(out var server, out problem))
            {
                return context.Output.Fail(problem);
            }

            var exam = Exam(documents);
            using (server)
            {
                await using var lines = new StreamWriter(context.FullPath(parsed.GetValue(output)!));
                problem = await WriteAsync(server, lines, "document", documents.Select(d => (d.Id, parsed.GetValue(passage)! + Text(d))), cancel)
                    ?? await WriteAsync(server, lines, "query", asked.Select(q => (q.Id, parsed.GetValue(query)! + q.Text)), cancel)
                    ?? await WriteAsync(server, lines, "exam-text", exam.Select(e => (e.Id, parsed.GetValue(passage)! + e.Text)), cancel)
                    ?? await WriteAsync(server, lines, "exam-question", exam.Select(e => (e.Id, parsed.GetValue(query)! + e.Question)), cancel);
            }

            if (problem is not null)
            {
                return context.Output.Fail(problem);
            }

            context.Output.Line($"{documents.Count}件の文書と{asked.Count}件の質問のベクトルを書きました。");
            context.Output.Result(new { documents = documents.Count, queries = asked.Count });
            return 0;
        });
        return command;
    }

    /// <summary>The exam that a set's own documents give, as the library's passages would.</summary>
    internal static IReadOnlyList<ExamItem> Exam(IEnumerable<EvalDocument> documents) =>
        ExamItem.Sample(documents.Select(d => new ExamItem(d.Id, d.Question.Length > 0 ? d.Question : d.Title, d.Body)));

    internal static Result<EvalVectors> Read(string path)
    {
        Dictionary<string, Dictionary<string, float[]>> kinds = new() { ["document"] = [], ["query"] = [], ["exam-text"] = [], ["exam-question"] = [] };
        try
        {
            foreach (var line in File.ReadLines(path))
            {
                using var json = JsonDocument.Parse(line);
                var vector = MemoryMarshal.Cast<byte, float>(json.RootElement.GetProperty("vector").GetBytesFromBase64()).ToArray();
                kinds[json.RootElement.GetProperty("kind").GetString()!][json.RootElement.GetProperty("id").GetString()!] = vector;
            }

            return new EvalVectors(kinds["document"], kinds["query"], kinds["exam-text"], kinds["exam-question"]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return CannotRead.With(path);
        }
    }

    private static async Task<Problem?> WriteAsync(UnattachedEmbedding server, StreamWriter lines, string kind, IEnumerable<(string Id, string Text)> texts, CancellationToken cancel)
    {
        foreach (var batch in texts.Chunk(EmbeddingEndpoint.MostTexts))
        {
            if (!(await server.EmbedAsync([.. batch.Select(t => t.Text)], cancel)).TryGet(out var vectors, out var problem))
            {
                return problem;
            }

            foreach (var ((id, _), vector) in batch.Zip(vectors))
            {
                await lines.WriteAsync(JsonSerializer.Serialize(new { kind, id, vector = Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector)) }) + "\n");
            }
        }

        return null;
    }

    private static string Text(EvalDocument document)
    {
        var text = string.Join('\n', new[] { document.Title, document.Question, document.Body }.Where(part => part.Length > 0));
        return text.Length <= MostCharacters ? text : text[..MostCharacters];
    }
}
