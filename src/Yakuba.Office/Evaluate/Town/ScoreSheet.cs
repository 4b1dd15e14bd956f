using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Evaluate.Town;

/// <summary>Counts of verdicts.</summary>
/// <param name="Kind">Kind of question, or 計.</param>
/// <param name="Questions">All.</param>
/// <param name="Right">Answered rightly.</param>
/// <param name="Wrong">Answered wrongly.</param>
/// <param name="RefusedRightly">Declined, and rightly.</param>
/// <param name="RefusedWrongly">Declined although the documents answer.</param>
internal sealed record ScoreLine(string Kind, int Questions, int Right, int Wrong, int RefusedRightly, int RefusedWrongly)
{
    internal static ScoreLine Of(string kind, IReadOnlyCollection<JudgedAnswer> answers) => new(
        kind,
        answers.Count,
        answers.Count(a => a.Verdict == Verdict.Right),
        answers.Count(a => a.Verdict == Verdict.Wrong),
        answers.Count(a => a.Verdict == Verdict.RefusedRightly),
        answers.Count(a => a.Verdict == Verdict.RefusedWrongly));
}

/// <summary>The score sheet of a run.</summary>
/// <param name="All">Everything together.</param>
/// <param name="Kinds">By kind of question.</param>
/// <param name="WrongShare">Wrong answers of all questions, 0 to 1.</param>
/// <param name="Coverage">Rightly answered of those that the documents answer, 0 to 1.</param>
/// <param name="Precision">Right of all that were answered, 0 to 1.</param>
/// <param name="MedianMilliseconds">Time of an answer, the record included.</param>
/// <param name="P95Milliseconds">The same, the 95th of a hundred.</param>
internal sealed record ScoreSheet(ScoreLine All, IReadOnlyList<ScoreLine> Kinds, double WrongShare, double Coverage, double Precision, double MedianMilliseconds, double P95Milliseconds)
{
    internal static ScoreSheet Of(IReadOnlyList<JudgedAnswer> answers)
    {
        var all = ScoreLine.Of("計", answers);
        var answerable = answers.Count(a => a.Question.Right[0] == Ask.AnswerStatus.Answered);
        var times = answers.Select(a => a.Milliseconds).Order().ToList();
        return new(
            all,
            [.. answers.GroupBy(a => a.Question.Kind).Select(g => ScoreLine.Of(g.Key, [.. g]))],
            Share(all.Wrong, all.Questions),
            Share(answers.Count(a => a.Verdict == Verdict.Right && a.Question.Right[0] == Ask.AnswerStatus.Answered), answerable),
            Share(all.Right, all.Right + all.Wrong),
            At(times, 0.5),
            At(times, 0.95));
    }

    internal void Print(CommandOutput output)
    {
        output.Line("種類                 質問   正答   誤答   正しく辞退  答えず");
        foreach (var line in Kinds.Append(All))
        {
            output.Line($"{line.Kind,-18} {line.Questions,6} {line.Right,6} {line.Wrong,6} {line.RefusedRightly,8} {line.RefusedWrongly,8}");
        }

        output.Line();
        output.Line($"誤答 {WrongShare:P1}　答えられる質問への正答 {Coverage:P1}　回答したうちの正答 {Precision:P1}　所要 中央値 {MedianMilliseconds:F0}ミリ秒・95% {P95Milliseconds:F0}ミリ秒");
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : Math.Round((double)part / whole, 4);

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : Math.Round(sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))], 1);
}
