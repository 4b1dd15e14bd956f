namespace Yakuba.Prose;

/// <summary>The rules that are code: those of one sentence, and those of a whole text.</summary>
internal static class CheckList
{
    internal static IReadOnlyList<Action<Sentence, ProseText, FindingList>> OfSentences { get; } =
    [
        ShapeChecks.Look,
        SumChecks.Look,
        RunChecks.Look,
    ];

    internal static IReadOnlyList<Action<IReadOnlyList<Sentence>, ProseText, FindingList>> OfTexts { get; } =
    [
        DateChecks.Look,
        ItemChecks.Look,
        ShapeChecks.Stops,
        EndingChecks.Look,
        VariantChecks.Look,
        LetterChecks.Look,
        ReferenceChecks.Look,
    ];
}
