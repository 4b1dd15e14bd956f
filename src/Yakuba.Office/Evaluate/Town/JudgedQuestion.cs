using System.Text.Json;
using Yakuba.Office.Ask;
using Yakuba.Platform;

namespace Yakuba.Office.Evaluate.Town;

/// <summary>A question with what a right answer is. The fields are those of samples/questions.md.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Question">As typed.</param>
/// <param name="As">User who asks; empty for a resident.</param>
/// <param name="On">The day asked about; null for the base day.</param>
/// <param name="Right">Statuses that are no mistake; the expected one first.</param>
/// <param name="Sources">File paths of which one must be cited when it is answered.</param>
/// <param name="Never">File paths that must not be cited.</param>
/// <param name="Must">What an answer must say; <c>|</c> parts forms that are equally right.</param>
/// <param name="Kind">Kind of question.</param>
/// <param name="Split"><c>dev</c> or <c>test</c>.</param>
internal sealed record JudgedQuestion(
    string Id,
    string Question,
    string As,
    DateOnly? On,
    IReadOnlyList<AnswerStatus> Right,
    IReadOnlyList<string> Sources,
    IReadOnlyList<string> Never,
    IReadOnlyList<string> Must,
    string Kind,
    string Split)
{
    private static readonly Problem CannotRead = new(
        "eval-cannot-read-questions", 400, "評価用のファイルを読み取れません。1行に1件のJSON（id, question, expect, kind, split …）になっているか、パスが正しいかを確認してください。");

    /// <summary>True when an answer is expected, or at least no mistake.</summary>
    internal bool MayBeAnswered => Right.Contains(AnswerStatus.Answered) || Right.Contains(AnswerStatus.PartlyAnswered);

    /// <summary>Reads a file of them.</summary>
    internal static Result<IReadOnlyList<JudgedQuestion>> Read(string path)
    {
        var questions = new List<JudgedQuestion>();
        try
        {
            foreach (var line in File.ReadLines(path).Where(l => l.Trim().Length > 0))
            {
                using var json = JsonDocument.Parse(line);
                questions.Add(Of(json.RootElement));
            }

            return questions;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return CannotRead.With($"{path} {questions.Count + 1}行目");
        }
    }

    private static JudgedQuestion Of(JsonElement line) => new(
        Text(line, "id"),
        Text(line, "question"),
        Text(line, "as"),
        Text(line, "on") is { Length: > 0 } on ? JapanTime.DateFromStore(on) : null,
        [.. List(line, "accept").Prepend(Text(line, "expect")).Select(s => AnswerStatuses.Parse(s) ?? throw new FormatException(s))],
        List(line, "sources"),
        List(line, "never"),
        List(line, "must"),
        Text(line, "kind"),
        Text(line, "split"));

    private static string Text(JsonElement line, string name) => line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static List<string> List(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => v.GetString()!)] : [];
}
