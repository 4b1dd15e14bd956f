namespace Yakuba.Office.Ask.Answering;

/// <summary>An answer as the API, <c>--json</c> and exports give it.</summary>
/// <param name="Id">Id of the answer.</param>
/// <param name="Status">Stable key of the status.</param>
/// <param name="Message">What the status means here.</param>
/// <param name="Sentences">Verified sentences.</param>
/// <param name="Citations">The evidence they name.</param>
/// <param name="Removed">Sentences that may not be said, with the reason. Empty for residents.</param>
/// <param name="NextSteps">What the asker can do now.</param>
/// <param name="AsOf">The day on which the answer holds.</param>
/// <param name="Composer"><c>extractive</c>, or the model's name.</param>
/// <param name="Record">Index of the result in the record.</param>
/// <param name="Confidence">0 to 1. Null for residents: it weighs words by all documents, so it would tell that a text exists which they may not read.</param>
public sealed record AnswerJson(
    string Id,
    string Status,
    string Message,
    IReadOnlyList<AnswerSentence> Sentences,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<RemovedSentence> Removed,
    IReadOnlyList<NextStep> NextSteps,
    DateOnly AsOf,
    string Composer,
    long Record,
    double? Confidence)
{
    /// <summary>What the attached model did; null when none was asked.</summary>
    public ModelUse? Model { get; init; }

    /// <summary>Where nothing was answered: questions near this one that an entry answers.</summary>
    public IReadOnlyList<string> Near { get; init; } = [];

    /// <summary>The question with its misspelt words mended (もしかして), to be asked again; empty when nothing is to be offered.</summary>
    public string Meant { get; init; } = "";

    /// <summary>The answer in this form.</summary>
    public static AnswerJson Of(Answer a) => new(
        a.Id, a.Status.ToKey(), a.Message, a.Sentences, a.Citations, a.Removed, a.NextSteps, a.AsOf, a.Composer, a.RecordIndex, Math.Round(a.Confidence, 3))
    {
        Model = a.Model,
        Near = a.Near,
    };
}
