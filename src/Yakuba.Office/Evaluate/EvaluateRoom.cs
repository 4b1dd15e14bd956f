using System.CommandLine;
using Yakuba.Office.Evaluate.Abstain;
using Yakuba.Office.Evaluate.Learn;
using Yakuba.Office.Evaluate.Town;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Evaluate;

/// <summary>The room of figures: how well search and answers do on judged questions.</summary>
public static class EvaluateRoom
{
    /// <summary><c>yakuba eval …</c>, <c>yakuba learn …</c>.</summary>
    public static IEnumerable<Command> Commands(CommandContext context) =>
    [
        new DatalessCommand("eval", "検索と回答の質を測る") { EvalRetrieval.Create(context), EvalVectors.Create(context), EvalPairs.Create(context), EvalAbstain.Create(context), EvalTown.Create(context) },
        new DatalessCommand("learn", "言葉と順位づけを学ばせる") { LearnWords.Create(context), LearnDecision.Create(context) },
    ];
}
