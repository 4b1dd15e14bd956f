using Yakuba.Office.Ask.Judge;

namespace Yakuba.Office.Evaluate.Learn.Decide;

/// <summary>The three rules as judged questions teach them.</summary>
/// <param name="Units">Which unit answers.</param>
/// <param name="Decision">Whether the question is answered.</param>
/// <param name="Presence">Whether anything answers it.</param>
/// <param name="Sheets">How they do on questions held back.</param>
/// <param name="PresenceArea">Area under the curve of <paramref name="Presence"/> on questions held back, 0 to 1.</param>
internal sealed record FittedDecision(Answerability Units, LogisticRule Decision, LogisticRule Presence, IReadOnlyList<DecisionSheet> Sheets, double PresenceArea);

/// <summary>How a part of the questions fares, each decided by rules that have not seen it.</summary>
/// <param name="Split">The part.</param>
/// <param name="Questions">Its questions.</param>
/// <param name="Answerable">Those that the documents answer.</param>
/// <param name="Right">Answered rightly at the bar in use.</param>
/// <param name="Wrong">Answered wrongly.</param>
/// <param name="Area">Area under the curve: how often a right best unit is surer than a wrong one, 0 to 1.</param>
internal sealed record DecisionSheet(string Split, int Questions, int Answerable, int Right, int Wrong, double Area)
{
    internal static DecisionSheet Of(string split, IReadOnlyList<DecisionCase> asked, IReadOnlyList<(double Chance, bool IsRight)> decided) => new(
        split,
        asked.Count,
        asked.Count(c => c.IsAnswered),
        decided.Count(d => d.Chance >= Decision.Least && d.IsRight),
        decided.Count(d => d.Chance >= Decision.Least && !d.IsRight),
        AreaUnderCurve.Of(decided));
}
