using System.Text.Json.Serialization;
using Yakuba.Text;

namespace Yakuba.Office.Ask;

/// <summary>An answer: what may be said, each sentence tied to its evidence, and what was not said and why.</summary>
/// <param name="Id">Id of the answer and of its record.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Message">What the status means here, in a sentence for the asker.</param>
/// <param name="Sentences">Verified sentences, in order. Empty unless something was answered, or a document that is not in force is pointed to.</param>
/// <param name="Citations">The evidence that the sentences name, numbered from 1.</param>
/// <param name="Removed">Sentences that were composed and taken out, with the reason.</param>
/// <param name="NextSteps">What the asker can do now, best first.</param>
/// <param name="AsOf">The day on which the answer holds.</param>
/// <param name="Composer"><c>extractive</c>, or the model's name.</param>
/// <param name="RecordIndex">Index of the result's entry in the record; −1 when nothing was recorded because nothing was asked.</param>
/// <param name="Confidence">0 to 1: how sure the collection can answer this; calibrated on judged questions.</param>
public sealed record Answer(
    string Id,
    AnswerStatus Status,
    string Message,
    IReadOnlyList<AnswerSentence> Sentences,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<RemovedSentence> Removed,
    IReadOnlyList<NextStep> NextSteps,
    DateOnly AsOf,
    string Composer,
    long RecordIndex,
    double Confidence)
{
    /// <summary>Where nothing was answered: questions near this one that an entry answers, nearest first.</summary>
    public IReadOnlyList<string> Near { get; init; } = [];

    /// <summary>Versions whose words stand elsewhere than in cited sentences: in the message, the near questions, or what was taken out. Whoever may not read one of them any more is shown none of these.</summary>
    public IReadOnlyList<uint> Mentions { get; init; } = [];

    /// <summary>True for an answer of before <see cref="Mentions"/> were kept, when words of versions that nobody can name now may stand in it.</summary>
    [JsonIgnore]
    public bool HasUnknownMentions => Mentions.Count == 0 && (Near.Count > 0 || Removed.Count > 0);

    /// <summary>Key of why the attached embedding model had no part in the search: <c>too-slow</c>; empty when it had, or none is attached.</summary>
    public string WithoutVectors { get; init; } = "";

    /// <summary>What the attached model did; null when none was asked. When it failed, the sentences are quotations.</summary>
    public ModelUse? Model { get; init; }

    /// <summary>What to know of evidence that was recognised from pictures (認識文字), in a sentence; empty where none was.</summary>
    [JsonIgnore]
    public string Caution => Recognition(Citations);

    /// <summary>True when the sentences are quotations (原文) rather than a model's words.</summary>
    public bool IsQuotation => Composer == Extractive;

    /// <summary>The question of the FAQ entry whose answer is quoted, to be shown above it; empty where none is, or where it is what was asked.</summary>
    /// <param name="asked">The question that was asked.</param>
    public string EntryQuestion(string asked)
    {
        var entry = IsQuotation && Sentences.Count > 0 ? Citations.FirstOrDefault(c => c.Number == Sentences[0].Evidence[0])?.Question ?? "" : "";
        return NormalText.Of(entry).Value.Trim('?', ' ') == NormalText.Of(asked).Value.Trim('?', ' ') ? "" : entry;
    }

    internal static string Recognition(IReadOnlyList<Citation> citations) => citations.Any(c => c.IsRecognised)
        ? "画像から読み取った文字（認識文字）を根拠に含みます。氏名、数字、日付は原本で確かめてください。"
        : "";

    /// <summary>Name of the composer that quotes.</summary>
    public const string Extractive = "extractive";
}

/// <summary>A sentence that was verified.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Evidence">Numbers of its citations, at least one.</param>
public sealed record AnswerSentence(string Text, IReadOnlyList<int> Evidence);

/// <summary>A sentence that was composed and may not be said.</summary>
/// <param name="Text">The sentence. Shown to staff and auditors, never to residents.</param>
/// <param name="Reason">Why, in Japanese: 「金額「5,000円」が根拠にありません。」</param>
public sealed record RemovedSentence(string Text, string Reason);

/// <summary>What the asker can do now.</summary>
/// <param name="Text">In Japanese.</param>
/// <param name="Section">Code of the section to turn to, or empty.</param>
/// <param name="Name">Name of the section, as it was when the answer was given; or empty.</param>
/// <param name="Contact">Its telephone, window or mail; or empty.</param>
public sealed record NextStep(string Text, string Section, string Name = "", string Contact = "");
