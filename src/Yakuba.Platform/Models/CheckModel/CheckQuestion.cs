using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yakuba.Platform.Models.CheckModel;

/// <summary>A judged question: what is asked, and what a right answer is like. The same form as <c>samples/questions.jsonl</c>.</summary>
public sealed record CheckQuestion
{
    /// <summary>Name of the question on the score sheet.</summary>
    [JsonPropertyName("id")]
    public string Id { get; init; } = "";

    /// <summary>As people ask it.</summary>
    [JsonPropertyName("question")]
    public string Question { get; init; } = "";

    /// <summary>User name of who asks; empty for a resident.</summary>
    [JsonPropertyName("as")]
    public string As { get; init; } = "";

    /// <summary>The day asked about, <c>2026-11-21</c>; empty for today.</summary>
    [JsonPropertyName("on")]
    public string On { get; init; } = "";

    /// <summary>Key of the status that is right.</summary>
    [JsonPropertyName("expect")]
    public string Expect { get; init; } = "";

    /// <summary>Further statuses that are no mistake.</summary>
    [JsonPropertyName("accept")]
    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>Files, of which citing any one is right. Only the file's name counts.</summary>
    [JsonPropertyName("sources")]
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Files that must not be cited.</summary>
    [JsonPropertyName("never")]
    public IReadOnlyList<string> Never { get; init; } = [];

    /// <summary>What the answer must say; <c>|</c> separates forms that are equally right.</summary>
    [JsonPropertyName("must")]
    public IReadOnlyList<string> Must { get; init; } = [];

    /// <summary>Reads one question a line; blank lines are passed over.</summary>
    /// <returns>The questions; a problem that names the first line that is none.</returns>
    public static Result<CheckQuestion[]> ParseLines(string lines)
    {
        var questions = new List<CheckQuestion>();
        var number = 0;
        foreach (var line in lines.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (Parse(line) is not { Question.Length: > 0, Expect.Length: > 0 } question)
            {
                return ModelProblems.Questions.With($"{number}行目");
            }

            questions.Add(question.Id.Length > 0 ? question : question with { Id = $"{number}" });
        }

        return questions.Count > 0 ? questions.ToArray() : ModelProblems.NoQuestions;
    }

    private static CheckQuestion? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<CheckQuestion>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
