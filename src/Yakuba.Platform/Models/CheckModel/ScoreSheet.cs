namespace Yakuba.Platform.Models.CheckModel;

/// <summary>How one model did on the municipality's own questions.</summary>
/// <param name="Name">The model, or 生成AIなし.</param>
/// <param name="CheckedAt">When.</param>
/// <param name="Questions">Questions asked.</param>
/// <param name="Right">Answered rightly, or rightly refused.</param>
/// <param name="Wrong">Answered wrongly.</param>
/// <param name="Refused">Refused although the documents say.</param>
/// <param name="Removed">Sentences taken out because no document carries them.</param>
/// <param name="Malformed">Replies that did not keep to the form asked for.</param>
/// <param name="MedianSeconds">Median time of an answer, in seconds.</param>
/// <param name="TokensPerSecond">Speed of the model; 0 when unknown.</param>
public sealed record ScoreSheet(
    string Name, DateTimeOffset CheckedAt, int Questions, int Right, int Wrong, int Refused, int Removed, int Malformed, double MedianSeconds, double TokensPerSecond)
{
    /// <summary>What <see cref="Name"/> is on the sheet of the composer that quotes.</summary>
    public const string WithoutModel = "生成AIなし";

    /// <summary>Questions refused that are rightly refused; counted in <see cref="Right"/> too.</summary>
    public int RefusedRightly { get; init; }

    /// <summary>Answers that were quoted because the model failed, in whatever way.</summary>
    public int Failed { get; init; }

    /// <summary>The time below which 95 of 100 answers stay, in seconds.</summary>
    public double P95Seconds { get; init; }

    /// <summary>Hash of the questions: sheets with the same one can be compared.</summary>
    public string QuestionSet { get; init; } = "";

    /// <summary>Version of the prompt; empty without a model.</summary>
    public string Prompt { get; init; } = "";

    /// <summary>Ids of the questions answered wrongly, to look at.</summary>
    public IReadOnlyList<string> WrongIds { get; init; } = [];
}
