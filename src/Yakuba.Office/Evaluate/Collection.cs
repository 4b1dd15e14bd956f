using System.Text.Json;
using Yakuba.Platform;

namespace Yakuba.Office.Evaluate;

/// <summary>A document of an evaluation set.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Fields that name it: <c>title</c>, <c>law</c>, <c>article</c>, <c>item</c>, <c>case_name</c>.</param>
/// <param name="Question">Field <c>question</c>, or empty.</param>
/// <param name="Body">All other text fields, in order.</param>
internal sealed record EvalDocument(string Id, string Title, string Question, string Body);

/// <summary>A query of an evaluation set.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Field <c>query</c>.</param>
/// <param name="LeaveOut">Field <c>from</c>: a document that may not be among the answers, or empty.</param>
internal sealed record EvalQuery(string Id, string Text, string LeaveOut);

/// <summary>A pair of sentences of an evaluation set.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Premise">What is given.</param>
/// <param name="Hypothesis">What may follow from it.</param>
/// <param name="Label">Field <c>label</c>, or empty; read by cross-validation alone.</param>
internal sealed record EvalPair(string Id, string Premise, string Hypothesis, string Label);

/// <summary>A question of an evaluation set with the passage that answers it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Field <c>query</c>.</param>
/// <param name="Document">Field <c>doc</c>: id of the passage.</param>
/// <param name="Answers">Field <c>answers</c>: right answers; read by cross-validation alone.</param>
internal sealed record EvalReading(string Id, string Text, string Document, IReadOnlyList<string> Answers);

/// <summary>Reads evaluation sets: one JSON object a line.</summary>
internal static class Collection
{
    private static readonly HashSet<string> TitleFields = ["title", "law", "article", "item", "case_name"];
    private static readonly HashSet<string> IgnoredFields = ["id", "source", "url"];

    private static readonly Problem CannotRead = new(
        "eval-cannot-read", 400, "評価用のファイルを読み取れません。1行に1件のJSON（id と本文の項目）になっているか、パスが正しいかを確認してください。");

    internal static Result<IReadOnlyList<EvalDocument>> Documents(string path) => Read(path, line =>
    {
        var title = new List<string>();
        var body = new List<string>();
        var question = "";
        foreach (var field in line.EnumerateObject())
        {
            if (field.Value.ValueKind != JsonValueKind.String || IgnoredFields.Contains(field.Name))
            {
                continue;
            }

            var text = field.Value.GetString()!;
            if (field.Name == "question")
            {
                question = text;
            }
            else
            {
                (TitleFields.Contains(field.Name) ? title : body).Add(text);
            }
        }

        return new EvalDocument(line.GetProperty("id").GetString()!, string.Join(' ', title), question, string.Join('\n', body));
    });

    internal static Result<IReadOnlyList<EvalQuery>> Queries(string path) => Read(path, line => new EvalQuery(
        line.GetProperty("id").GetString()!,
        line.GetProperty("query").GetString()!,
        line.TryGetProperty("from", out var from) && from.ValueKind == JsonValueKind.String ? from.GetString()! : ""));

    internal static Result<IReadOnlyList<EvalPair>> Pairs(string path) => Read(path, line => new EvalPair(
        line.GetProperty("id").ToString(), line.GetProperty("s1").GetString()!, line.GetProperty("s2").GetString()!,
        line.TryGetProperty("label", out var label) ? label.GetString()! : ""));

    internal static Result<IReadOnlyList<EvalReading>> Readings(string path) => Read(path, line => new EvalReading(
        line.GetProperty("id").GetString()!,
        line.GetProperty("query").GetString()!,
        line.GetProperty("doc").GetString()!,
        line.GetProperty("answers").EnumerateArray().Select(answer => answer.GetString()!).ToArray()));

    private static Result<IReadOnlyList<T>> Read<T>(string path, Func<JsonElement, T> read)
    {
        var lines = new List<T>();
        try
        {
            foreach (var line in File.ReadLines(path))
            {
                if (line.Length > 0)
                {
                    using var json = JsonDocument.Parse(line);
                    lines.Add(read(json.RootElement));
                }
            }

            return lines;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return CannotRead.With($"{path} {lines.Count + 1}行目");
        }
    }
}
