using Yakuba.Office.Ask.Gate;
using Yakuba.Office.Ask.Verify;

namespace Yakuba.Office.Ask.Answering;

/// <summary>What has been said so far: verified sentences with citations numbered in order of first use.</summary>
/// <param name="gated">The evidence.</param>
/// <param name="withdrawn">What an earlier composer may not say; kept for the record, and no part of this answer.</param>
internal sealed class Said(Gated gated, IReadOnlyList<RemovedSentence> withdrawn)
{
    private readonly List<AnswerSentence> _sentences = [];
    private readonly List<Citation> _citations = [];
    private readonly List<RemovedSentence> _removed = [];
    private readonly Dictionary<int, int> _numbers = [];

    internal IReadOnlyList<AnswerSentence> Sentences => _sentences;

    internal IReadOnlyList<Citation> Citations => _citations;

    internal IReadOnlyList<RemovedSentence> Removed => [.. withdrawn, .. _removed];

    internal AnswerStatus Status => _sentences.Count == 0 ? AnswerStatus.NotInDocuments
        : _removed.Count > 0 ? AnswerStatus.PartlyAnswered
        : AnswerStatus.Answered;

    internal string Message => Status switch
    {
        AnswerStatus.NotInDocuments => "文書の内容から確かめられる回答を作れませんでした。",
        AnswerStatus.PartlyAnswered => "文書で確かめられた部分だけを回答しています。",
        _ => "文書の内容に基づく回答です。",
    } + Answer.Recognition(_citations);

    /// <returns>The sentence under the answer's own numbers, if it may be said.</returns>
    internal AnswerSentence? Take(Verified verified)
    {
        if (verified.Kept is not { } kept)
        {
            _removed.Add(verified.Removed!);
            return null;
        }

        var sentence = kept with { Evidence = [.. kept.Evidence.Select(NumberOf)] };
        _sentences.Add(sentence);
        return sentence;
    }

    private int NumberOf(int evidence)
    {
        if (!_numbers.TryGetValue(evidence, out var number))
        {
            number = _citations.Count + 1;
            _numbers[evidence] = number;
            _citations.Add(Citation.Of(number, gated.Evidence[evidence - 1]));
        }

        return number;
    }
}
